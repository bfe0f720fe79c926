using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Labels of a frame's columns and where they show.</summary>
public class ColumnLabelTests
{
    private static readonly Dictionary<string, string> Labels = new() { ["age"] = "Age (years)", ["sex"] = "Sex at birth" };

    [Fact]
    public void A_baseline_table_shows_them_unless_others_are_given()
    {
        DataFrame lung = SampleData.Load("lung");
        SurvivalData.SetLabels(lung, Labels);
        BaselineOptions options = new() { Variables = ["age", "ph.ecog"] };

        Assert.Equal("Age (years)", BaselineTable.Build(lung, "sex", options).Rows[0].Label);
        Assert.Equal("ph.ecog", BaselineTable.Build(lung, "sex", options).Rows.First(row => row.Variable == "ph.ecog").Label);
        BaselineOptions given = options with { Labels = new Dictionary<string, string> { ["age"] = "Alter" } };
        Assert.Equal("Alter", BaselineTable.Build(lung, "sex", given).Rows[0].Label);
    }

    [Fact]
    public void Chosen_rows_keep_them()
    {
        DataFrame lung = SampleData.Load("lung");
        Assert.Empty(SurvivalData.LabelsOf(lung));
        SurvivalData.SetLabels(lung, Labels);

        Assert.Equal(
            Labels.OrderBy(pair => pair.Key), SurvivalData.LabelsOf(lung.Filter("age > 60")).OrderBy(pair => pair.Key));
    }

    [Fact]
    public void A_column_that_is_not_there_has_none() =>
        Assert.Contains(
            "there is no such column to label",
            Assert.Throws<SurvivalDataException>(
                () => SurvivalData.SetLabels(SampleData.Load("lung"), new Dictionary<string, string> { ["weight"] = "Weight" })).Message);
}
