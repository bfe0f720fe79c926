using System.Text;

namespace SurvivalKit;

internal static class TableMarkdown
{
    public static string Write(TableModel table)
    {
        var text = new StringBuilder();
        if (table.Title.Length > 0)
        {
            text.Append("**").Append(Escape(table.Title)).Append("**\n\n");
        }

        Line(text, table.Columns.Select(column => Escape(column.Header)));
        Line(text, table.Columns.Select(column => column.Alignment switch
        {
            TableAlignment.Left => ":--",
            TableAlignment.Right => "--:",
            _ => ":-:",
        }));
        foreach (TableRow row in table.Rows)
        {
            string indent = string.Concat(Enumerable.Repeat("&nbsp;&nbsp;", row.Indent));
            Line(text, row.Cells.Select((cell, column) => (column == 0 ? indent : "") + Escape(cell)));
        }

        foreach (string note in table.Footnotes)
        {
            text.Append('\n').Append(Escape(note)).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void Line(StringBuilder text, IEnumerable<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("`", "\\`", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal)
        .Replace("<", "\\<", StringComparison.Ordinal)
        .Replace("*", "\\*", StringComparison.Ordinal)
        .Replace("_", "\\_", StringComparison.Ordinal);
}
