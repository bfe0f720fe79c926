using System.Text;

namespace SurvivalKit;

internal static class TableText
{
    public static string Write(TableModel table)
    {
        string[][] rows = [[.. table.Columns.Select(column => column.Header)], .. table.Rows.Select(Cells)];
        int[] widths = [.. Enumerable.Range(0, table.Columns.Length).Select(column => rows.Max(row => row[column].Length))];
        var text = new StringBuilder();
        if (table.Title.Length > 0)
        {
            text.Append(table.Title).Append("\n\n");
        }

        for (int r = 0; r < rows.Length; r++)
        {
            string[] row = rows[r];
            text.Append(string.Join("  ", row.Select((cell, column) => Pad(cell, widths[column], table.Columns[column].Alignment))).TrimEnd()).Append('\n');
            if (r == 0)
            {
                text.Append(string.Join("  ", widths.Select(width => new string('-', width)))).Append('\n');
            }
        }

        foreach (string note in table.Footnotes)
        {
            text.Append(note).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static string[] Cells(TableRow row) => [.. row.Cells.Select((cell, column) => column == 0 ? new string(' ', 2 * row.Indent) + cell : cell)];

    private static string Pad(string cell, int width, TableAlignment alignment) => alignment switch
    {
        TableAlignment.Left => cell.PadRight(width),
        TableAlignment.Right => cell.PadLeft(width),
        _ => cell.PadLeft(cell.Length + ((width - cell.Length) / 2)).PadRight(width),
    };
}
