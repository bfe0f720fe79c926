using System.Globalization;
using System.Net;
using System.Text;

namespace SurvivalKit;

/// <summary>Writes a table as HTML; every text is escaped.</summary>
internal static class HtmlWriter
{
    public static string Write(TableModel table)
    {
        var html = new StringBuilder();
        if (!table.Cautions.IsEmpty)
        {
            html.Append("<p><strong>").AppendJoin(" ", table.Cautions.Select(Escape)).Append("</strong></p>");
        }

        return (table.Columns.IsEmpty ? Sentences(html, table) : Grid(html, table)).ToString();
    }

    // A table without columns consists of its sentences.
    private static StringBuilder Sentences(StringBuilder html, TableModel table)
    {
        IEnumerable<string> title = table.Title.Length > 0 ? [$"<strong>{Escape(table.Title)}</strong>"] : [];
        IEnumerable<string> lines = [.. title, .. table.Lead.Select(Escape), .. table.Notes.Select(Note)];
        return html.Append("<p>").AppendJoin("<br>", lines).Append("</p>");
    }

    private static StringBuilder Grid(StringBuilder html, TableModel table)
    {
        html.Append("<table class=\"survivalkit-table\">");
        IEnumerable<string> caption = [.. table.Title.Length > 0 ? [table.Title] : Array.Empty<string>(), .. table.Lead];
        if (caption.Any())
        {
            html.Append("<caption>").AppendJoin("<br>", caption.Select(Escape)).Append("</caption>");
        }

        html.Append("<thead><tr>");
        foreach (TableColumn column in table.Columns)
        {
            string detail = column.Detail.Length > 0 ? $"<br><small>{Escape(column.Detail)}</small>" : "";
            html.Append(
                CultureInfo.InvariantCulture,
                $"<th scope=\"col\" style=\"text-align:{Side(column)}\">{Escape(column.Header)}{detail}</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (TableRow row in table.Rows)
        {
            html.Append("<tr>");
            for (int place = 0; place < row.Cells.Length; place++)
            {
                html.Append(Cell(row, place, table.Columns[place]));
            }

            html.Append("</tr>");
        }

        html.Append("</tbody>");
        if (table.Notes.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tfoot><tr><td colspan=\"{table.Columns.Length}\" style=\"text-align:left\">")
                .AppendJoin("<br>", table.Notes.Select(Note)).Append("</td></tr></tfoot>");
        }

        return html.Append("</table>");
    }

    private static string Cell(TableRow row, int place, TableColumn column)
    {
        TableCell cell = row.Cells[place];
        string text = Escape(cell.Text) + Superscript(cell.Mark);
        string indent = row.Indent > 0 ? string.Create(CultureInfo.InvariantCulture, $";padding-left:{1.4 * row.Indent}em") : "";
        return place == 0
            ? $"<th scope=\"row\" style=\"text-align:{Side(column)};font-weight:normal{indent}\">{text}</th>"
            : $"<td style=\"text-align:{Side(column)}\">{text}</td>";
    }

    private static string Note(TableNote note) => Superscript(note.Mark) + (note.Mark.Length > 0 ? " " : "") + Escape(note.Text);

    private static string Superscript(string mark) => mark.Length == 0 ? "" : $"<sup>{Escape(mark)}</sup>";

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string Side(TableColumn column) => column.Alignment switch
    {
        TableAlignment.Left => "left",
        TableAlignment.Right => "right",
        _ => "center",
    };
}
