using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using System.Text;
using CSharpNotebook.Engine;

namespace CSharpNotebook.Display.Tables;

/// <summary>The first rows of a value that is a table, ready to be shown.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The number of rows in the value; null when it is not known, but more than are shown.</param>
internal sealed record ValueTable(ImmutableArray<ValueColumn> Columns, long? Rows)
{
    /// <summary>The largest number of rows that are shown.</summary>
    public const int ShownRows = 20;

    /// <summary>The row of the value that is the first of those shown; 0 by default.</summary>
    public long Start { get; init; }

    private int Shown => Columns.IsEmpty ? 0 : Columns[0].Cells.Length;

    private string Caption
    {
        get
        {
            string columns = string.Create(
                CultureInfo.InvariantCulture, $"{Columns.Length} {(Columns.Length == 1 ? "column" : "columns")}");
            string rows = Rows is { } count
                ? string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "row" : "rows")}")
                : string.Create(CultureInfo.InvariantCulture, $"more than {Shown} rows");
            if (Start > 0)
            {
                return string.Create(CultureInfo.InvariantCulture, $"{rows}, {columns}; rows {Start + 1} to {Start + Shown} are shown");
            }

            return Rows is null || Rows > Shown && Shown > 0
                ? string.Create(CultureInfo.InvariantCulture, $"{rows}, {columns}; the first {Shown} rows are shown")
                : $"{rows}, {columns}";
        }
    }

    /// <summary>The table as HTML, with the types of its columns.</summary>
    public string ToHtml()
    {
        var html = new StringBuilder("<div style=\"overflow-x: auto\"><table>\n<thead><tr>");
        foreach (ValueColumn column in Columns)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<th>{WebUtility.HtmlEncode(column.Name)}<br><small>{WebUtility.HtmlEncode(TypeNames.Short(column.Type))}</small></th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        for (int row = 0; row < Shown; row++)
        {
            html.Append("<tr>");
            foreach (ValueColumn column in Columns)
            {
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<td{(column.IsNumber ? " style=\"text-align: right\"" : "")}>{WebUtility.HtmlEncode(column.Cells[row])}</td>");
            }

            html.Append("</tr>\n");
        }

        return html.Append(CultureInfo.InvariantCulture, $"</tbody></table></div>\n<p>{Caption}</p>").ToString();
    }

    /// <summary>The table as text, numbers to the right.</summary>
    public string ToText()
    {
        int[] widths = [.. Columns.Select(column => column.Cells.Append(column.Name).Max(cell => cell.Length))];
        var text = new StringBuilder();
        for (int row = -1; row < Shown; row++)
        {
            IEnumerable<string> cells = Columns.Select((column, index) =>
            {
                string cell = row < 0 ? column.Name : column.Cells[row];
                return column.IsNumber ? cell.PadLeft(widths[index]) : cell.PadRight(widths[index]);
            });
            text.Append(string.Join("  ", cells).TrimEnd()).Append('\n');
        }

        return text.Append(Caption).ToString();
    }
}
