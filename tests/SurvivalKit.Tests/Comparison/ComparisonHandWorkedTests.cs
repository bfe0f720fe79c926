namespace SurvivalKit.Tests;

/// <summary>Trend, pairs and MaxCombo worked by hand, and a textbook's example.</summary>
public sealed class ComparisonHandWorkedTests
{
    private const double Exact = 1e-13;

    // Times 1 to 6 without censoring or ties, groups 1, 2, 3, 1, 2, 3.
    private static readonly Surv Six = Surv.Right([1, 2, 3, 4, 5, 6], [true, true, true, true, true, true]);
    private static readonly int[] Three = [1, 2, 3, 1, 2, 3];

    [Fact]
    public void Trend_over_three_groups()
    {
        // At risk (groups 1, 2, 3): 222, 122, 112, 111, 011, 001.
        LogRankResult test = LogRank.Test(Six, Three);
        double e1 = (1.0 / 3) + 0.2 + 0.25 + (1.0 / 3);
        double e3 = (1.0 / 3) + 0.4 + 0.5 + (1.0 / 3) + 0.5 + 1;
        Close.To(e1, test.Groups[0].Expected, "expected", Exact);
        Close.To(e3, test.Groups[2].Expected, "expected", Exact);

        // With scores -1, 0, 1 the statistic is (O3 - E3) - (O1 - E1); at each time its variance is that of the score among those at risk.
        double variance = (2.0 / 3) + (14.0 / 25) + (11.0 / 16) + (2.0 / 3) + 0.25;
        LogRankTrend trend = test.Trend(-1, 0, 1);
        Close.To(e1 - e3, trend.Statistic, "statistic", Exact);
        Close.To(variance, trend.Variance, "variance", Exact);
        Close.To((e1 - e3) * (e1 - e3) / variance, trend.ChiSquare, "chi-square", Exact);
        Close.To(trend.ChiSquare, test.Trend().ChiSquare, "scores 1, 2, 3", Exact);
        Close.To(trend.ChiSquare, test.Trend(1e9 - 1, 1e9, 1e9 + 1).ChiSquare, "scores around a billion", Exact);
        Assert.Equal([1, 2, 3], test.Trend().Scores);
    }

    [Fact]
    public void Pairs_are_tested_on_their_own_rows()
    {
        PairwiseLogRank pairs = LogRank.Pairwise(Six, Three, PValueAdjustment.Bonferroni);

        // Groups 1 and 2: times 1, 2, 4, 5 of groups 1, 2, 1, 2; at risk 2 2, 1 2, 1 1, 0 1.
        double expected = 0.5 + (1.0 / 3) + 0.5;
        double chiSquare = (2 - expected) * (2 - expected) / (0.25 + (2.0 / 9) + 0.25);
        PairwiseComparison first = pairs.Comparisons[0];
        Assert.Equal(("1", "2", 1), (first.First, first.Second, first.DegreesOfFreedom));
        Close.To(chiSquare, first.ChiSquare, "chi-square", Exact);
        Close.To(Math.Min(1, 3 * first.P), first.AdjustedP, "adjusted", Exact);
        Assert.Equal(["1 2", "1 3", "2 3"], pairs.Comparisons.Select(pair => $"{pair.First} {pair.Second}"));
    }

    [Fact]
    public void Statistics_of_MaxCombo_have_the_covariance_of_their_weights()
    {
        // Test1 of hand-worked.md by x: S before the events is 1, 5/6, 5/12; O - E of the second group 1/2, 1/2, 0 and V 1/4, 1/4, 0.
        MaxComboResult test = MaxCombo.Test(
            Surv.Right([1, 1, 6, 6, 8, 9], new double[] { 1, 0, 1, 1, 0, 1 }), [1, 1, 1, 0, 0, 0], new()
            {
                Weights = [new(0, 0), new(1, 0), new(0, 1)]
            });

        Close.To(Math.Sqrt(2), test.Tests[0].Z, "Z", Exact);
        Close.To(Math.Sqrt(121.0 / 61), test.Tests[1].Z, "Z of FH(1, 0)", Exact);
        Close.To(1, test.Tests[2].Z, "Z of FH(0, 1)", Exact);
        Close.To((11.0 / 24) / Math.Sqrt(61.0 / 288), test.Correlation(0, 1), "correlation", Exact);
        Close.To((1.0 / 24) / Math.Sqrt(1.0 / 288), test.Correlation(0, 2), "correlation", Exact);
        Assert.Equal(test.Tests[0], test.Strongest);
    }

    // Klein and Moeschberger, Survival Analysis (2003), sections 1.4 and 7.3: infections of 119 patients with
    // kidney failure by the way their
    // catheter was placed. Chi-squares as the book prints them; observed minus expected as comp() of R's survMisc 0.5.6 prints it. (The
    // variances of survMisc equal neither the book's nor those of survdiff: 6.2368 in place of 6.2106 for the log-rank test.)
    [Theory]
    [InlineData(LogRankWeighting.FlemingHarrington, 0, 0, 3.9636, 2.53)]
    [InlineData(LogRankWeighting.Gehan, 0, 0, -9.0000, 0.002)]
    [InlineData(LogRankWeighting.TaroneWare, 0, 0, 13.203, 0.40)]
    [InlineData(LogRankWeighting.PetoPeto, 0, 0, 2.4692, 1.40)]
    [InlineData(LogRankWeighting.ModifiedPetoPeto, 0, 0, 2.3134, 1.28)]
    [InlineData(LogRankWeighting.FlemingHarrington, 0, 1, 1.4134, 9.67)]
    [InlineData(LogRankWeighting.FlemingHarrington, 1, 0, 2.5501, 1.39)]
    [InlineData(LogRankWeighting.FlemingHarrington, 1, 1, 1.0206, 9.83)]
    [InlineData(LogRankWeighting.FlemingHarrington, 0.5, 2, 0.32350, 8.18)]
    public void The_catheters_of_Klein_and_Moeschberger(
        LogRankWeighting weighting, double rho, double gamma, double excess, double chiSquare)
    {
        LogRankResult test =
            LogRank.Test(Catheters.Response, Catheters.Placement, new() { Weighting = weighting, Rho = rho, Gamma = gamma });

        Assert.Equal(119, test.Observations);
        Close.To(excess, test.Groups[0].Observed - test.Groups[0].Expected, "observed less expected", 5e-5);
        Assert.Equal(chiSquare, test.ChiSquare, chiSquare < 0.1 ? 0.0005 : 0.005);
    }
}
