using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The contradictions from the gravest, each one line with its arithmetic on demand, and below them what a cohort did not reach
/// and what fits only under another rule of rounding.</summary>
internal static class FindingsHtml
{
    public static string Render(StudyAudit audit, AuditPageParts parts)
    {
        var html = new StringBuilder("<p class=\"counts\">");
        html.AppendJoin(" ", audit.Counts().OrderBy(pair => Gravity(pair.Key)).Select(
            pair => FormattableString.Invariant($"<span>{VerdictHtml.Badge(pair.Key)} {pair.Value}</span>"))).Append("</p>\n");
        ImmutableArray<Contradiction> contradictions = audit.Contradictions;
        if (contradictions.Length > 0)
        {
            html.Append("<ol class=\"findings\">\n");
            foreach (Contradiction one in contradictions)
            {
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<li><details><summary><b class=\"touches\">{one.Touches}</b> {HtmlText.Escape(one.Name)}: {HtmlText.Escape(one.Brief)}</summary>\n")
                    .Append(Arithmetic(audit, one.Audited, parts)).Append("</details></li>\n");
            }

            html.Append("</ol>\n");
        }

        Append(html, audit, parts, Verdict.Unreachable, "that the search for a cohort did not reach");
        Append(html, audit, parts, Verdict.Rounding, "that fit only under another rule of rounding than half up");
        return html.Append(CultureInfo.InvariantCulture, $"<p class=\"quiet\">{HtmlText.Escape(Basis(audit))}</p>\n").ToString();
    }

    private static void Append(StringBuilder html, StudyAudit audit, AuditPageParts parts, Verdict verdict, string what)
    {
        ImmutableArray<AuditedClaim> claims = audit.Of(verdict);
        if (claims.IsEmpty)
        {
            return;
        }

        html.Append(
            CultureInfo.InvariantCulture,
            $"<details class=\"group\"><summary>{VerdictHtml.Badge(verdict)} {NumberText.Count(claims.Length, "number")} {what}</summary>\n<ul>\n");
        foreach (AuditedClaim claim in claims)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<li><b>{HtmlText.Escape(audit.Study.NameOf(claim.Claim))}</b>, printed {HtmlText.Escape(claim.Claim.Printed)}.\n")
                .Append(Arithmetic(audit, claim, parts)).Append("</li>\n");
        }

        html.Append("</ul>\n</details>\n");
    }

    private static string Arithmetic(StudyAudit audit, AuditedClaim claim, AuditPageParts parts)
    {
        string cell = parts.CellOf(claim) is { } id ? $" · <a href=\"#{id}\">computed in the notebook</a>" : "";
        return $"<p>{HtmlText.Escape(claim.Judgement.Explanation)} <a href=\"#{ClaimListHtml.RowId(audit, claim)}\">where it stands</a>{cell}</p>\n";
    }

    private static string Basis(StudyAudit audit) => "A contradiction shows that printed numbers exclude each other, not which of them is wrong. "
        + (audit.HasCohort ? audit.Study.Synthetic : "The printed numbers were tried against each other; no patient data were used.");

    private static int Gravity(Verdict verdict) => verdict switch
    {
        Verdict.Inconsistent => 0,
        Verdict.Unreachable => 1,
        Verdict.Rounding => 2,
        Verdict.NotCheckable => 3,
        _ => 4,
    };
}
