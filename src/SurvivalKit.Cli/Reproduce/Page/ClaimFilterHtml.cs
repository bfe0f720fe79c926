using System.Globalization;
using System.Text;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The choice of a verdict above the claims. Radio buttons and a style sheet are enough; a script only adds a choice of place and
/// words.</summary>
internal static class ClaimFilterHtml
{
    private const string All = "all";

    public static string Render(Reproduction result)
    {
        var html = new StringBuilder("<div id=\"filter\">\n<fieldset><legend>Show</legend>\n");
        html.Append(VerdictHtml.Choice(All, "all", result.Claims.Length, isChosen: true));
        foreach ((Verdict verdict, int count) in result.Audit.Counts())
        {
            html.Append(VerdictHtml.Choice(verdict.ToName(), VerdictHtml.Badge(verdict), count, isChosen: false));
        }

        html.Append("</fieldset>\n<form id=\"narrow\" hidden>\n<label>Place <select name=\"place\"><option value=\"\">all</option>");
        foreach (string place in result.Claims.Select(claim => claim.Claim.Place).Distinct())
        {
            html.Append(CultureInfo.InvariantCulture, $"<option>{HtmlText.Escape(place)}</option>");
        }

        return html.Append(
            "</select></label>\n<label>Words <input type=\"search\" name=\"words\" placeholder=\"median, Hypokalemia\"></label>\n<output></output>\n</form>\n</div>\n")
            .ToString();
    }

    /// <summary>The rules that hide the claims of other verdicts, and the places that are then empty.</summary>
    public static string Css { get; } = string.Join('\n', Enum.GetValues<Verdict>().Select(verdict => verdict.ToName()).Select(name =>
        $$"""
        .claim-box:has(#show-{{name}}:checked) tbody tr:not(.place):not([data-verdict="{{name}}"]), .claim-box:has(#show-{{name}}:checked) tbody:not(:has([data-verdict="{{name}}"])) { display: none; }
        """));
}
