namespace SurvivalKit;

/// <summary>The names of tests for readers, as a methods section gives them.</summary>
public static class TestNames
{
    /// <summary>The name of a test: <c>Pearson's chi-square test</c>, <c>Fisher's exact test, one-sided (less)</c>.</summary>
    /// <param name="kind">Which test.</param>
    /// <param name="side">Its side.</param>
    /// <param name="overGivenOrder">Whether a trend is over the order in which the levels were given, which was not declared to be
    /// meaningful.</param>
    public static string ToName(this TestKind kind, TestSide side = TestSide.TwoSided, bool overGivenOrder = false)
    {
        string sided = side switch
        {
            TestSide.Less => ", one-sided (less)",
            TestSide.Greater => ", one-sided (greater)",
            TestSide.SmallerTail => ", one-sided (smaller tail)",
            _ => "",
        };
        return Plain(kind) + sided + (overGivenOrder ? " over the given order" : "");
    }

    /// <summary>The distribution that the test's statistic refers to; <see langword="null"/>: an exact test, which has none.</summary>
    /// <param name="kind">Which test.</param>
    public static StatisticKind? Statistic(this TestKind kind) => kind switch
    {
        TestKind.FisherExact or TestKind.FisherDoubled or TestKind.MidP or TestKind.MidPDoubled => null,
        TestKind.StudentT or TestKind.WelchT => StatisticKind.T,
        TestKind.ProportionsZ or TestKind.MeansZ or TestKind.RankSum => StatisticKind.Z,
        TestKind.OneWayAnova => StatisticKind.F,
        _ => StatisticKind.ChiSquare,
    };

    private static string Plain(TestKind kind) => kind switch
    {
        TestKind.PearsonChiSquare => "Pearson's chi-square test",
        TestKind.YatesChiSquare => "Chi-square test with Yates' correction",
        TestKind.NMinusOneChiSquare => "N - 1 chi-square test",
        TestKind.LikelihoodRatioChiSquare => "Likelihood-ratio chi-square test",
        TestKind.FisherExact => "Fisher's exact test",
        TestKind.FisherDoubled => "Fisher's exact test, twice the smaller tail",
        TestKind.MidP => "Mid-P exact test",
        TestKind.MidPDoubled => "Mid-P exact test, twice the smaller tail",
        TestKind.ProportionsZ => "z test of proportions, unpooled variance",
        TestKind.CochranArmitage => "Cochran-Armitage test for trend",
        TestKind.LinearByLinear => "Linear-by-linear association",
        TestKind.StudentT => "Student's t test",
        TestKind.WelchT => "Welch's t test",
        TestKind.MeansZ => "z test of means",
        TestKind.OneWayAnova => "One-way analysis of variance",
        TestKind.RankSum => "Wilcoxon rank-sum test",
        TestKind.KruskalWallis => "Kruskal-Wallis test",
        TestKind.LogRank => "Log-rank test",
        TestKind.GehanBreslow => "Gehan-Breslow test",
        TestKind.TaroneWare => "Tarone-Ware test",
        TestKind.PetoPeto => "Peto-Peto test",
        TestKind.ModifiedPetoPeto => "Modified Peto-Peto test",
        TestKind.FlemingHarrington => "Fleming-Harrington test",
        TestKind.Wald => "Wald test",
        TestKind.Score => "Score test",
        TestKind.RobustScore => "Robust score test",
        TestKind.LikelihoodRatio => "Likelihood-ratio test",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "One of the tests that have a name was expected."),
    };
}
