namespace SurvivalKit.Published.Tests;

/// <summary>The printed table with the verdict of each number.</summary>
public class AuditedTableTests
{
    [Theory]
    [InlineData("table1")]
    [InlineData("table2")]
    [InlineData("table3")]
    public void It_reads_as_the_printed_table_and_has_its_claims_once(string place)
    {
        Study study = Samples.Paper;
        AuditedTable table = AuditedTable.Of(StudyAudit.Run(study), place);
        TableModel printed = StudyTable.Printed(study, place);

        Assert.Equal(
            printed.Rows.SelectMany(row => row.Cells.Skip(1).Select(cell => cell.ToString())),
            table.Rows.SelectMany(row => row.Cells.Select(cell => string.Concat(cell.Select(piece => piece.Text)))));
        string[] ids = [.. table.Claims.Select(claim => claim.Claim.Id)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.Equal(study.ClaimsOf(place).Select(claim => claim.Id).Order(), ids.Order());
    }

    [Fact]
    public void A_table_that_the_study_does_not_have_is_refused() => Assert.Contains(
        "has no table \"table9\"",
        Assert.Throws<SurvivalDataException>(() => AuditedTable.Of(StudyAudit.Run(Samples.Paper), "table9")).Message,
        StringComparison.Ordinal);
}
