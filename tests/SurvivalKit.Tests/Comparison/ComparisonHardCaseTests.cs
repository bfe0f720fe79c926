using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Comparisons at the limits of their definition.</summary>
public sealed class ComparisonHardCaseTests
{
    private static readonly Surv Response = Surv.Right([1, 2, 3, 4, 5, 6], [true, true, true, false, true, true]);
    private static readonly int[] Group = [0, 1, 2, 0, 1, 2];

    [Fact]
    public void P_values_down_to_1e_300_keep_their_digits()
    {
        // All events of the first group are before those of the second; chi-square in closed form for two groups of n.
        foreach (int n in new[] { 100, 300, 550 })
        {
            double[] time = [.. Enumerable.Range(1, 2 * n).Select(i => (double)i)];
            bool[] isEvent = [.. time.Select(t => t <= n)];
            int[] group = [.. time.Select(t => t <= n ? 0 : 1)];
            double expected = 0;
            double variance = 0;
            for (int i = 0; i < n; i++)
            {
                double share = (double)n / ((2 * n) - i);
                expected += share;
                variance += share * (1 - share);
            }

            LogRankResult test = LogRank.Test(Surv.Right(time, isEvent), group);
            double z = expected / Math.Sqrt(variance);
            Close.To(z * z, test.ChiSquare, "chi-square", 1e-11);

            // Mills' ratio: P = 2 density(z) / z (1 - 1/z^2 + 3/z^4 - 15/z^6 + ...).
            double y = 1 / (z * z);
            double logP = Math.Log(2 / z / Math.Sqrt(2 * Math.PI)) - (z * z / 2)
                + Math.Log(1 - (y * (1 - (3 * y * (1 - (5 * y * (1 - (7 * y))))))));
            Close.To(logP, Math.Log(test.P), "log P");
            Close.To(logP, Math.Log(test.Trend().P), "log P of the trend");
            MaxComboResult combo = MaxCombo.Test(Surv.Right(time, isEvent), group, new() { Weights = [new(0, 0)] });
            Close.To(logP, Math.Log(combo.P), "log P of MaxCombo");
        }
    }

    [Fact]
    public void Scores_that_cannot_be_used_are_named()
    {
        LogRankResult test = LogRank.Test(Response, Group);

        Assert.Equal("There are 2 scores for 3 groups; one a group was expected.", Message(() => test.Trend(1, 2)));
        Assert.Equal("All groups were given the score 2; scores that differ were expected.", Message(() => test.Trend(2, 2, 2)));
        Assert.Equal("A score of NaN was given; finite scores were expected.", Message(() => test.Trend(1, double.NaN, 2)));
    }

    [Fact]
    public void A_trend_of_what_cannot_vary_is_no_evidence()
    {
        LogRankTrend trend = LogRank.Test(Surv.Right([4, 4, 4, 4], [true, true, true, true]), [0, 0, 1, 1]).Trend();

        Assert.Equal((0.0, 0, 1.0), (trend.ChiSquare, trend.DegreesOfFreedom, trend.P));
    }

    [Fact]
    public void A_pair_without_an_event_is_no_evidence_and_counts_as_a_comparison()
    {
        PairwiseLogRank pairs =
            LogRank.Pairwise(Surv.Right([1, 2, 3, 4, 5, 6], [true, true, false, false, false, false]), [0, 0, 1, 1, 2, 2]);

        PairwiseComparison last = pairs.Comparisons[2];
        Assert.Equal(
            ("1", "2", 0.0, 0, 1.0, 1.0), (last.First, last.Second, last.ChiSquare, last.DegreesOfFreedom, last.P, last.AdjustedP));
        Assert.Equal(Math.Min(1, 3 * pairs.Comparisons[0].P), pairs.Comparisons[0].AdjustedP);
    }

    [Fact]
    public void A_group_that_is_never_at_risk_at_an_event_takes_no_part()
    {
        LogRankResult test = LogRank.Test(Surv.Right([5, 6, 5.5, 7, 1, 2], [true, true, true, true, false, false]), [0, 0, 1, 1, 2, 2]);

        Assert.Equal(1, test.DegreesOfFreedom);
        Assert.Equal(0, test.Groups[2].Expected);
        Assert.Equal(test.ChiSquare, test.Trend(1, 2, 77).ChiSquare, 1e-12);
    }

    [Fact]
    public void Strata_without_events_and_codes_with_gaps_change_nothing()
    {
        LogRankResult alone = LogRank.Test(Surv.Right([1, 2, 3, 4], [true, true, false, true]), [0, 1, 0, 1]);
        LogRankResult more = LogRank.Test(
            Surv.Right([1, 2, 3, 4, 1, 2], [true, true, false, true, false, false]), [0, 1, 0, 1, 0, 1], strata: [
                -5, -5, -5, -5, 2_000_000_000, 2_000_000_000
            ]);

        Assert.Equal(alone.ChiSquare, more.ChiSquare, 1e-14);
        Assert.Equal(
            ["-7", "2000000000"], LogRank.Test(Surv.Right([1, 2], [true, true]), [2_000_000_000, -7]).Groups.Select(group => group.Group));
    }

    [Fact]
    public void MaxCombo_compares_two_groups()
    {
        Assert.Equal(
            "There are 3 groups (0; 1; 2); the MaxCombo test compares two, such as those of a pair.",
            Message(() => MaxCombo.Test(Response, Group)));
        DataFrame data = CsvText.Read("time,status,arm\n1,1,A\n2,0,A\n3,1,A\n");
        Assert.Equal(
            "There is only one group (arm=A) in Surv(time, status) ~ arm; two or more were expected.", Message(
                () => MaxCombo.Test(data, "Surv(time, status) ~ arm")));
        Assert.Equal(
            "0 weights were given for a MaxCombo test; 1 to 20 were expected.",
            Message(() => MaxCombo.Test(Response, [0, 1, 0, 1, 0, 1], new() { Weights = [] })));
        Assert.Equal(
            "Rho 0 and gamma -1 were given; finite numbers were expected, gamma 0 or more.",
            Message(() => MaxCombo.Test(Response, [0, 1, 0, 1, 0, 1], new() { Weights = [new(0, -1)] })));
        Assert.Equal(
            "An accuracy of 0 was given; a number above 0 was expected.",
            Message(() => MaxCombo.Test(Response, [0, 1, 0, 1, 0, 1], new() { Accuracy = 0 })));
    }

    [Fact]
    public void A_weight_that_is_0_at_every_event_takes_no_part_in_MaxCombo()
    {
        // The only event is the first: 1 - S before it is 0.
        MaxComboResult test =
            MaxCombo.Test(Surv.Right([1, 2, 3, 4], [true, false, false, false]), [0, 1, 0, 1], new() { Weights = [new(0, 1), new(0, 0)] });

        Assert.Equal((0.0, 1.0), (test.Tests[0].Z, test.Tests[0].P));
        Assert.Equal(test.Tests[1], test.Strongest);
        Assert.Equal(test.Tests[1].P, test.P, 1e-14);
        Assert.Equal(
            1, MaxCombo.Test(Surv.Right([1, 2, 3, 4], [true, false, false, false]), [0, 1, 0, 1], new() { Weights = [new(0, 1)] }).P);
    }

    [Fact]
    public void P_values_that_are_none_are_refused_and_missing_ones_are_left()
    {
        Assert.Equal(
            "P value 2 is 1.5; a number from 0 to 1 was expected.",
            Message(() => AdjustedPValues.Adjust([0.1, 1.5], PValueAdjustment.Holm)));
        Assert.Equal([0.04, double.NaN, 0.04], AdjustedPValues.Adjust([0.02, double.NaN, 0.03], PValueAdjustment.Holm));
        Assert.Empty(AdjustedPValues.Adjust([], PValueAdjustment.BenjaminiHochberg));
    }

    private static string Message(Action act) => Assert.Throws<SurvivalDataException>(act).Message;
}
