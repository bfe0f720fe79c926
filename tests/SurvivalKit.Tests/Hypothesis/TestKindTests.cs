namespace SurvivalKit.Tests;

public sealed class TestKindTests
{
    [Fact]
    public void Every_kind_and_side_has_a_name_of_its_own()
    {
        string[] names = [.. from kind in Enum.GetValues<TestKind>() from side in Enum.GetValues<TestSide>() select kind.ToName(side)];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.Throws<ArgumentOutOfRangeException>(() => ((TestKind)1000).ToName());
    }

    [Theory]
    [InlineData(TestKind.FisherExact, TestSide.Less, false, "Fisher's exact test, one-sided (less)")]
    [InlineData(TestKind.FisherExact, TestSide.SmallerTail, false, "Fisher's exact test, one-sided (smaller tail)")]
    [InlineData(TestKind.CochranArmitage, TestSide.TwoSided, true, "Cochran-Armitage test for trend over the given order")]
    [InlineData(TestKind.YatesChiSquare, TestSide.TwoSided, false, "Chi-square test with Yates' correction")]
    public void A_name_is_as_a_methods_section_gives_it(TestKind kind, TestSide side, bool overGivenOrder, string name) =>
        Assert.Equal(name, new TestResult(kind, null, null, 1) { Side = side, OverGivenOrder = overGivenOrder }.Test);

    [Fact]
    public void A_result_says_which_test_it_is_of()
    {
        var table = new ContingencyTable(new[,] { { 10, 4 }, { 22, 20 } });
        Assert.Equal(
            [
                TestKind.PearsonChiSquare, TestKind.YatesChiSquare, TestKind.NMinusOneChiSquare, TestKind.LikelihoodRatioChiSquare,
                TestKind.FisherExact,
                TestKind.FisherDoubled, TestKind.FisherExact, TestKind.MidP, TestKind.MidPDoubled, TestKind.ProportionsZ,
            ],
            ProportionTests.All(table).Select(test => test.Kind));
        Assert.Equal(TestSide.SmallerTail, Assert.Single(ProportionTests.All(table), test => test.Side != TestSide.TwoSided).Side);
        Assert.Equal(TestSide.Greater, FisherExact.OneSided(table, TestSide.Greater).Side);
        Assert.Throws<SurvivalDataException>(() => FisherExact.OneSided(table, TestSide.TwoSided));
    }

    [Fact]
    public void The_log_rank_family_is_told_apart_by_its_weights()
    {
        Assert.Equal(TestKind.LogRank, new LogRankOptions().Kind);
        Assert.Equal(TestKind.GehanBreslow, new LogRankOptions { Weighting = LogRankWeighting.Gehan }.Kind);
        LogRankOptions late = new() { Gamma = 1 };
        Assert.Equal(TestKind.FlemingHarrington, late.Kind);
        Assert.Equal("Fleming-Harrington test (rho = 0, gamma = 1)", late.TestName);
    }

    [Theory]
    [InlineData(TestKind.LikelihoodRatioChiSquare, "G")]
    [InlineData(TestKind.WelchT, "t")]
    [InlineData(TestKind.MeansZ, "z")]
    [InlineData(TestKind.OneWayAnova, "F")]
    [InlineData(TestKind.RobustScore, "chi-square")]
    public void A_statistic_is_named_by_its_test(TestKind kind, string name) =>
        Assert.Equal(name, new TestResult(kind, 1, 1, 1).StatisticName);
}
