using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources.Tests;

/// <summary>Sheets of a workbook.</summary>
public class WorkbookTests
{
    [Fact]
    public void A_sheet_may_begin_below_and_beside_the_corner()
    {
        DataFrame frame = Fixture.Read("trial.xlsx");

        Assert.Equal(["patient", "time", "dead", "seen"], frame.Columns.Select(column => column.Name));
        Assert.Equal(["007", "008", "009"], Fixture.Cells(frame, "patient"));
        Assert.Equal(["5.5", null, "12"], Fixture.Cells(frame, "time"));
        Assert.IsType<BooleanDataFrameColumn>(frame["dead"]);
        Assert.Equal(["2020-01-02 00:00:00.000", null, "2021-03-04 00:00:00.000"], Fixture.Cells(frame, "seen"));
    }

    [Fact]
    public void A_sheet_is_chosen_by_its_name() =>
        Assert.Equal(["a, b", "c \"d\""], Fixture.Cells(Fixture.Read("trial.xlsx", new() { Sheet = "codes" }), "word"));

    [Fact]
    public void A_sheet_that_is_not_there_is_one_sentence() =>
        Assert.EndsWith(
            "the workbook has no sheet \"Other\"; it has Trial, Codes.",
            Assert.Throws<SurvivalDataException>(() => Fixture.Read("trial.xlsx", new() { Sheet = "Other" })).Message);

    [Fact]
    public void Cells_of_formulas_with_an_error_are_empty_and_told()
    {
        DataFrame frame = Fixture.Read("errors.xlsx");
        Assert.Equal(["1.5", null, "3", null], Fixture.Cells(frame, "time"));
        Assert.Contains("2 empty cells (A3, A5) of formulas with an error", SurvivalData.NotesOf(frame));
        Assert.DoesNotContain(SurvivalData.NotesOf(Fixture.Read("trial.xlsx")), note => note.Contains("formula", StringComparison.Ordinal));
    }
}
