using System.Globalization;
using System.Text;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>Every claim with what was found, and a form that chooses among them where scripts run.</summary>
internal static class ClaimTableHtml
{
    public static string Of(Reproduction result)
    {
        var html = new StringBuilder();
        AppendFilter(html, result);
        html.Append("<div class=\"wide\"><table class=\"claims\">\n<thead><tr><th scope=\"col\">Claim</th><th scope=\"col\">Printed</th><th scope=\"col\">Computed</th>")
            .Append("<th scope=\"col\">Verdict</th><th scope=\"col\">In words</th></tr></thead>\n<tbody>\n");
        foreach (CheckedClaim claim in result.Claims)
        {
            AppendRow(html, claim);
        }

        return html.Append("</tbody></table></div>\n").ToString();
    }

    /// <summary>A verdict as a coloured word.</summary>
    public static string Badge(Verdict? verdict)
    {
        string name = verdict?.ToName() ?? VerdictWords.None;
        return $"<span class=\"verdict v-{name}\">{name}</span>";
    }

    private static void AppendFilter(StringBuilder html, Reproduction result)
    {
        html.Append("<form id=\"filter\" hidden>\n<fieldset><legend>Show</legend>\n");
        foreach ((string name, int count) in Counts(result))
        {
            html.Append(CultureInfo.InvariantCulture, $"<label><input type=\"checkbox\" name=\"verdict\" value=\"{name}\" checked> <span class=\"verdict v-{name}\">{name}</span> {count}</label>\n");
        }

        html.Append("</fieldset>\n<label>Place <select name=\"place\"><option value=\"\">all</option>");
        foreach (string place in result.Claims.Select(claim => claim.Claim.Place).Distinct())
        {
            html.Append(CultureInfo.InvariantCulture, $"<option>{HtmlText.Escape(place)}</option>");
        }

        html.Append("</select></label>\n<label>Words <input type=\"search\" name=\"words\" placeholder=\"median, Hypokalemia\"></label>\n<output></output>\n</form>\n");
    }

    private static IEnumerable<(string Name, int Count)> Counts(Reproduction result)
    {
        foreach ((Verdict verdict, int count) in result.Checks.Counts())
        {
            yield return (verdict.ToName(), count);
        }

        if (result.Unchecked.Length > 0)
        {
            yield return (VerdictWords.None, result.Unchecked.Length);
        }
    }

    private static void AppendRow(StringBuilder html, CheckedClaim claim)
    {
        string verdict = claim.Check?.Verdict.ToName() ?? VerdictWords.None;
        string id = HtmlText.Escape(claim.Claim.Id);
        string link = claim.Origin is { } origin ? $"<a href=\"#{NotebookChapter.CellId(origin)}\">{id}</a>" : id;
        string recorded = claim.IsAsRecorded ? "" : $"<br><small>recorded: {claim.Recorded?.ToName() ?? "nothing"}</small>";
        string computed = claim.Check?.Computed is { } value ? NumberText.Short(value) : "";
        string words = claim.Check?.Sentence ?? "No notebook checked the claim.";
        html.Append(CultureInfo.InvariantCulture, $"<tr data-verdict=\"{verdict}\" data-place=\"{HtmlText.Escape(claim.Claim.Place)}\"{(claim.IsAsRecorded ? "" : " class=\"changed\"")}>")
            .Append(CultureInfo.InvariantCulture, $"<th scope=\"row\">{link}</th><td>{HtmlText.Escape(claim.Claim.Printed)}</td><td>{computed}</td>")
            .Append(CultureInfo.InvariantCulture, $"<td>{Badge(claim.Check?.Verdict)}{recorded}</td><td>{HtmlText.Escape(words)}</td></tr>\n");
    }
}
