using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>A printed table whose numbers have the colour and the mark of their verdict. One number of the table is a tab stop; the arrow
/// keys lead to the others.</summary>
internal static class PrintedTableHtml
{
    public static string Render(StudyAudit audit, AuditedTable table)
    {
        var html = new StringBuilder("<div class=\"wide\"><table class=\"printed\">\n<thead><tr>");
        bool isFirst = true;
        html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{HtmlText.Escape(table.Layout.Stub)}</th>");
        foreach (ImmutableArray<PrintedPiece> header in table.Headers)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\">{Cell(audit, header, ref isFirst)}</th>");
        }

        html.Append("</tr></thead>\n<tbody>\n");
        foreach (AuditedRow row in table.Rows)
        {
            string depth = row.Depth > 0 ? FormattableString.Invariant($" class=\"d{Math.Min(row.Depth, 3)}\"") : "";
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"{depth}>{HtmlText.Escape(row.Printed)}</th>");
            foreach (ImmutableArray<PrintedPiece> cell in row.Cells)
            {
                html.Append(CultureInfo.InvariantCulture, $"<td>{Cell(audit, cell, ref isFirst)}</td>");
            }

            html.Append("</tr>\n");
        }

        html.Append("</tbody></table></div>\n");
        return html.AppendJoin(
            "", table.Layout.Notes.Select(note => $"<p class=\"quiet\">{HtmlText.Escape(note)}</p>\n")).ToString();
    }

    private static string Cell(StudyAudit audit, ImmutableArray<PrintedPiece> pieces, ref bool isFirst)
    {
        var html = new StringBuilder();
        foreach (PrintedPiece piece in pieces)
        {
            if (piece.Claim is not { } claim)
            {
                html.Append(HtmlText.Escape(piece.Text));
                continue;
            }

            string verdict = claim.Judgement.Verdict.ToName();
            string text = HtmlText.Escape(piece.Text);
            html.Append(
                CultureInfo.InvariantCulture,
                $"<a class=\"n v-{verdict}\" href=\"#{ClaimListHtml.RowId(audit, claim)}\" tabindex=\"{(isFirst ? 0 : -1)}\" aria-label=\"{text}, {verdict}\">{text}</a>");
            isFirst = false;
        }

        return html.ToString();
    }
}
