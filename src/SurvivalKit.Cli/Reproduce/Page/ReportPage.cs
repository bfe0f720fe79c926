using System.Globalization;
using System.Text;
using CSharpNotebook.Export;
using CSharpNotebook.Runner;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The page of a reproduction: that of its audit, with the executed notebooks folded below the tables, and the process at the
/// end.</summary>
internal static class ReportPage
{
    /// <summary>The page of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="charts">Takes the interactive charts.</param>
    public static string Render(StudyRun run, ChartPages charts)
    {
        Reproduction result = run.Result;
        NotebookChapter[] chapters = [.. run.Runs.Select(NotebookChapter.Read)];
        Dictionary<string, ReproducedClaim> claims = result.Claims.ToDictionary(claim => claim.Claim.Id, StringComparer.Ordinal);
        return AuditPage.Render(result.Audit, new AuditPageParts
        {
            CellOf = claim => claims[claim.Claim.Id].Origin is { } origin ? NotebookChapter.CellId(origin) : null,
            RemarkOn = claim => Remark(claims[claim.Claim.Id]),
            Alarm = result.IsAsRecorded ? null : result.Outcome,
            Sections = [("notebooks", "Notebooks", Chapters(chapters, charts))],
            LastSections = [("process", "Process", Process(result))],
            Styles = [NotebookHtml.Css, ReportStyle.Css],
        });
    }

    private static string? Remark(ReproducedClaim claim)
    {
        string recorded = claim.IsAsRecorded ? "" : $"The recorded verdict is {claim.Recorded?.ToName() ?? "none"}. ";
        string text = recorded + (claim.Check is null ? "No notebook computed the number." : "");
        return text.Length == 0 ? null : text.TrimEnd();
    }

    private static string Chapters(NotebookChapter[] chapters, ChartPages charts)
    {
        var html = new StringBuilder("<p>Each rebuilds one table or figure from the synthetic cohort, step by step.</p>\n");
        foreach (NotebookChapter chapter in chapters)
        {
            string failed = chapter.Run.Status == NotebookRunStatus.Completed ? "" : " <b class=\"failed\">failed</b>";
            html.Append(
                CultureInfo.InvariantCulture,
                $"<details class=\"chapter\" id=\"{chapter.Id}\">\n<summary>{HtmlText.Escape(chapter.Title)}{failed} <span class=\"quiet\">{HtmlText.Escape(chapter.Run.Name)}</span></summary>\n")
                .Append(charts.TakeFrom(chapter.Body)).Append("</details>\n");
        }

        return html.ToString();
    }

    private static string Process(Reproduction result)
    {
        var html = new StringBuilder();
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"outcome {(result.IsAsRecorded ? "good" : "bad")}\">{HtmlText.Escape(result.Outcome)}</p>\n");
        string[] problems =
        [
            .. result.Failures.Select(failure => failure.Sentence),
            .. result.Differences.Select(difference => difference.Sentence),
            .. result.Disagreements.Select(disagreement => disagreement.Sentence),
        ];
        if (problems.Length > 0)
        {
            html.Append("<ul>\n").AppendJoin("", problems.Select(problem => $"<li>{HtmlText.Escape(problem)}</li>\n")).Append("</ul>\n");
        }

        return html.Append("<div class=\"wide facts\">").Append(result.Verdicts().ToHtml()).Append("</div>\n").ToString();
    }
}
