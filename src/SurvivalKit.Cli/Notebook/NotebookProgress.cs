using System.Globalization;
using CSharpNotebook.Runner;

namespace SurvivalKit.Cli;

/// <summary>Shows at a terminal which cells run, and which notebooks are done.</summary>
internal sealed class NotebookProgress(ProgressDisplay display, int count) : IProgress<CellProgress>
{
    private readonly Lock _lock = new();
    private int _done;

    public void Report(CellProgress value)
    {
        if (value.Phase != CellPhase.Started)
        {
            return;
        }

        lock (_lock)
        {
            display.Now(string.Create(
                CultureInfo.InvariantCulture,
                $"{_done} of {count} notebooks done; {value.Notebook}: cell {value.CodeCellNumber} of {value.CodeCellCount}"));
        }
    }

    /// <summary>Shows that a notebook is done.</summary>
    public void Finished(NotebookRun run)
    {
        lock (_lock)
        {
            _done++;
            display.Done(NotebookRunReport.Line(run));
        }
    }
}
