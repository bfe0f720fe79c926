using System.Globalization;
using System.Text;
using CSharpNotebook.Runner;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The beginning of the report: whether all is as recorded, how many claims have each verdict, the inconsistencies, and a text to
/// paste.</summary>
internal static class SummaryHtml
{
    public static string Render(Reproduction result)
    {
        var html = new StringBuilder();
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"outcome {(result.IsAsRecorded ? "good" : "bad")}\">{HtmlText.Escape(result.Outcome)}</p>\n");
        List<string> problems =
        [
            .. result.Failures.Select(failure => failure.Sentence),
            .. result.Differences.Select(difference => difference.Sentence),
            .. result.Disagreements.Select(disagreement => disagreement.Sentence),
        ];
        if (problems.Count > 0)
        {
            html.Append("<ul>\n").AppendJoin("", problems.Select(problem => $"<li>{HtmlText.Escape(problem)}</li>\n")).Append("</ul>\n");
        }

        html.Append("<dl class=\"verdicts\">\n");
        foreach ((Verdict verdict, int count) in result.Audit.Counts())
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<div><dt>{VerdictHtml.Badge(verdict)}<b>{count}</b></dt><dd>{verdict.Meaning()}</dd></div>\n");
        }

        html.Append("</dl>\n<div class=\"wide\">").Append(result.Verdicts().ToHtml()).Append("</div>\n");
        AppendInconsistent(html, result);
        return html.Append(
            "<h3>A summary to paste</h3>\n<p>Plain text, for a report or a letter. <button id=\"copy\" type=\"button\" hidden>Copy</button></p>\n")
            .Append("<pre id=\"paste\" tabindex=\"0\" aria-label=\"Summary as plain text\">").Append(HtmlText.Escape(Paste(result))).Append(
                "</pre>\n").ToString();
    }

    /// <summary>The notebooks as a list, with those that failed marked.</summary>
    public static string Contents(IEnumerable<NotebookChapter> chapters)
    {
        var html = new StringBuilder("<ol>\n<li><a href=\"#summary\">Summary</a></li>\n<li><a href=\"#claims\">Claims</a></li>\n");
        foreach (NotebookChapter chapter in chapters)
        {
            NotebookRunStatus status = chapter.Run.Status;
            html.Append(
                CultureInfo.InvariantCulture,
                $"<li><a href=\"#{chapter.Id}\">{HtmlText.Escape(chapter.Title)}</a>{(status == NotebookRunStatus.Completed ? "" : " <b class=\"failed\">failed</b>")}");
            if (chapter.Headings.Length > 0)
            {
                html.Append("\n<ul>").AppendJoin("", chapter.Headings.Select(
                    heading => $"<li><a href=\"#{heading.Id}\">{HtmlText.Escape(heading.Text)}</a></li>")).Append("</ul>");
            }

            html.Append("</li>\n");
        }

        return html.Append("</ol>\n").ToString();
    }

    private static void AppendInconsistent(StringBuilder html, Reproduction result)
    {
        ReproducedClaim[] claims = [.. result.Claims.Where(claim => claim.Audited.Judgement.Verdict == Verdict.Inconsistent)];
        if (claims.Length == 0)
        {
            return;
        }

        html.Append("<h3>What does not hold together as printed</h3>\n<ul class=\"witnesses\">\n");
        foreach (ReproducedClaim claim in claims)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<li><a href=\"#{ClaimTableHtml.RowId(result.Claims.IndexOf(claim))}\">{HtmlText.Escape(claim.Claim.Id)}</a>, printed <b>{HtmlText.Escape(claim.Claim.Printed)}</b>: ")
                .Append(HtmlText.Escape(claim.Audited.Judgement.Explanation)).Append("</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static string Paste(Reproduction result) =>
        $"{result.Study.Citation}\nChecked with SurvivalKit {typeof(SummaryHtml).Assembly.GetName().Version?.ToString(3)}.\n\n{result.Audit.Summary}";
}
