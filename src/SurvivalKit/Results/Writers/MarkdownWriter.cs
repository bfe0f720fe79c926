using System.Text;

namespace SurvivalKit;

/// <summary>Writes a table as Markdown, with the pipe tables of GitHub.</summary>
internal static class MarkdownWriter
{
    public static string Write(TableModel table)
    {
        var text = new StringBuilder();
        if (table.Title.Length > 0)
        {
            text.Append("**").Append(Escape(table.Title)).Append("**\n\n");
        }

        IEnumerable<string> lead = [.. table.Lead.Select(Escape), .. table.Cautions.Select(caution => $"**{Escape(caution)}**")];
        if (lead.Any())
        {
            text.AppendJoin("\n\n", lead).Append("\n\n");
        }

        if (!table.Columns.IsEmpty)
        {
            Grid(text, table);
        }

        foreach (TableNote note in table.Notes)
        {
            text.Append('\n').Append(Superscript(note.Mark)).Append(note.Mark.Length > 0 ? " " : "").Append(Escape(note.Text)).Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    private static void Grid(StringBuilder text, TableModel table)
    {
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
            Line(text, row.Cells.Select((cell, column) => (column == 0 ? indent : "") + Escape(cell.Text) + Superscript(cell.Mark)));
        }
    }

    private static string Superscript(string mark) => mark.Length == 0 ? "" : $"<sup>{mark}</sup>";

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
