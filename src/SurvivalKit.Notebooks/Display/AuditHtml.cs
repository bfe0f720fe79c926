using System.Globalization;
using System.Text;
using SurvivalKit.Published;

namespace SurvivalKit.Notebooks;

/// <summary>An audit: how many numbers have each verdict, those that a reader should look at with their witness, and all of them folded away.</summary>
internal static class AuditHtml
{
    public static string Of(StudyAudit audit)
    {
        string counts = string.Join(", ", audit.Counts().Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value} {pair.Key.ToName()}")));
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<p>Of {audit.Claims.Length} printed numbers: {counts}.</p>");
        foreach (Verdict verdict in (Verdict[])[Verdict.Inconsistent, Verdict.Unreachable, Verdict.Rounding])
        {
            if (audit.Of(verdict) is { Length: > 0 } claims)
            {
                html.Append(CultureInfo.InvariantCulture, $"<h4>{verdict.ToName()}</h4>").Append(Table(claims));
            }
        }

        return html.Append(CultureInfo.InvariantCulture, $"<details><summary>All {audit.Claims.Length} numbers</summary>")
            .Append(Table(audit.Claims)).Append("</details>").ToString();
    }

    private static string Table(IEnumerable<AuditedClaim> claims) => new TableModel(
        "",
        [
            new("Claim", TableAlignment.Left), new("Verdict", TableAlignment.Left), new("Printed"), new("Computed"),
            new("Method", TableAlignment.Left), new("In words, and the arithmetic", TableAlignment.Left),
        ],
        claims.Select(claim => new TableRow(
        [
            claim.Claim.Id,
            claim.Verdict.ToName(),
            claim.Claim.Printed,
            claim.Computed is { } value ? TableCell.Number(value, NumberKind.Computed) : TableCell.Empty,
            claim.Method ?? "",
            claim.Explanation,
        ]))).ToHtml();
}
