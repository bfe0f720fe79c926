using System.Globalization;
using System.Text;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Notebooks;

/// <summary>A frame as a table that scrolls both ways: names, types, the first rows, and how many there are.</summary>
internal static class FrameHtml
{
    /// <summary>The number of rows that are shown.</summary>
    public const int RowsShown = 100;

    public static string Of(DataFrame frame)
    {
        var html = new StringBuilder("<div style=\"overflow:auto;max-height:22em\"><table class=\"survivalkit-frame\"><thead><tr>");
        foreach (DataFrameColumn column in frame.Columns)
        {
            html.Append("<th scope=\"col\">").Append(HtmlText.Escape(column.Name)).Append("<br><small>").Append(FrameCell.TypeName(column)).Append("</small></th>");
        }

        html.Append("</tr></thead><tbody>");
        for (long row = 0; row < Math.Min(frame.Rows.Count, RowsShown); row++)
        {
            html.Append("<tr>");
            foreach (DataFrameColumn column in frame.Columns)
            {
                string side = column is StringDataFrameColumn ? "left" : "right";
                html.Append(CultureInfo.InvariantCulture, $"<td style=\"text-align:{side}\">{HtmlText.Escape(FrameCell.Text(column[row]))}</td>");
            }

            html.Append("</tr>");
        }

        return html.Append("</tbody></table></div><p><small>").Append(FrameCell.Size(frame, RowsShown)).Append("</small></p>").ToString();
    }
}
