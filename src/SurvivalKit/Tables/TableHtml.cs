using System.Globalization;
using System.Net;
using System.Text;

namespace SurvivalKit;

internal static class TableHtml
{
    public static string Write(TableModel table)
    {
        var html = new StringBuilder("<table class=\"survivalkit-table\">");
        if (table.Title.Length > 0)
        {
            html.Append("<caption>").Append(WebUtility.HtmlEncode(table.Title)).Append("</caption>");
        }

        html.Append("<thead><tr>");
        foreach (TableColumn column in table.Columns)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" style=\"text-align:{Side(column)}\">{WebUtility.HtmlEncode(column.Header)}</th>");
        }

        html.Append("</tr></thead><tbody>");
        foreach (TableRow row in table.Rows)
        {
            html.Append("<tr>");
            for (int c = 0; c < row.Cells.Length; c++)
            {
                string indent = c == 0 && row.Indent > 0 ? string.Create(CultureInfo.InvariantCulture, $";padding-left:{1.4 * row.Indent}em") : "";
                string tag = c == 0 ? "th scope=\"row\"" : "td";
                string weight = c == 0 ? ";font-weight:normal" : "";
                html.Append(CultureInfo.InvariantCulture, $"<{tag} style=\"text-align:{Side(table.Columns[c])}{weight}{indent}\">{WebUtility.HtmlEncode(row.Cells[c])}</{tag[..2]}>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody>");
        if (table.Footnotes.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tfoot><tr><td colspan=\"{table.Columns.Length}\" style=\"text-align:left\">");
            html.AppendJoin("<br>", table.Footnotes.Select(WebUtility.HtmlEncode)).Append("</td></tr></tfoot>");
        }

        return html.Append("</table>").ToString();
    }

    private static string Side(TableColumn column) => column.Alignment switch
    {
        TableAlignment.Left => "left",
        TableAlignment.Right => "right",
        _ => "center",
    };
}
