using System.Globalization;
using System.Text;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>Every claim with its verdict and its witness, place by place, below a choice of verdicts that needs no script.</summary>
internal static class ClaimTableHtml
{
    public static string Render(Reproduction result)
    {
        var html = new StringBuilder("<div class=\"claim-box\">\n");
        html.Append(ClaimFilterHtml.Render(result));
        html.Append(
            "<div class=\"wide\"><table class=\"claims\">\n<thead><tr><th scope=\"col\">Claim</th><th scope=\"col\">Printed</th><th scope=\"col\">Verdict</th>")
            .Append("<th scope=\"col\">Computed</th><th scope=\"col\">In words, and the arithmetic</th></tr></thead>\n");
        foreach (IGrouping<string, ReproducedClaim> place in result.Claims.GroupBy(claim => claim.Claim.Place))
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tbody>\n<tr class=\"place\"><th scope=\"rowgroup\" colspan=\"5\">{HtmlText.Escape(place.Key)}</th></tr>\n");
            foreach (ReproducedClaim claim in place)
            {
                AppendRow(html, claim, result.Claims.IndexOf(claim));
            }

            html.Append("</tbody>\n");
        }

        return html.Append("</table></div>\n</div>\n").ToString();
    }

    /// <summary>The id of a claim's row in the page.</summary>
    /// <param name="index">The claim's place in the study file, from 0.</param>
    public static string RowId(int index) => FormattableString.Invariant($"claim-{index + 1}");

    private static void AppendRow(StringBuilder html, ReproducedClaim claim, int index)
    {
        Judgement audited = claim.Audited.Judgement;
        string id = HtmlText.Escape(claim.Claim.Id);
        string link = claim.Origin is { } origin ? $"<a href=\"#{NotebookChapter.CellId(origin)}\">{id}</a>" : id;
        string recorded = claim.IsAsRecorded ? "" : $"<br><small>recorded: {claim.Recorded?.ToName() ?? "nothing"}</small>";
        string computed = audited.Computed is { } value ? NumberText.Format(value, NumberKind.Computed) : "";
        string method = audited.Method is { } how ? $"<br><small>{HtmlText.Escape(how)}</small>" : "";
        html.Append(
            CultureInfo.InvariantCulture,
            $"<tr id=\"{RowId(index)}\" data-verdict=\"{audited.Verdict.ToName()}\" data-place=\"{HtmlText.Escape(claim.Claim.Place)}\"{(claim.IsAsRecorded ? "" : " class=\"changed\"")}>")
            .Append(CultureInfo.InvariantCulture, $"<th scope=\"row\">{link}</th><td>{HtmlText.Escape(claim.Claim.Printed)}</td>")
            .Append(CultureInfo.InvariantCulture, $"<td>{VerdictHtml.Badge(audited.Verdict)}{recorded}</td><td>{computed}{method}</td>")
            .Append(CultureInfo.InvariantCulture, $"<td>{HtmlText.Escape(audited.Explanation)}{Others(claim)}</td></tr>\n");
    }

    /// <summary>What else is known of a claim: what other checks say that its explanation does not, and that no
    /// notebook computed it.</summary>
    private static string Others(ReproducedClaim claim)
    {
        List<string> others =
        [
            .. claim.Audited.Findings.Select(finding => finding.Judgement.Sentence.Trim())
                .Where(sentence => !claim.Audited.Judgement.Explanation.Contains(sentence.TrimEnd('.'), StringComparison.OrdinalIgnoreCase))
                .Distinct(),
        ];
        if (claim.Check is null)
        {
            others.Add("No notebook computed the claim.");
        }

        return others.Count == 0 ? "" : "<details><summary>Also</summary>"
            + string.Concat(others.Select(other => $"<p>{HtmlText.Escape(Sentence(other))}</p>"))
            + "</details>";
    }

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
