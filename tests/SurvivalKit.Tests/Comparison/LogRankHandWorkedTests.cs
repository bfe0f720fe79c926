namespace SurvivalKit.Tests;

/// <summary>Log-rank tests worked by hand: <c>tests/Fixtures/hand-worked.md</c>, section 2.</summary>
public sealed class LogRankHandWorkedTests
{
    private const double Exact = 1e-13;

    private static readonly Surv Test1 = Surv.Right([1, 1, 6, 6, 8, 9], new double[] { 1, 0, 1, 1, 0, 1 });
    private static readonly int[] X = [1, 1, 1, 0, 0, 0];

    [Fact]
    public void Test1_has_2_observed_and_3_and_1_expected()
    {
        LogRankResult test = LogRank.Test(Test1, X);

        Assert.Equal(["0", "1"], test.Groups.Select(group => group.Group));
        Assert.Equal([2, 2], test.Groups.Select(group => group.Observed));
        Close.To(3, test.Groups[0].Expected, "expected of x = 0", Exact);
        Close.To(1, test.Groups[1].Expected, "expected of x = 1", Exact);
        Close.To(0.5, test.Variance(1, 1), "variance", Exact);
        Close.To(-0.5, test.Variance(0, 1), "covariance", Exact);
        Close.To(2, test.ChiSquare, "chi-square", Exact);
        Assert.Equal(1, test.DegreesOfFreedom);
        Close.To(0.157299207050285, test.P, "P", 1e-12);
    }

    [Fact]
    public void Rho_of_1_weighs_by_survival_just_before()
    {
        LogRankResult test = LogRank.Test(Test1, X, new() { Rho = 1 });

        Close.To(11.0 / 6, test.Groups[1].Observed, "observed", Exact);
        Close.To(11.0 / 12, test.Groups[1].Expected, "expected", Exact);
        Close.To(61.0 / 144, test.Variance(1, 1), "variance", Exact);
        Close.To(121.0 / 61, test.ChiSquare, "chi-square", Exact);
    }

    [Fact]
    public void Rho_of_one_half_weighs_by_its_root()
    {
        LogRankResult test = LogRank.Test(Test1, X, new() { Rho = 0.5 });
        double observed = 1 + Math.Sqrt(5.0 / 6);

        Close.To(observed, test.Groups[1].Observed, "observed", Exact);
        Close.To(observed / 2, test.Groups[1].Expected, "expected", Exact);
        Close.To(11.0 / 24, test.Variance(1, 1), "variance", Exact);
        Close.To(6.0 / 11 * observed * observed, test.ChiSquare, "chi-square", Exact);
    }

    [Fact]
    public void Edges_without_ties_is_also_the_score_test_of_the_Cox_model()
    {
        Surv response = Surv.Right([1, 2, 3, 4, 5, 6], new double[] { 1, 0, 1, 1, 0, 1 });
        LogRankResult test = LogRank.Test(response, [0, 1, 1, 0, 1, 0]);

        Close.To(1, test.Groups[1].Observed, "observed", Exact);
        Close.To(4.0 / 3, test.Groups[1].Expected, "expected", Exact);
        Close.To(13.0 / 18, test.Variance(1, 1), "variance", Exact);
        Close.To(2.0 / 13, test.ChiSquare, "chi-square", Exact);

        CoxFit fit = CoxModel.Fit(response, DesignMatrix.FromColumns(("z", [0, 1, 1, 0, 1, 0])));
        Close.To(2.0 / 13, fit.Score.Statistic!.Value, "score test", 1e-12);
    }
}
