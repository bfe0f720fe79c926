namespace SurvivalKit.Tests;

/// <summary>Baseline tables of real files.</summary>
public sealed class BaselineEdgeTests
{
    [Fact]
    public void A_category_that_is_called_Unknown_has_its_percentage()
    {
        var data = SurvivalData.ReadCsv(new StringReader("g,stage\na,I\na,Unknown\nb,I\nb,I\n"), "d.csv");

        Assert.Contains("1 (25.0%)", BaselineTable.Build(data, "g").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_without_rows_takes_no_test_away()
    {
        var schema = new Dictionary<string, ColumnKind> { ["g"] = ColumnKind.Factor("a", "b", "c") };
        var data = SurvivalData.ReadCsv(new StringReader("g,x\na,1\na,2\nb,2\nb,4\n"), "d.csv", new CsvOptions { Schema = schema });

        Assert.Equal("Welch's t test", BaselineTable.Build(data, "g").Rows[0].Test?.Test);
    }

    [Fact]
    public void A_table_too_large_for_Fisher_is_tested_by_chi_square()
    {
        BaselineTable table = BaselineTable.Build(SampleData.Load("lung"), "ph.ecog", new() { Variables = ["factor(inst)"] });

        Assert.Equal("Pearson's chi-square test", table.Rows[0].Test?.Test);
    }
}
