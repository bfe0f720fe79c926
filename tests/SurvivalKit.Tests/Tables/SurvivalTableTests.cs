namespace SurvivalKit.Tests;

/// <summary>Survival as a paper prints it.</summary>
public sealed class SurvivalTableTests
{
    private static readonly KaplanMeierCurves Lung = KaplanMeier.Fit(SampleData.Load("lung"), "Surv(time, status) ~ sex");

    // R: summary(survfit(Surv(time, status) ~ sex, lung), times = c(180, 365)) and its medians.
    [Fact]
    public void The_table_reads_as_it_is_to_be_printed()
    {
        string text = SurvivalTable.Of(Lung, new() { Times = [180, 365], Unit = "days", Labels = ["Men", "Women"] }).ToString();

        Assert.Contains("270 (212–310)", text, StringComparison.Ordinal);
        Assert.Contains("33.6 (26.1–43.3)", text, StringComparison.Ordinal);
        Snapshot.Matches("survival-table", text);
    }

    [Fact]
    public void Beyond_the_last_observation_survival_is_not_known_unless_nobody_is_left()
    {
        var data = SurvivalData.ReadCsv(new StringReader("t,s,g\n1,1,a\n2,0,a\n1,1,b\n3,1,b\n"), "d.csv");
        SurvivalTable table = SurvivalTable.Of(KaplanMeier.Fit(data, "Surv(t, s) ~ g"), new() { Times = [1, 5] });

        TableRow[] rows = [.. table.ToTables()[0].Rows];
        Assert.Equal("NE", rows[0].Cells[6].Text);
        Assert.StartsWith("0.0 (", rows[1].Cells[6].Text, StringComparison.Ordinal);
        Assert.StartsWith("50.0 (", rows[0].Cells[4].Text, StringComparison.Ordinal);
        Assert.Contains(
            "NE: not estimable; after the last observation of a group its survival is not known.", table.ToString(), StringComparison.Ordinal);
        Assert.Null(table.ToDataFrame()["survival"][1]);
        Assert.Equal(0.0, table.ToDataFrame()["survival"][3]);
    }

    [Fact]
    public void Options_that_cannot_be_met_are_refused()
    {
        Assert.Equal(
            "1 label and 2 groups were given; one label each was expected.",
            Assert.Throws<SurvivalDataException>(() => SurvivalTable.Of(Lung, new() { Labels = ["a"] })).Message);
        Assert.Equal(
            "Percentages with 7 decimals were asked for; 0 to 6 was expected.",
            Assert.Throws<SurvivalDataException>(() => SurvivalTable.Of(Lung, new() { Decimals = 7 })).Message);
    }
}
