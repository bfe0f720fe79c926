using System.Globalization;
using System.Text;
using SurvivalKit.Figures;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The page of an audit: the contradictions from the gravest, the printed tables with the verdict of each number, the method. One
/// file that loads nothing, and is the same each time.</summary>
internal static class AuditPage
{
    public static string Render(StudyAudit audit, AuditPageParts? parts = null)
    {
        parts ??= new AuditPageParts();
        List<(string Id, string Heading, string Html)> sections =
        [
            ("findings", "Findings", FindingsHtml.Render(audit, parts)),
            ("tables", "The printed numbers", PlacesHtml.Render(audit, parts)),
            .. parts.Sections,
            ("method", "Method", MethodHtml.Render(audit)),
            .. parts.LastSections,
        ];
        var html = new StringBuilder(HtmlPage.Head(
            $"Audit: {audit.Study.Title}",
            string.Join('\n', [.. parts.Styles, PageStyle.Css, VerdictHtml.MarkCss, AuditPageStyle.Css, ClaimFilterHtml.Css])));
        html.Append("<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n<div class=\"page\">\n<header>\n")
            .Append(CultureInfo.InvariantCulture, $"<h1>{HtmlText.Escape(audit.Headline)}</h1>\n")
            .Append(CultureInfo.InvariantCulture, $"<p>{HtmlText.Escape(audit.Study.Citation)}</p>\n");
        if (parts.Alarm is { } alarm)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"outcome bad\">{HtmlText.Escape(alarm)}</p>\n");
        }

        html.Append("<nav aria-label=\"Contents\">\n").AppendJoin(
            "", sections.Select(section => $"<a href=\"#{section.Id}\">{HtmlText.Escape(section.Heading)}</a>\n")).Append(
            "</nav>\n</header>\n<main>\n");
        foreach ((string id, string heading, string content) in sections)
        {
            html.Append(CultureInfo.InvariantCulture, $"<section id=\"{id}\">\n<h2>{HtmlText.Escape(heading)}</h2>\n")
                .Append(content).Append("</section>\n");
        }

        return html.Append("</main>\n</div>\n<aside id=\"panel\" aria-live=\"polite\" aria-label=\"The chosen number\" hidden></aside>\n")
            .Append("<script>\n").Append(AuditPageScript.Text).Append("\n</script>\n</body>\n</html>\n").ToString()
            .ReplaceLineEndings("\n");
    }
}
