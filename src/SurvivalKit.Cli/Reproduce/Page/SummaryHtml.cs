using System.Globalization;
using System.Text;
using CSharpNotebook.Runner;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The beginning of the report: whether all is as recorded, how many claims have each verdict, what each verdict means.</summary>
internal static class SummaryHtml
{
    public static string Of(Reproduction result)
    {
        var report = new ReproductionReport(result, []);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<p class=\"outcome {(result.ExitCode == ExitCodes.Done ? "good" : "bad")}\">{HtmlText.Escape(report.Outcome())}</p>\n");
        List<string> problems =
        [
            .. result.Failures.Select(failure => failure.ToString()),
            .. result.Differences.Select(difference => difference.Sentence),
        ];
        if (problems.Count > 0)
        {
            html.Append("<ul>\n").AppendJoin("", problems.Select(problem => $"<li>{HtmlText.Escape(problem)}</li>\n")).Append("</ul>\n");
        }

        html.Append("<dl class=\"verdicts\">\n");
        foreach ((Verdict verdict, int count) in result.Checks.Counts())
        {
            html.Append(CultureInfo.InvariantCulture, $"<div><dt>{ClaimTableHtml.Badge(verdict)}<b>{count}</b></dt><dd>{VerdictWords.Explanation(verdict)}</dd></div>\n");
        }

        if (result.Unchecked.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div><dt>{ClaimTableHtml.Badge(null)}<b>{result.Unchecked.Length}</b></dt><dd>No notebook checked it.</dd></div>\n");
        }

        html.Append("</dl>\n<div class=\"wide\">").Append(report.Verdicts([]).ToHtml()).Append("</div>\n");
        return html.ToString();
    }

    /// <summary>The notebooks as a list, with those that failed marked.</summary>
    public static string Contents(IEnumerable<NotebookChapter> chapters)
    {
        var html = new StringBuilder("<ol>\n<li><a href=\"#summary\">Summary</a></li>\n<li><a href=\"#claims\">Claims</a></li>\n");
        foreach (NotebookChapter chapter in chapters)
        {
            NotebookRunStatus status = chapter.Run.Status;
            html.Append(CultureInfo.InvariantCulture, $"<li><a href=\"#{chapter.Id}\">{HtmlText.Escape(chapter.Title)}</a>{(status == NotebookRunStatus.Completed ? "" : " <b class=\"failed\">failed</b>")}");
            if (chapter.Headings.Length > 0)
            {
                html.Append("\n<ul>").AppendJoin("", chapter.Headings.Select(heading => $"<li><a href=\"#{heading.Id}\">{HtmlText.Escape(heading.Text)}</a></li>")).Append("</ul>");
            }

            html.Append("</li>\n");
        }

        return html.Append("</ol>\n").ToString();
    }
}
