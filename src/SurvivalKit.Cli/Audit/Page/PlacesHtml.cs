using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The numbers folded by table, figure and part of the text: the printed table where the study file has one, and below it every
/// number with its arithmetic. Open at first are the tables with contradictions.</summary>
internal static class PlacesHtml
{
    public static string Render(StudyAudit audit, AuditPageParts parts)
    {
        var html = new StringBuilder(
            "<p>Point at a number in a table, touch it, or reach it with the arrow keys: its arithmetic is shown in the corner.</p>\n<div class=\"claim-box\">\n");
        html.Append(ClaimFilterHtml.Render(audit));
        foreach (IGrouping<string, AuditedClaim> place in audit.Claims.GroupBy(claim => claim.Claim.Place))
        {
            PrintedTable? layout = audit.Study.Tables.FirstOrDefault(table => table.Place == place.Key);
            bool isOpen = layout is not null && place.Any(claim => claim.Judgement.Verdict == Verdict.Inconsistent);
            html.Append(
                CultureInfo.InvariantCulture,
                $"<details class=\"place\" id=\"place-{Slug(place.Key)}\" data-place=\"{HtmlText.Escape(place.Key)}\"{(isOpen ? " open" : "")}>\n<summary><h3>{HtmlText.Escape(Title(place.Key, layout))}</h3> ")
                .Append(Counts([.. place])).Append("</summary>\n");
            if (layout is not null)
            {
                html.Append(PrintedTableHtml.Render(audit, AuditedTable.Of(audit, place.Key)))
                    .Append(
                        CultureInfo.InvariantCulture,
                        $"<details class=\"list\"><summary>All {NumberText.Count(place.Count(), "number")} with the arithmetic</summary>\n")
                    .Append(ClaimListHtml.Render(audit, [.. place], parts)).Append("</details>\n");
            }
            else
            {
                html.Append(ClaimListHtml.Render(audit, [.. place], parts));
            }

            html.Append("</details>\n");
        }

        return html.Append("</div>\n").ToString();
    }

    private static string Title(string place, PrintedTable? layout) =>
        layout is null ? ClaimNames.PlaceName(place) : $"{ClaimNames.PlaceName(place)}: {layout.Title}";

    private static string Counts(ImmutableArray<AuditedClaim> claims) =>
        $"<span class=\"quiet\">{NumberText.Count(claims.Length, "number")}</span> "
        + string.Join(" ", claims.CountBy(claim => claim.Judgement.Verdict)
            .Where(pair => pair.Key is Verdict.Inconsistent or Verdict.Unreachable or Verdict.Rounding).OrderByDescending(
                pair => pair.Key == Verdict.Inconsistent).ThenByDescending(pair => pair.Key)
            .Select(pair => FormattableString.Invariant($"{VerdictHtml.Badge(pair.Key)} {pair.Value}")));

    private static string Slug(string place) =>
        string.Concat(place.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-' ? letter : '_'));
}
