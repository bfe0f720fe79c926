using System.Globalization;
using System.Text;
using SurvivalKit.Published;

namespace SurvivalKit.Notebooks;

/// <summary>Checks of claims: how many have each verdict, those that a reader should look at, and all of them folded away.</summary>
internal static class ChecksHtml
{
    public static string Of(ClaimChecks checks)
    {
        ClaimCheck[] notable = [.. checks.Where(check => check.Verdict is not (Verdict.MatchesCohort or Verdict.NotCheckable))];
        var html = new StringBuilder("<p>").Append(HtmlText.Escape(checks.ToString())).Append("</p>");
        if (notable.Length > 0)
        {
            html.Append(Table(notable));
        }

        return html.Append(CultureInfo.InvariantCulture, $"<details><summary>All {checks.Count} claims</summary>").Append(Table(checks)).Append("</details>").ToString();
    }

    private static string Table(IEnumerable<ClaimCheck> checks) => new TableModel(
        "",
        [new("Claim", TableAlignment.Left), new("Printed"), new("Computed"), new("Verdict", TableAlignment.Left), new("In words", TableAlignment.Left)],
        checks.Select(check => new TableRow(
        [
            check.Claim.Id,
            check.Claim.Printed,
            check.Computed is { } value ? TableCell.Number(value, NumberKind.Computed) : TableCell.Empty,
            check.Verdict.ToName(),
            check.Sentence,
        ]))).ToHtml();
}
