using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The numbers of a place, each with its verdict, what was computed, and the arithmetic.</summary>
internal static class ClaimListHtml
{
    public static string Render(StudyAudit audit, ImmutableArray<AuditedClaim> claims, AuditPageParts parts)
    {
        var html = new StringBuilder(
            "<table class=\"claims\">\n<thead><tr><th scope=\"col\">Number</th><th scope=\"col\">Printed</th><th scope=\"col\">Verdict</th>");
        html.Append("<th scope=\"col\">Computed</th><th scope=\"col\">In words, and the arithmetic</th></tr></thead>\n<tbody>\n");
        foreach (AuditedClaim claim in claims)
        {
            AppendRow(html, audit, claim, parts);
        }

        return html.Append("</tbody></table>\n").ToString();
    }

    /// <summary>The id of a claim's row in the page.</summary>
    public static string RowId(StudyAudit audit, AuditedClaim claim) =>
        FormattableString.Invariant($"claim-{audit.Claims.IndexOf(claim) + 1}");

    private static void AppendRow(StringBuilder html, StudyAudit audit, AuditedClaim claim, AuditPageParts parts)
    {
        Judgement judgement = claim.Judgement;
        string verdict = judgement.Verdict.ToName();
        string computed = judgement.Computed is { } value ? NumberText.Format(value, NumberKind.Computed) : "";
        string method = judgement.Method is { } how ? $" <small>{HtmlText.Escape(how)}</small>" : "";
        string cell = parts.CellOf(claim) is { } id ? $" data-cell=\"{id}\"" : "";
        string where = claim.Claim.Where is { } part ? $" <small>{HtmlText.Escape(part)}</small>" : "";
        html.Append(
            CultureInfo.InvariantCulture,
            $"<tr id=\"{RowId(audit, claim)}\" data-verdict=\"{verdict}\"{cell}>")
            .Append(CultureInfo.InvariantCulture, $"<th scope=\"row\">{HtmlText.Escape(audit.Study.NameWithin(claim.Claim))}{where}</th>")
            .Append(
                CultureInfo.InvariantCulture,
                $"<td>{HtmlText.Escape(claim.Claim.Printed)}</td><td>{VerdictHtml.Badge(judgement.Verdict)}</td>")
            .Append(CultureInfo.InvariantCulture, $"<td>{computed}{method}</td><td>{HtmlText.Escape(judgement.Explanation)}")
            .Append(Others(claim, parts.RemarkOn(claim))).Append("</td></tr>\n");
    }

    /// <summary>What else is known of a claim: what other checks say that its explanation does not, and the remark of a run.</summary>
    private static string Others(AuditedClaim claim, string? remark)
    {
        IEnumerable<string> others = claim.Findings.Select(finding => finding.Judgement.Sentence.Trim())
            .Where(sentence => !claim.Judgement.Explanation.Contains(sentence.TrimEnd('.'), StringComparison.OrdinalIgnoreCase))
            .Distinct();
        return string.Concat(others.Select(other => $"<p class=\"also\">{HtmlText.Escape(Capital(other))}</p>"))
            + (remark is null ? "" : $"<p class=\"failed\">{HtmlText.Escape(remark)}</p>");
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
