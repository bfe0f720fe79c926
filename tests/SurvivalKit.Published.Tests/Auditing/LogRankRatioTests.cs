using SurvivalKit.TextCheck.Tests;

namespace SurvivalKit.Published.Tests;

/// <summary>The ratio of a log-rank test, (O1/E1)/(O0/E0), beside the P value of that test.</summary>
public sealed class LogRankRatioTests
{
    private static readonly HazardRatioContext LogRank = new() { Test = TestKind.LogRank, FirstGroup = 14, SecondGroup = 42 };

    // (1 - exp(-0.293)) / 0.293 = 0.867 of a z of 0.836: P up to .469.
    [Fact]
    public void A_log_rank_P_beside_the_ratio_of_that_test()
    {
        Judgement p = Printed.Ratio("1.33", "0.69", "2.56", ".46", LogRank).P!;

        Assert.Equal(Verdict.NotCheckable, p.Verdict);
        Assert.Contains("(O1/E1)/(O0/E0)", p.Sentence, StringComparison.Ordinal);
        Assert.Equal(Verdict.Inconsistent, Printed.Ratio("1.33", "0.69", "2.56", ".48", LogRank).P!.Verdict);
        Assert.Equal(Verdict.Inconsistent, Printed.Ratio("1.33", "0.69", "2.56", ".46").P!.Verdict);
    }

    // Every two groups with these events: the ratio of the test, its z by that variance, and the least log-rank z, |O - E| over
    // the root of E1 E0 / (E1 + E0).
    [Fact]
    public void The_least_log_rank_z_is_within_the_bound_of_its_own_ratio()
    {
        for (int events = 4; events <= 60; events += 7)
        {
            for (double expected = 0.5; expected < events; expected += 0.75)
            {
                for (int observed = 1; observed < events; observed++)
                {
                    (double e0, double o0) = (events - expected, events - observed);
                    double log = Math.Abs(Math.Log(observed / expected / (o0 / e0)));
                    double z = log / Math.Sqrt((1 / expected) + (1 / e0));
                    double least = Math.Abs(observed - expected) / Math.Sqrt(expected * e0 / events);
                    Assert.True(least >= z * ScoreBound.LogRankFactors(log).Low * (1 - 1e-12)
                        && least <= z * ScoreBound.LogRankFactors(log).High * (1 + 1e-12));
                }
            }
        }
    }
}
