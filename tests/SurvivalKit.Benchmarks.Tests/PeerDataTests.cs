namespace SurvivalKit.Benchmarks.Tests;

public sealed class PeerDataTests
{
    private static readonly PeerData Data = PeerData.Make(20_000);

    [Fact]
    public void The_data_are_the_same_each_time()
    {
        var again = PeerData.Make(20_000);

        Assert.All(Data.Columns.Zip(again.Columns), pair =>
        {
            (PeerColumn first, PeerColumn second) = pair;
            Assert.Equal(first.ToFrame().Cast<object>(), second.ToFrame().Cast<object>());
        });
    }

    [Fact]
    public void Six_rows_in_ten_end_in_an_event()
    {
        Assert.InRange(Numbers("status").Average(), 0.55, 0.65);
        Assert.InRange(Numbers("dead").Average(), 0.55, 0.7);
    }

    [Fact]
    public void Times_are_continuous_or_heavily_tied()
    {
        Assert.InRange(Numbers("time").Distinct().Count(), 19_990, 20_000);
        Assert.InRange(Numbers("day").Distinct().Count(), 900, 1000);
        Assert.All(Numbers("start").Zip(Numbers("stop")), interval => Assert.True(interval.First < interval.Second));
        Assert.All(Numbers("enter").Zip(Numbers("leave")), interval => Assert.True(interval.First < interval.Second));
    }

    [Fact]
    public void Every_effect_is_found_again()
    {
        CoxFit fit = CoxModel.Fit(Data.Frame, $"Surv(time, status) ~ arm + site + {CovariateModel.Sum(PeerData.Covariates)}");

        for (int j = 0; j < PeerData.Covariates; j++)
        {
            CoxTerm term = fit[CovariateModel.Name(j)];
            Assert.InRange(
                term.Coefficient, CovariateModel.Effect(j) - (4 * term.StandardError), CovariateModel.Effect(j) + (4 * term.StandardError));
        }
    }

    private static double[] Numbers(string name) => Data.Columns.OfType<PeerColumn.Numbers>().Single(column => column.Name == name).Values;
}
