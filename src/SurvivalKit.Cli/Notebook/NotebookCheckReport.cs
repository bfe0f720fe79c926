using System.Globalization;
using System.Text;
using CSharpNotebook.Checking;
using CSharpNotebook.Runner;

namespace SurvivalKit.Cli;

/// <summary>The report of <c>survkit notebook check</c> on the notebooks that it ran.</summary>
internal sealed class NotebookCheckReport(IReadOnlyList<NotebookCheck> checks)
{
    public int ExitCode => checks.Any(check => check.Run.Status == NotebookRunStatus.Cancelled) ? ExitCodes.Interrupted
        : checks.Any(check => check.Run.Status == NotebookRunStatus.TimedOut) ? ExitCodes.TimedOut
        : checks.Any(check => !check.Succeeded) ? ExitCodes.Differences
        : ExitCodes.Done;

    /// <summary>A line for each notebook, and below it one for each difference.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (NotebookCheck check in checks)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{(check.Succeeded ? "same" : check.IsComplete ? "DIFFERENT" : "STOPPED"),-9} {check.Run.Duration.TotalSeconds,6:0.0} s  {check.Run.Name}\n");
            foreach (OutputDifference difference in check.Differences)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {difference.ToString().ReplaceLineEndings(" ")}\n");
            }
        }

        int differences = checks.Sum(check => check.Differences.Length);
        return text.Append(
            CultureInfo.InvariantCulture,
            $"{NumberText.Count(checks.Count, "notebook")}, {checks.Sum(check => check.Compared)} cells compared, ")
            .Append(differences == 0 ? "no difference" : NumberText.Count(differences, "difference")).Append('\n').ToString();
    }

    public object ToJson() => new
    {
        summary = new
        {
            notebooks = checks.Count,
            cells = checks.Sum(check => check.Compared),
            differences = checks.Sum(
            check => check.Differences.Length)
        },
        notebooks = checks.Select(check => new
        {
            notebook = check.Run.Name,
            same = check.Succeeded,
            complete = check.IsComplete,
            seconds = check.Run.Duration.TotalSeconds,
            stopped = check.IsComplete ? null : check.Run.Failure?.ToString(),
            differences = check.Differences.Select(difference => new
            {
                cell = difference.CellNumber,
                codeCell = difference.CodeCellNumber,
                output = difference.Output,
                place = difference.Place,
                expected = difference.Expected,
                actual = difference.Actual,
            }),
        }),
    };
}
