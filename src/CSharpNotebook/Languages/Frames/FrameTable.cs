using System.Globalization;
using System.Net;
using System.Text;
using CSharpNotebook.Display;
using CSharpNotebook.Engine;
using CSharpNotebook.Format;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace CSharpNotebook.Languages.Frames;

/// <summary>
/// Shows a data frame from a language as a table with types and number of rows; where a formatter is registered for
/// data frames, that formatter shows it.
/// </summary>
internal static class FrameTable
{
    private const int ShownRows = 20;

    public static MimeBundle Format(DataFrame frame)
    {
        bool hasFormatter = Formatter.RegisteredFormatters(includeDefaults: false).Any(formatter => formatter.Type == typeof(DataFrame));
        return hasFormatter
            ? ResultFormatter.Format(frame)
            : MimeBundle.Empty.With("text/html", Html(frame)).With("text/plain", Text(frame));
    }

    private static string Html(DataFrame frame)
    {
        var html = new StringBuilder("<div style=\"overflow-x: auto\"><table>\n<thead><tr>");
        foreach (DataFrameColumn column in frame.Columns)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<th>{WebUtility.HtmlEncode(column.Name)}<br><small>{WebUtility.HtmlEncode(TypeNames.Short(column.DataType))}</small></th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        for (long row = 0; row < Math.Min(frame.Rows.Count, ShownRows); row++)
        {
            html.Append("<tr>");
            foreach (DataFrameColumn column in frame.Columns)
            {
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<td{(IsNumber(column) ? " style=\"text-align: right\"" : "")}>{WebUtility.HtmlEncode(Cell(column[row]))}</td>");
            }

            html.Append("</tr>\n");
        }
        return html.Append(CultureInfo.InvariantCulture, $"</tbody></table></div>\n<p>{Caption(frame)}</p>").ToString();
    }

    private static string Text(DataFrame frame)
    {
        int shown = (int)Math.Min(frame.Rows.Count, ShownRows);
        string[][] columns = [.. frame.Columns.Select(
            column => (string[])[column.Name, .. Enumerable.Range(0, shown).Select(row => Cell(column[row]))])];
        int[] widths = [.. columns.Select(column => column.Max(cell => cell.Length))];
        bool[] isNumber = [.. frame.Columns.Select(IsNumber)];
        var text = new StringBuilder();
        for (int row = 0; row <= shown; row++)
        {
            IEnumerable<string> cells = columns.Select(
                (column, index) => isNumber[index] ? column[row].PadLeft(widths[index]) : column[row].PadRight(widths[index]));
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }
        return text.Append(Caption(frame)).ToString();
    }

    private static string Caption(DataFrame frame)
    {
        string size = string.Create(
            CultureInfo.InvariantCulture,
            $"{frame.Rows.Count} {(frame.Rows.Count == 1 ? "row" : "rows")}, {frame.Columns.Count} {(frame.Columns.Count == 1 ? "column" : "columns")}");
        return frame.Rows.Count > ShownRows ? string.Create(
            CultureInfo.InvariantCulture, $"{size}; the first {ShownRows} rows are shown") : size;
    }

    private static bool IsNumber(DataFrameColumn column) => column.IsNumericColumn();

    private static string Cell(object? value) => value switch
    {
        null => "null",
        DateTime { TimeOfDay.Ticks: 0 } date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
