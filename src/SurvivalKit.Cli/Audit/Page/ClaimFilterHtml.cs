using System.Globalization;
using System.Text;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The choice of a verdict above the numbers. Radio buttons and a style sheet are enough; a script only adds a choice of place and
/// words.</summary>
internal static class ClaimFilterHtml
{
    /// <summary>The rules that hide the numbers of other verdicts.</summary>
    public static string Css { get; } = string.Join('\n', Enum.GetValues<Verdict>().Select(verdict => verdict.ToName()).Select(name =>
        $".claim-box:has(#show-{name}:checked) tr[data-verdict]:not([data-verdict=\"{name}\"]) {{ display: none; }}"));

    public static string Render(StudyAudit audit)
    {
        var html = new StringBuilder("<div id=\"filter\">\n<fieldset><legend>Show</legend>\n");
        html.Append(VerdictHtml.Choice("all", "all", audit.Claims.Length, isChosen: true));
        foreach ((Verdict verdict, int count) in audit.Counts())
        {
            html.Append(VerdictHtml.Choice(verdict.ToName(), VerdictHtml.Badge(verdict), count, isChosen: false));
        }

        html.Append("</fieldset>\n<form id=\"narrow\" hidden>\n<label>Place <select name=\"place\"><option value=\"\">all</option>");
        foreach (string place in audit.Claims.Select(claim => claim.Claim.Place).Distinct())
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<option value=\"{HtmlText.Escape(place)}\">{HtmlText.Escape(ClaimNames.PlaceName(place))}</option>");
        }

        return html.Append("</select></label>\n<label>Words <input type=\"search\" name=\"words\"></label>\n<output></output>\n")
            .Append("</form>\n</div>\n").ToString();
    }
}
