using System.Text;

namespace SurvivalKit;

/// <summary>Writes a table as text that aligns in a terminal: numbers of a column at their decimal point, other
/// cells to their side.</summary>
internal static class TextWriter
{
    public static string Write(TableModel table)
    {
        List<string> blocks = [];
        string head =
            string.Join("\n", [.. table.Title.Length > 0 ? [table.Title] : Array.Empty<string>(), .. table.Lead, .. table.Cautions]);
        if (head.Length > 0)
        {
            blocks.Add(head);
        }

        if (table.Columns.Length > 0)
        {
            blocks.Add(Grid(table));
        }

        if (table.Notes.Length > 0)
        {
            blocks.Add(string.Join("\n", table.Notes));
        }

        return string.Join("\n\n", blocks);
    }

    private static string Grid(TableModel table)
    {
        int[] places = [.. Enumerable.Range(0, table.Columns.Length).Where(place => !table.Columns[place].IsProse)];
        int[] prose = [.. Enumerable.Range(0, table.Columns.Length).Where(place => table.Columns[place].IsProse)];
        string[][] columns = [.. places.Select(place => Column(table.Columns[place], place, table.Rows))];
        var text = new StringBuilder();
        for (int line = 0; line <= table.Rows.Length; line++)
        {
            text.Append(string.Join("  ", columns.Select(column => column[line])).TrimEnd()).Append('\n');
            foreach (int place in line == 0 ? [] : prose)
            {
                text.Append("    ").Append(table.Rows[line - 1].Cells[place].Text).Append('\n');
            }
        }

        return text.ToString().TrimEnd('\n');
    }

    // The header, and the cells of a column, padded to one width.
    private static string[] Column(TableColumn column, int place, IReadOnlyList<TableRow> rows)
    {
        string[] cells = [.. rows.Select(row => Indented(row, place))];
        int[] decimals = [.. rows.Select((row, line) => IsAligned(column, row.Cells[place]) ? Decimals(cells[line]) : -1)];
        int most = decimals.Append(-1).Max();
        for (int line = 0; line < cells.Length; line++)
        {
            // A number without decimals ends where the others have their point.
            cells[line] += decimals[line] < 0 ? "" : new string(' ', most - decimals[line]);
        }

        int marks = rows.Select(row => row.Cells[place].Mark.Length).Append(0).Max();
        if (marks > 0)
        {
            cells = [.. cells.Select((cell, line) => $"{cell} {rows[line].Cells[place].Mark.PadRight(marks)}")];
        }

        int width = cells.Append(column.Header).Max(cell => cell.Length);
        return [Pad(column.Header, width, column.Alignment), .. cells.Select(cell => Pad(cell, width, column.Alignment))];
    }

    private static string Indented(TableRow row, int place) =>
        place == 0 ? new string(' ', 2 * row.Indent) + row.Cells[place].Text : row.Cells[place].Text;

    private static bool IsAligned(TableColumn column, TableCell cell) =>
        column.Alignment == TableAlignment.Right && cell.Value is { } value && double.IsFinite(value);

    // The length of a number from its decimal point on.
    private static int Decimals(string number) =>
        number.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? number.Length - point : 0;

    private static string Pad(string cell, int width, TableAlignment alignment) => alignment switch
    {
        TableAlignment.Left => cell.PadRight(width),
        TableAlignment.Right => cell.PadLeft(width),
        _ => cell.PadLeft(cell.Length + ((width - cell.Length) / 2)).PadRight(width),
    };
}
