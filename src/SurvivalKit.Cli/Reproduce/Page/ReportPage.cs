using System.Globalization;
using System.Text;
using CSharpNotebook.Export;
using SurvivalKit.Figures;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The report of a reproduction: one page in one file that loads nothing, and is the same each time.</summary>
internal static class ReportPage
{
    public static string Render(StudyRun run)
    {
        Reproduction result = run.Result;
        NotebookChapter[] chapters = [.. run.Runs.Select(NotebookChapter.Read)];
        var html = new StringBuilder();
        AppendHead(html, result);
        html.Append("<div class=\"columns\">\n<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n").Append(SummaryHtml.Contents(chapters))
            .Append("<button id=\"code\" type=\"button\" hidden>Hide code</button>\n</nav>\n<main>\n")
            .Append("<section id=\"summary\">\n<h2>Summary</h2>\n").Append(SummaryHtml.Render(result)).Append("</section>\n")
            .Append("<section id=\"claims\">\n<h2>Claims</h2>\n").Append(ClaimTableHtml.Render(result)).Append("</section>\n");
        foreach (NotebookChapter chapter in chapters)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<section class=\"chapter\" id=\"{chapter.Id}\">\n<p class=\"file\">{HtmlText.Escape(chapter.Run.Name)}</p>\n")
                .Append(chapter.Body).Append("</section>\n");
        }

        html.Append("</main>\n</div>\n</div>\n");

        // The charts need the library, which is large and included once, after all content that can be read without it.
        if (chapters.Any(chapter => chapter.Body.Contains("survivalkit-chart", StringComparison.Ordinal)))
        {
            html.Append("<script>").Append(PlotlyScript.Source).Append("</script>\n");
        }

        return html.Append("<script>\n").Append(ReportStyle.Script).Append("\n</script>\n</body>\n</html>\n").ToString()
            .ReplaceLineEndings("\n");
    }

    private static void AppendHead(StringBuilder html, Reproduction result)
    {
        string title = HtmlText.Escape(result.Study.Title);
        html.Append(PageHead.Render(
            $"Reproduction: {result.Study.Title}", NotebookHtml.Css, PageStyle.Css, ReportStyle.Css, ClaimFilterHtml.Css));
        html.Append(CultureInfo.InvariantCulture, $"""
            <div class="page">
            <header>
            <h1>{title}</h1>
            <p>{HtmlText.Escape(result.Study.Citation)}</p>
            <p>{HtmlText.Escape(result.Study.Scope)}</p>
            <p class="synthetic">{HtmlText.Escape(result.Study.Synthetic)}</p>
            <p>Reproduced by SurvivalKit {typeof(ReportPage).Assembly.GetName().Version?.ToString(3)}.</p>
            </header>

            """);
    }
}
