using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A printed table as it is printed, each number with its verdict.</summary>
public sealed record AuditedTable
{
    private AuditedTable(PrintedTable layout) => Layout = layout;

    /// <summary>The layout: title, columns and notes.</summary>
    public PrintedTable Layout { get; }

    /// <summary>For each column the pieces of its header.</summary>
    public ImmutableArray<ImmutableArray<PrintedPiece>> Headers { get; private init; }

    /// <summary>The rows.</summary>
    public ImmutableArray<AuditedRow> Rows { get; private init; }

    /// <summary>The claims of the table in its reading order, the header first.</summary>
    public IEnumerable<AuditedClaim> Claims =>
        Headers.Concat(Rows.SelectMany(row => row.Cells)).SelectMany(cell => cell).Select(piece => piece.Claim).OfType<AuditedClaim>();

    /// <summary>The table of a place with the verdicts of an audit.</summary>
    /// <param name="audit">The audit.</param>
    /// <param name="place">The table, for example <c>table1</c>.</param>
    /// <exception cref="SurvivalDataException">The study has no such table.</exception>
    public static AuditedTable Of(StudyAudit audit, string place)
    {
        ArgumentNullException.ThrowIfNull(audit);
        Study study = audit.Study;
        PrintedTable table = study.Table(place);

        ImmutableArray<PrintedPiece> Pieces(string pattern, string row, string column) =>
        [
            .. CellPattern.Split(pattern).Select(part => !part.IsAspect ? new PrintedPiece(part.Text, null)
                    : study.Find($"{place}/{row}/{column}#{part.Text}") is { } claim ? new PrintedPiece(claim.Printed, audit[claim.Id])
                    : new PrintedPiece("", null))
                .Where(piece => piece.Text.Length > 0),
        ];

        ImmutableArray<PrintedPiece> Cell(PrintedRow row, string column) =>
            column == ColumnNames.P ? Pieces($"{{{Aspects.P}}}", row.Row, column)
            : row.Cell is null || study.ClaimsOf(place).All(claim => claim.Row != row.Row || claim.Column != column) ? []
            : Pieces(row.Cell, row.Row, column);

        return new AuditedTable(table)
        {
            Headers = [.. table.Columns.Select(column => Pieces(column.Header, "N", column.Name))],
            Rows =
            [
                .. table.Rows.Select(row => new AuditedRow(
                    row.Printed, row.Depth, [.. table.Columns.Select(column => Cell(row, column.Name))])),
            ],
        };
    }
}
