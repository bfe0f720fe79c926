using System.Globalization;
using System.Text;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>What was checked and what each verdict means, after the findings, and the summary as text to paste.</summary>
internal static class MethodHtml
{
    public static string Render(StudyAudit audit)
    {
        Study study = audit.Study;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<p>{HtmlText.Escape(study.Title)}: {HtmlText.Escape(study.Scope)}</p>\n")
            .Append("<dl class=\"verdicts\">\n");
        foreach ((Verdict verdict, int count) in audit.Counts())
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<div><dt>{VerdictHtml.Badge(verdict)} <b>{count}</b></dt><dd>{verdict.Meaning()}</dd></div>\n");
        }

        html.Append("</dl>\n");
        if (study.NotPrintedAsText.Length > 0)
        {
            html.Append("<p>Not printed as text:</p>\n<ul>\n").AppendJoin("", study.NotPrintedAsText.Select(
                place => $"<li>{HtmlText.Escape($"{ClaimNames.PlaceName(place.Place)}: {place.What}")}</li>\n")).Append("</ul>\n");
        }

        string version = typeof(MethodHtml).Assembly.GetName().Version!.ToString(3);
        return html.Append("<details id=\"summary\"><summary>A summary to paste, as plain text</summary>\n")
            .Append("<p><button id=\"copy\" type=\"button\" hidden>Copy</button></p>\n<pre id=\"paste\">")
            .Append(HtmlText.Escape($"{study.Citation}\nChecked with SurvivalKit {version}.\n\n{audit.Summary}"))
            .Append("</pre>\n</details>\n").ToString();
    }
}
