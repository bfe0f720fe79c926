using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CSharpNotebook.Engine;
using CSharpNotebook.Format;
using CSharpNotebook.Session;

namespace CSharpNotebook.Runner;

/// <summary>
/// Runs notebooks without a user interface: every code cell in order, in a session of its own, up to the first that fails.
/// In one process one notebook runs at a time; further calls wait for their turn.
/// </summary>
public static class NotebookRunner
{
    /// <summary>Reads a notebook file and runs it in its own folder, under its file name.</summary>
    /// <param name="path">The notebook file; it is not written.</param>
    /// <param name="options">The options; name and working directory are taken from <paramref name="path"/>.</param>
    /// <param name="progress">Is told when a cell starts and ends.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>The executed notebook and the report.</returns>
    /// <exception cref="NotebookFormatException">The file is not a notebook.</exception>
    public static Task<NotebookRun> RunFileAsync(
        string path, NotebookRunOptions? options = null, IProgress<CellProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        Notebook notebook = Notebook.Read(path);
        return RunAsync(
            notebook,
            (options ?? new NotebookRunOptions()) with { Name = Path.GetFileName(path), WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(path)) },
            progress,
            cancellationToken);
    }

    /// <summary>Runs a notebook. A cell that fails, and a cancellation, are results with the notebook as far as it came, not exceptions.</summary>
    /// <param name="notebook">The notebook; its stored outputs are replaced.</param>
    /// <param name="options">The options; the defaults when null.</param>
    /// <param name="progress">Is told when a cell starts and ends.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    /// <returns>The executed notebook and the report.</returns>
    /// <exception cref="DirectoryNotFoundException">The working directory does not exist.</exception>
    public static async Task<NotebookRun> RunAsync(
        Notebook notebook, NotebookRunOptions? options = null, IProgress<CellProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        options ??= new NotebookRunOptions();
        if (options.WorkingDirectory is { } folder && !Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The working directory {folder} of {options.Name} does not exist.");
        var run = new Execution(notebook, options, progress);
        try
        {
            using ProcessWide turn = await ProcessWide.EnterAsync(options.WorkingDirectory, cancellationToken).ConfigureAwait(false);
            ProcessWide.MarkInside();
            await run.RunCellsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return run.Result(NotebookRunStatus.Cancelled);
        }
        return run.Result(run.Failure is null ? NotebookRunStatus.Completed : NotebookRunStatus.Failed);
    }

    /// <summary>A run on its way: what came out so far.</summary>
    private sealed class Execution(Notebook notebook, NotebookRunOptions options, IProgress<CellProgress>? watcher)
    {
        private readonly NotebookCell[] _cells = [.. notebook.Cells.Select(Cleared)];
        private readonly List<CellReport> _reports = [];
        private readonly int _codeCellCount = notebook.Cells.Count(cell => cell is CodeCell);
        private readonly Stopwatch _clock = new();

        public NotebookFailure? Failure { get; private set; }

        public NotebookRun Result(NotebookRunStatus status) =>
            new(options.Name, notebook.WithCells(_cells), status, [.. _reports], Failure, _clock.Elapsed);

        public async Task RunCellsAsync(CancellationToken cancellationToken)
        {
            _clock.Start();
            using var session = new NotebookSession(new CSharpEngineOptions { Packages = options.Packages, WorkingDirectory = options.WorkingDirectory });
            int codeCellNumber = 0;
            for (int index = 0; index < _cells.Length && Failure is null; index++)
            {
                if (_cells[index] is CodeCell cell) await RunCellAsync(session, index, cell, ++codeCellNumber, cancellationToken).ConfigureAwait(false);
            }
            _clock.Stop();
        }

        private async Task RunCellAsync(NotebookSession session, int index, CodeCell cell, int codeCellNumber, CancellationToken cancellationToken)
        {
            Report(CellPhase.Started, index, codeCellNumber);
            DateTimeOffset started = DateTimeOffset.UtcNow;
            TimeSpan before = _clock.Elapsed;
            (CodeCell executed, CellFailure? failure) = CellLanguage.Refusal(cell, notebook) is { } refusal
                ? (cell with { Outputs = [refusal.ToOutput()] }, refusal)
                : await ExecuteAsync(session, cell, cancellationToken).ConfigureAwait(false);
            TimeSpan duration = _clock.Elapsed - before;

            _cells[index] = options.RecordTimings ? executed with { Metadata = WithTimes(cell.Metadata, started, duration) } : executed;
            _reports.Add(new CellReport(index + 1, codeCellNumber, cell.Id, failure is null, duration));
            if (failure is not null) Failure = new NotebookFailure(options.Name, index + 1, codeCellNumber, failure, LineOf(cell, failure));
            Report(failure is null ? CellPhase.Succeeded : CellPhase.Failed, index, codeCellNumber);
        }

        private static async Task<(CodeCell, CellFailure?)> ExecuteAsync(NotebookSession session, CodeCell cell, CancellationToken cancellationToken)
        {
            if (string.IsNullOrWhiteSpace(cell.Source)) return (cell, null);
            CellResult result = await session.ExecuteAsync(cell.Source, cancellationToken).ConfigureAwait(false);
            return (cell with { ExecutionCount = result.ExecutionCount, Outputs = result.Outputs }, result.Failure);
        }

        private void Report(CellPhase phase, int index, int codeCellNumber) =>
            watcher?.Report(new CellProgress(options.Name, phase, index + 1, codeCellNumber, _codeCellCount, _clock.Elapsed));

        private static NotebookCell Cleared(NotebookCell cell) =>
            cell is CodeCell code ? code with { ExecutionCount = null, Outputs = [], Metadata = code.Metadata.Without("execution") } : cell;

        private static NotebookMetadata WithTimes(NotebookMetadata metadata, DateTimeOffset started, TimeSpan duration) =>
            metadata.With("execution", new JsonObject
            {
                ["iopub.status.busy"] = Format(started),
                ["iopub.status.idle"] = Format(started + duration),
            });

        private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

        private static string LineOf(CodeCell cell, CellFailure failure) =>
            failure.Line is { } line ? cell.Source.Split('\n').ElementAtOrDefault(line - 1)?.Trim() ?? "" : "";
    }
}
