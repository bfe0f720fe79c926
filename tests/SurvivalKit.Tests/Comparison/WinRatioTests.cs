using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>The win ratio: by hand, by its properties, and what cannot be used.</summary>
public sealed class WinRatioTests
{
    private const double Exact = 1e-13;

    /// <summary>Treated 5+ and 3, controls 2 and 4: three pairs won, 3 against 4 lost. Wins by subject 2, 1 and 2, 1; losses 0, 1 and 0,
    /// 1.</summary>
    private static readonly DataFrame Data = new(
        new DoubleDataFrameColumn("time", [5.0, 3, 2, 4]),
        new DoubleDataFrameColumn("status", [0.0, 1, 1, 1]),
        new DoubleDataFrameColumn("again", [9.0, 1, 9, 9]),
        new DoubleDataFrameColumn("hospital", [0.0, 1, 1, 0]),
        new StringDataFrameColumn("arm", ["b", "b", "a", "a"]),
        new StringDataFrameColumn("all", ["x", "x", "x", "x"]));

    [Fact]
    public void Pairs_are_won_by_outlasting_the_other()
    {
        WinRatioResult wins = WinRatioTest.Compare(Data, ["Surv(time, status)"], "arm");

        Assert.Equal((4, 0, 3, 1), (wins.Pairs, wins.Undecided, wins.Outcomes[0].Wins, wins.Outcomes[0].Losses));
        Close.To(3, wins.WinRatio.Estimate, "win ratio", Exact);

        // Influences on log(W/L): each subject 1/2 / 3 + 1/2 / 1 = 2/3, with either sign.
        Close.To(4 / 3.0, wins.WinRatio.StandardError, "its error", Exact);
        Close.To(1 / 2.0, wins.NetBenefit.Estimate, "net benefit", Exact);
        Close.To(1 / 2.0, wins.NetBenefit.StandardError, "its error", Exact);
        Close.To(3, wins.WinOdds.Estimate, "win odds", Exact);
        WinRatioResult other = WinRatioTest.Compare(Data, ["Surv(time, status)"], "arm", new() { Treatment = "a" });
        Close.To(1 / 3.0, other.WinRatio.Estimate, "other", Exact);
    }

    /// <summary>By the second outcome first: 9+ outlasts the event at 9 and ties with 9+; 1 loses both. What is left is 5+ against 4:
    /// won.</summary>
    [Fact]
    public void An_outcome_decides_what_those_before_it_left_open()
    {
        WinRatioResult wins = WinRatioTest.Compare(Data, ["Surv(again, hospital)", "Surv(time, status)"], "arm");

        Assert.Equal([(1, 2), (1, 0)], wins.Outcomes.Select(outcome => (outcome.Wins, outcome.Losses)));
        Close.To(1, wins.WinRatio.Estimate, "win ratio", Exact);
        Close.To(1, wins.WinRatio.P, "P", Exact);
    }

    [Fact]
    public void Strata_are_weighted_by_their_size_and_groups_can_be_exchanged() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        for (int round = 0; round < 10; round++)
        {
            const int N = 60;
            double[] time = [.. Enumerable.Range(0, N).Select(_ => (double)random.Next(1, 20))];
            double[] later = [.. time.Select(end => Math.Max(1, end - random.Next(0, 6)))];
            var data = new DataFrame(
                new DoubleDataFrameColumn("time", time),
                new DoubleDataFrameColumn("status", time.Select(_ => (double)random.Next(2))),
                new DoubleDataFrameColumn("again", later),
                new DoubleDataFrameColumn("hospital", time.Select(_ => (double)random.Next(2))),
                new DoubleDataFrameColumn("arm", Enumerable.Range(0, N).Select(i => (double)(i % 2))),
                new DoubleDataFrameColumn("centre", Enumerable.Range(0, N).Select(i => (double)(i < 20 ? 0 : 1))));
            string[] outcomes = ["Surv(time, status)", "Surv(again, hospital)"];
            WinRatioResult all = WinRatioTest.Compare(data, outcomes, "arm + strata(centre)");
            WinRatioResult other = WinRatioTest.Compare(data, outcomes, "arm + strata(centre)", new() { Treatment = "0" });
            WinRatioResult[] each =
            [
                .. new[] { 0, 1 }.Select(centre => WinRatioTest.Compare(data.Filter($"centre == {centre}"), outcomes, "arm")),
            ];
            double won = each.Zip([20.0, 40], (own, n) => own.Outcomes.Sum(outcome => outcome.Wins) / n).Sum();
            double lost = each.Zip([20.0, 40], (own, n) => own.Outcomes.Sum(outcome => outcome.Losses) / n).Sum();
            double pairs = each.Zip([20.0, 40], (own, n) => own.Pairs / n).Sum();

            Close.To(won / lost, all.WinRatio.Estimate, "win ratio", 1e-12);
            Close.To((won - lost) / pairs, all.NetBenefit.Estimate, "net benefit", 1e-12, 10);
            Close.To(1 / all.WinRatio.Estimate, other.WinRatio.Estimate, "exchanged", 1e-12);
            Close.To(all.WinRatio.StandardError, other.WinRatio.StandardError, "its error", 1e-12);

            // Strata are independent: variances of sums add.
            double variance = each.Zip([20.0, 40], (own, n) => Math.Pow(own.NetBenefit.StandardError * own.Pairs / n, 2)).Sum();
            Close.To(Math.Sqrt(variance) / pairs, all.NetBenefit.StandardError, "error of net benefit", 1e-12);
        }
    });

    [Fact]
    public void Without_losses_there_is_no_interval()
    {
        WinRatioResult wins = WinRatioTest.Compare(Data.Filter("time != 3"), ["Surv(time, status)"], "arm");

        Assert.True(double.IsPositiveInfinity(wins.WinRatio.Estimate));
        Assert.True(double.IsNaN(wins.WinRatio.Lower));
        Assert.DoesNotContain("NaN", wins.ToText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Surv(time, status)", "all", "There is 1 group in all (all=x); two were expected.")]
    [InlineData(
        "Surv(time, status)",
        "arm + strata(hospital, time)",
        "The stratum hospital=0, time=5 has subjects of one group only; both were expected in each stratum.")]
    [InlineData(
        "Surv(again, time + 9, status)",
        "arm",
        "A win ratio has no form for subjects who enter late, as those of Surv(again, time + 9, status) do; right-censored ones were expected.")]
    public void What_cannot_be_used_is_said_in_a_sentence(string outcome, string groups, string sentence) => Assert.Equal(
        sentence, Assert.Throws<SurvivalDataException>(() => WinRatioTest.Compare(Data, [outcome], groups)).Message);
}
