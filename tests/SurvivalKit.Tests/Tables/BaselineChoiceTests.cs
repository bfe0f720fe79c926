namespace SurvivalKit.Tests;

/// <summary>The choices of a baseline table: medians with rank tests, standardized differences.</summary>
public sealed class BaselineChoiceTests
{
    [Fact]
    public void Standardized_differences_are_worked_by_hand()
    {
        const string Rows = "g,x,i,c,same\na,1,1,u,3\na,2,1,u,3\na,,0,v,3\na,,0,w,3\nb,2,1,u,3\nb,4,0,v,3\nb,,0,w,3\nb,,0,w,3\n";
        var data = SurvivalData.ReadCsv(new StringReader(Rows), "d.csv");
        BaselineTable table = BaselineTable.Build(data, "g", new() { StandardizedDifferences = true });
        double Of(string variable) => table.Rows.First(row => row.Variable == variable).StandardizedDifference!.Value;

        // Means 3/2 and 3, variances 1/2 and 2. Shares 1/2 and 1/4. Shares of v and w (1/4, 1/4) and (1/4, 1/2): d = (0, 1/4), S with 3/16
        // and
        // 7/32 on the diagonal and -3/32 beside it, d' S^-1 d = (1/16)(3/16) / (21/512 - 9/1024) = 4/11.
        Assert.Equal(1.5 / Math.Sqrt(5 / 4.0), Of("x"), 1e-14);
        Assert.Equal(0.25 / Math.Sqrt(7 / 32.0), Of("i"), 1e-14);
        Assert.Equal(Math.Sqrt(4 / 11.0), Of("c"), 1e-14);
        Assert.Equal(0, Of("same"));
    }

    [Fact]
    public void Measurements_may_be_shown_by_their_median_and_compared_by_ranks()
    {
        var lung = SampleData.Load("lung");
        BaselineTable table = BaselineTable.Build(lung, "sex", new() { Variables = ["age", "wt.loss"], NonNormal = ["wt.loss"] });

        Assert.Equal("Welch's t test", table.Rows[0].Test!.Test);
        BaselineRow row = table.Rows.First(row => row.Variable == "wt.loss");
        Assert.Equal("Wilcoxon rank-sum test", row.Test!.Test);
        Assert.Equal(RankSum.Test(row.Cells[1].Values, row.Cells[2].Values).P, row.Test.P);
        Assert.Equal(
            "Kruskal-Wallis test",
            BaselineTable.Build(lung, "ph.ecog", new() { Variables = ["age"], AllNonNormal = true }).Rows[0].Test!.Test);
    }

    [Fact]
    public void The_table_reads_as_it_is_to_be_printed() => Snapshot.Matches(
        "baseline-choices",
        BaselineTable.Build(
            SampleData.Load("lung"),
            "sex",
            new()
            {
                Variables = ["age", "wt.loss", "factor(ph.ecog)"],
                NonNormal = ["wt.loss"],
                StandardizedDifferences = true,
            }).ToString());

    [Fact]
    public void Choices_that_cannot_be_met_are_refused()
    {
        var lung = SampleData.Load("lung");
        Assert.EndsWith(
            "column \"ph.ecog\": it makes 4 groups; a standardized difference is of two, which were expected.",
            Assert.Throws<SurvivalDataException>(
                () => BaselineTable.Build(lung, "ph.ecog", new() { StandardizedDifferences = true })).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            "The table has no variable weight to be shown by its median; one of age was expected.",
            Assert.Throws<SurvivalDataException>(
                () => BaselineTable.Build(lung, "sex", new() { Variables = ["age"], NonNormal = ["weight"] })).Message);
    }
}
