using System.Collections.Immutable;
using System.Globalization;
using CSharpNotebook.Format;
using CSharpNotebook.Runner;

namespace SurvivalKit.Cli;

/// <summary>Runs notebooks one after another. One that fails does not stop the others.</summary>
internal static class NotebookSeries
{
    public static async Task<ImmutableArray<NotebookRun>> RunAsync(
        string[] files, ProgressDisplay progress, CancellationToken cancellationToken)
    {
        var runs = ImmutableArray.CreateBuilder<NotebookRun>(files.Length);
        foreach (string file in files)
        {
            string place =
                string.Create(CultureInfo.InvariantCulture, $"notebook {runs.Count + 1} of {files.Length}, {Path.GetFileName(file)}");
            NotebookRun run = await RunAsync(file, new CellWatcher(place, progress), cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            progress.Done(string.Create(
                CultureInfo.InvariantCulture, $"{(run.Succeeded ? "done  " : "FAILED")} {run.Duration.TotalSeconds,5:0.0} s  {run.Name}"));
            runs.Add(run);
        }

        return runs.MoveToImmutable();
    }

    private static async Task<NotebookRun> RunAsync(string file, CellWatcher watcher, CancellationToken cancellationToken)
    {
        try
        {
            return await NotebookRunner.RunFileAsync(file, progress: watcher, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (NotebookFormatException e)
        {
            throw new CommandException(e.Message);
        }
    }

    private sealed class CellWatcher(string place, ProgressDisplay progress) : IProgress<CellProgress>
    {
        public void Report(CellProgress value)
        {
            if (value.Phase == CellPhase.Started)
            {
                progress.Now(string.Create(CultureInfo.InvariantCulture, $"{place}: cell {value.CodeCellNumber} of {value.CodeCellCount}"));
            }
        }
    }
}
