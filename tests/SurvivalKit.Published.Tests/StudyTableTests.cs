namespace SurvivalKit.Published.Tests;

public class StudyTableTests
{
    [Fact]
    public void A_table_is_filled_with_what_the_cohort_gives()
    {
        TableModel table = StudyTable.Rebuild(Samples.Invented, "table1", InventedCohort.Of(Samples.Invented));

        Assert.Equal("The drinkers", table.Title);
        Assert.Equal(
            ["What", "All (N = )", "Tea (N = 12)", "Coffee (N = 15)", "Water (N = 13)", "P"],
            table.Columns.Select(column => column.Header));
        Assert.Equal(["Weight, mean ± SD", "", "70.00 ± 10.4", "81 ± 0", "", ""], table.Rows[0].Cells.Select(cell => cell.Text));
        Assert.Equal(["Large cup", "22 (55%)", "1 ()", "14 ()", "", "<.001"], table.Rows[1].Cells.Select(cell => cell.Text));
        Assert.Contains(Samples.Invented.Synthetic, table.Notes.Select(note => note.Text));
    }

    [Fact]
    public void A_table_is_shown_as_printed()
    {
        TableModel table = StudyTable.Printed(Samples.Paper, "table2");

        Assert.Equal(
            ["Variables", "All patients (N = 56)", "Atezolizumab + EP (N = 14)", "EP alone (N = 42)", "P-value"],
            table.Columns.Select(column => column.Header));
        Assert.Equal(
            ["PD", "21 (38.9)", "4 (28.6)", "19 (45.2)", ""],
            table.Rows.Single(row => row.Cells[0].Text == "PD").Cells.Select(cell => cell.Text));
        Assert.Equal(1, table.Rows.Single(row => row.Cells[0].Text == "PD").Indent);
        Assert.Equal(["ORR (CR + PR)", "18 (33.3)", "8 (57.1)", "10 (23.8)", ".04"], table.Rows[^2].Cells.Select(cell => cell.Text));
        Assert.DoesNotContain(Samples.Paper.Synthetic, table.Notes.Select(note => note.Text));
    }

    [Fact]
    public void Table_2_of_the_paper_is_rebuilt_with_the_papers_signs_and_decimals()
    {
        TableModel table = StudyTable.Rebuild(Samples.Paper, "table2", Samples.PaperCohort);

        Assert.Equal(["mOS, (months), range (95% CI)", "11.9 (1.2-45.2)", "10.9 (3.2-26.2)", "11.9 (1.2-45.2)"], table.Rows[2].Cells[..4]);
        Assert.Equal(
            ["PD", "23 (41.1)", "4 (28.6)", "19 (45.2)", ""],
            table.Rows.Single(row => row.Cells[0].Text == "PD").Cells.Select(cell => cell.Text));
        Assert.Equal(["ORR (CR + PR)", "18 (32.1)", "8 (57.1)", "10 (23.8)", ".04"], table.Rows[^2].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void An_unknown_table_is_an_error() =>
        Assert.Equal(
            "The study ep-nec-2025 has no table \"table9\"; it has table1, table2, table3.",
            Assert.Throws<SurvivalDataException>(() => StudyTable.Rebuild(Samples.Paper, "table9", Samples.PaperCohort)).Message);
}
