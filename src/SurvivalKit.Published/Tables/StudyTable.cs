using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A printed table, rebuilt from a cohort: the same rows, columns, decimals and signs, with the numbers that the cohort
/// gives.</summary>
public static class StudyTable
{
    /// <summary>Fills the layout of a printed table with the numbers of a cohort.</summary>
    /// <param name="study">The study.</param>
    /// <param name="place">The table, for example <c>table1</c>.</param>
    /// <param name="cohort">The patients.</param>
    /// <returns>The table; a number that the cohort does not give is an en dash.</returns>
    /// <exception cref="SurvivalDataException">The study has no such table.</exception>
    public static TableModel Rebuild(Study study, string place, Cohort cohort)
    {
        ArgumentNullException.ThrowIfNull(study);
        ArgumentNullException.ThrowIfNull(cohort);
        var engine = new MeasureEngine(study, cohort);
        return Build(study, study.Table(place), claim => engine.Of(claim).Value, study.Synthetic);
    }

    /// <summary>Fills the layout of a printed table with the numbers as printed.</summary>
    /// <param name="study">The study.</param>
    /// <param name="place">The table, for example <c>table1</c>.</param>
    /// <exception cref="SurvivalDataException">The study has no such table.</exception>
    public static TableModel Printed(Study study, string place)
    {
        ArgumentNullException.ThrowIfNull(study);
        return Build(study, study.Table(place), claim => null, null);
    }

    private static TableModel Build(Study study, PrintedTable table, Func<Claim, double?> computed, string? notice)
    {
        bool asPrinted = notice is null;
        string Text(string row, string column, string aspect) => study.Find($"{table.Place}/{row}/{column}#{aspect}") switch
        {
            null => "",
            { } claim when asPrinted => claim.Printed,
            { } claim => PrintedStyle.Print(claim, computed(claim)),
        };

        string Cell(PrintedRow row, string column) => column == ColumnNames.P
            ? Text(row.Row, column, Aspects.P)
            : row.Cell is null || study.ClaimsOf(table.Place).All(claim => claim.Row != row.Row || claim.Column != column)
                ? ""
                : CellPattern.Fill(row.Cell, aspect => Text(row.Row, column, aspect));

        ImmutableArray<TableColumn> columns =
        [
            new(table.Stub, TableAlignment.Left),
            .. table.Columns.Select(column => new TableColumn(CellPattern.Fill(column.Header, aspect => Text("N", column.Name, aspect)))),
        ];
        return new TableModel(
            table.Title,
            columns,
            table.Rows.Select(
                row => new TableRow([row.Printed, .. table.Columns.Select(column => (TableCell)Cell(row, column.Name))], row.Depth)),
            (notice is null ? table.Notes : [.. table.Notes, notice]).Select(note => (TableNote)note));
    }
}
