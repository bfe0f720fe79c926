using System.Globalization;
using System.Text;
using SurvivalKit.Figures;

namespace SurvivalKit.Cli;

/// <summary>A page to hand on: the texts as they were read, with their findings marked in place and explained in the margin.</summary>
internal static class CheckPage
{
    public static string Render(CheckedSource[] sources)
    {
        TextFindings all = CheckedSource.Findings(sources);
        var html = new StringBuilder();
        string title = sources is [{ Name: { } name }] ? Path.GetFileName(name) : NumberText.Count(sources.Length, "text");
        string css = string.Join('\n', PageStyle.Css, VerdictHtml.MarkCss, CheckPageStyle.Css, FindingFilterHtml.Css, IntegritySection.Css);
        html.Append(HtmlPage.Head($"Check: {title}", css))
            .Append(
                CultureInfo.InvariantCulture,
                $"<div class=\"page\">\n<header>\n<h1>{HtmlText.Escape(title)}</h1>\n<p>{HtmlText.Escape(all.Summary)}</p>\n")
            .Append(
                CultureInfo.InvariantCulture,
                $"<p>Each printed statistic was held against the numbers beside it. Checked with SurvivalKit {typeof(CheckPage).Assembly.GetName().Version?.ToString(3)}.</p>\n")
            .Append("</header>\n<div class=\"checked\">\n").Append(FindingFilterHtml.Render(all)).Append("<main>\n");
        int first = 0;
        foreach (CheckedSource source in sources)
        {
            if (sources.Length > 1)
            {
                html.Append(CultureInfo.InvariantCulture, $"<h2 class=\"file\">{HtmlText.Escape(source.Name ?? "standard input")}</h2>\n");
            }

            foreach (string caution in source.Cautions)
            {
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"caution\">{HtmlText.Escape(caution)}</p>\n");
            }

            MarkedTextHtml.Append(html, source.Text, first);
            IntegritySection.Append(html, source.Text, first);
            first += source.Text.Findings.Count;
        }

        return html.Append("</main>\n</div>\n</div>\n<script>\n").Append(CheckPageStyle.Script).Append("\n</script>\n</body>\n</html>\n")
            .ToString().ReplaceLineEndings("\n");
    }
}
