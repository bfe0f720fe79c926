using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>What comparisons print, and their frames.</summary>
public sealed class ComparisonSnapshotTests
{
    private static readonly DataFrame Veteran = SampleData.Load("veteran");

    public static TheoryData<string> Names => [.. Texts.Keys];

    private static Dictionary<string, Func<string>> Texts { get; } = new()
    {
        ["log-rank-trend.txt"] = () => LogRank.Test(SampleData.Load("lung"), "Surv(time, status) ~ ph.ecog").Trend().ToString(),
        ["pairwise-holm.txt"] = () => LogRank.Pairwise(Veteran, "Surv(time, status) ~ celltype").ToString(),
        ["pairwise-bh.txt"] = () => LogRank.Pairwise(
            SampleData.Load(
                "lung"), "Surv(time, status) ~ ph.ecog + strata(sex)", PValueAdjustment.BenjaminiHochberg, new() { Rho = 1 }).ToString(),
        ["pairwise-raw.txt"] =
            () => LogRank.Pairwise(Surv.Right([1, 2, 3, 4], [true, true, false, true]), [0, 1, 0, 1], PValueAdjustment.None).ToString(),
        ["maxcombo.txt"] = () => MaxCombo.Test(Veteran, "Surv(time, status) ~ trt + strata(celltype)").ToString(),
        ["maxcombo-one-sided.txt"] = () => MaxCombo.Test(
            SampleData.Load("lung"), "Surv(time, status) ~ factor(ph.ecog > 0)", new()
            {
                Alternative = MaxComboAlternative.SecondLivesShorter
            }).ToString(),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_printed_as_it_was(string name) => Snapshot.Matches(name, Texts[name]());

    [Fact]
    public void Frames_have_a_row_for_each_group_pair_and_weight()
    {
        LogRankResult test = LogRank.Test(Veteran, "Surv(time, status) ~ celltype");
        DataFrame groups = test.ToDataFrame();
        Assert.Equal(["group", "n", "observed", "expected", "chi_square", "df", "p"], groups.Columns.Select(column => column.Name));
        Assert.Equal(test.Groups.Select(group => group.Expected), groups.Columns["expected"].Cast<double>());
        Assert.Equal(test.Groups.Select(group => group.Group), Assert.IsType<FactorColumn>(groups.Columns["group"]).Levels);

        PairwiseLogRank pairs = LogRank.Pairwise(Veteran, "Surv(time, status) ~ celltype");
        DataFrame ofPairs = pairs.ToDataFrame();
        Assert.Equal(["first", "second", "chi_square", "df", "p", "adjusted_p"], ofPairs.Columns.Select(column => column.Name));
        Assert.Equal(6, ofPairs.Rows.Count);
        Assert.Equal(pairs.Comparisons.Select(pair => pair.AdjustedP), ofPairs.Columns["adjusted_p"].Cast<double>());

        MaxComboResult combo = MaxCombo.Test(Veteran, "Surv(time, status) ~ trt");
        Assert.Equal(["rho", "gamma", "statistic", "variance", "z", "p"], combo.ToDataFrame().Columns.Select(column => column.Name));
        Assert.Equal(combo.Tests.Select(part => part.Z), combo.ToDataFrame().Columns["z"].Cast<double>());
    }
}
