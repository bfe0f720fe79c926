namespace SurvivalKit;

/// <summary>Writes a regression table with a row for each variable and each of its levels.</summary>
internal static class RegressionTables
{
    private const string Reference = "1 [Reference]";

    public static TableModel Summary(RegressionTable table, string title)
    {
        bool counts = table.Options.Counts && table.Rows.Any(row => row.Cells.Any(cell => cell?.Count is not null));
        bool isShared = counts && table.Rows.All(
            row => row.Cells.Where(cell => cell is not null).Select(cell => (cell!.Count, cell.Events)).Distinct().Count() <= 1);
        IEnumerable<TableColumn> columns =
        [
            new("Variable", TableAlignment.Left),
            .. isShared ? CountColumns("") : [],
            .. table.Models.SelectMany(model => Columns(model.Heading, table, counts && !isShared)),
        ];
        return new TableModel(
            title,
            columns,
            table.Rows.Select(row => new TableRow(
                [
                    row.Label,
                    .. isShared ? CountCells(row.Cells.First(cell => cell is not null)) : [],
                    .. row.Cells.SelectMany(cell => ModelCells(cell, table.Options, counts && !isShared)),
                ],
                row.Indent)),
            [.. RegressionNotes.Of(table)])
        {
            Cautions = [.. RegressionNotes.Cautions(table)],
        };
    }

    private static IEnumerable<TableColumn> Columns(string heading, RegressionTable table, bool counts)
    {
        string prefix = heading.Length == 0 ? "" : heading + " ";
        return
        [
            .. counts ? CountColumns(prefix) : [],
            new($"{prefix}HR ({NumberText.Level(table.Level)} CI)"),
            new(prefix + "P"),
            .. table.Options.EValues ? (TableColumn[])[new(prefix + "E-value (limit)")] : [],
        ];
    }

    private static TableColumn[] CountColumns(string prefix) =>
        [new(prefix + "n"), new(prefix + (prefix.Length == 0 ? "Events" : "events"))];

    private static IEnumerable<TableCell> ModelCells(RegressionCell? cell, RegressionOptions options, bool counts) =>
        [.. counts ? CountCells(cell) : [], .. Cells(cell, options), .. options.EValues ? (TableCell[])[EValues(cell, options)] : []];

    private static TableCell EValues(RegressionCell? cell, RegressionOptions options) =>
        cell is { EValue: { } ofRatio, EValueOfLimit: { } ofLimit }
            ? $"{NumberText.Ratio(ofRatio, options.Decimals)} ({NumberText.Ratio(ofLimit, options.Decimals)})"
            : TableCell.Empty;

    private static TableCell[] CountCells(RegressionCell? cell) =>
        [TableCell.Number(cell?.Count, NumberKind.Count, ""), TableCell.Number(cell?.Events, NumberKind.Count, "")];

    private static TableCell[] Cells(RegressionCell? cell, RegressionOptions options) => cell switch
    {
        null => [TableCell.Empty, TableCell.Empty],
        { IsReference: true } => [Reference, TableCell.Empty],
        { Term: { } term, IsEstimable: true } => [Ratio(term, options.Decimals), TableCell.Number(term.P, NumberKind.P)],
        { Term: not null } => [RegressionNotes.Missing, TableCell.Empty],
        { IsEstimable: false } => [TableCell.Empty, RegressionNotes.Missing],
        _ => [TableCell.Empty, TableCell.Number(cell.Test?.P, NumberKind.P, "")],
    };

    private static string Ratio(CoxTerm term, int decimals)
    {
        string interval = $"{NumberText.Ratio(term.Lower, decimals)}–{NumberText.Ratio(term.Upper, decimals)}";
        return $"{NumberText.Ratio(term.HazardRatio, decimals)} ({interval})";
    }
}
