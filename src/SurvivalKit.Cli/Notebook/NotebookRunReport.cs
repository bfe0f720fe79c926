using System.Globalization;
using CSharpNotebook.Cells;
using CSharpNotebook.Runner;

namespace SurvivalKit.Cli;

/// <summary>The report of <c>survkit notebook run</c> on the notebooks that it ran.</summary>
internal sealed class NotebookRunReport(IReadOnlyList<(NotebookRun Run, string? Target)> runs)
{
    /// <summary>The exit code of the process; an interruption has priority over a time-out, and that over a failure.</summary>
    public int ExitCode => runs.Any(pair => pair.Run.Status == NotebookRunStatus.Cancelled) ? ExitCodes.Interrupted
        : runs.Any(pair => pair.Run.Status == NotebookRunStatus.TimedOut) ? ExitCodes.TimedOut
        : runs.Any(pair => !pair.Run.Succeeded) ? ExitCodes.Differences
        : ExitCodes.Done;

    /// <summary>One line for a run.</summary>
    public static string Line(NotebookRun run) =>
        string.Create(CultureInfo.InvariantCulture, $"{Word(run.Status),-9} {run.Duration.TotalSeconds,6:0.0} s  {run.Name}");

    /// <summary>A line for each run, and the count.</summary>
    public string ToText()
    {
        IEnumerable<string> lines = runs.Select(pair => pair.Target is { } target ? $"{Line(pair.Run)} -> {target}" : Line(pair.Run));
        string count = NumberText.Count(runs.Count, "notebook");
        int failed = runs.Count(pair => !pair.Run.Succeeded);
        return string.Join("\n", [.. lines, failed == 0
            ? $"{count}, no failure"
            : string.Create(CultureInfo.InvariantCulture, $"{count}, {failed} failed")]) + "\n";
    }

    public object ToJson() => new
    {
        summary = new { notebooks = runs.Count, failed = runs.Count(pair => !pair.Run.Succeeded) },
        notebooks = runs.Select(pair => new
        {
            notebook = pair.Run.Name,
            status = Word(pair.Run.Status).ToLowerInvariant(),
            seconds = pair.Run.Duration.TotalSeconds,
            output = pair.Target,
            failure = pair.Run.Failure is { } failure ? Record(failure) : null,
            cells = pair.Run.Cells.Select(cell => new
            {
                cell = cell.CellNumber,
                codeCell = cell.CodeCellNumber,
                id = cell.CellId,
                outcome = Word(cell.Outcome),
                seconds = cell.Duration.TotalSeconds,
                failure = cell.Failure is { } own ? Record(own) : null,
            }),
        }),
    };

    private static object Record(NotebookFailure failure) => new
    {
        cell = failure.CellNumber,
        codeCell = failure.CodeCellNumber,
        line = failure.Cause.Line,
        column = failure.Cause.Column,
        sourceLine = failure.SourceLine,
        kind = Word(failure.Cause.Kind),
        name = failure.Cause.Name,
        message = failure.Cause.Message,
        traceback = failure.Cause.Traceback,
    };

    private static string Word(NotebookRunStatus status) => status switch
    {
        NotebookRunStatus.Completed => "done",
        NotebookRunStatus.TimedOut => "TIMED-OUT",
        NotebookRunStatus.Cancelled => "CANCELLED",
        _ => "FAILED",
    };

    private static string Word(CellOutcome outcome) => outcome switch
    {
        CellOutcome.Succeeded => "succeeded",
        CellOutcome.Failed => "failed",
        CellOutcome.FailedAsExpected => "failed-as-expected",
        _ => "skipped",
    };

    private static string Word(CellFailureKind kind) => kind.ToString().ToLowerInvariant();
}
