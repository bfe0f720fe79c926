using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CSharpNotebook.Cells;
using CSharpNotebook.Format;
using CSharpNotebook.Languages;

namespace CSharpNotebook.Runner;

/// <summary>
/// One run of a notebook, independent of where its cells are executed: which cells are run, their outputs and results.
/// </summary>
internal sealed class NotebookExecution
{
    private readonly Notebook _notebook;
    private readonly NotebookRunOptions _options;
    private readonly IProgress<CellProgress>? _watcher;
    private readonly NotebookCell[] _cells;
    private readonly OutputCollector?[] _outputs;
    private readonly DisplayPlaces _displays = new();
    private readonly List<CellReport> _reports = [];
    private readonly int _codeCellCount;
    private readonly Stopwatch _clock = new();
    private NotebookFailure? _failure;

    public NotebookExecution(Notebook notebook, NotebookRunOptions options, IProgress<CellProgress>? watcher)
    {
        (_notebook, _options, _watcher) = (notebook, options, watcher);
        _cells = [.. notebook.Cells.Select(Cleared)];
        _outputs = new OutputCollector?[_cells.Length];
        _codeCellCount = _cells.Count(cell => cell is CodeCell);
    }

    /// <summary>Runs the cells in order, up to the first that fails and is not allowed to.</summary>
    public async Task RunAsync(ICellHost host, CancellationToken cancellationToken)
    {
        _clock.Start();
        int codeCellNumber = 0;
        bool isAlive = true;
        for (int index = 0; index < _cells.Length && isAlive && (_failure is null || _options.AllowErrors); index++)
        {
            if (_cells[index] is CodeCell cell)
            {
                isAlive = await RunCellAsync(host, index, cell, ++codeCellNumber, cancellationToken).ConfigureAwait(false);
            }
        }
        _clock.Stop();
    }

    /// <summary>Records that the run ended before its first cell.</summary>
    public void FailBeforeCells(CellFailure failure) => _failure = new NotebookFailure(_options.Name, 0, 0, failure, "");

    /// <summary>The result so far.</summary>
    /// <param name="isCancelled">Whether the run was cancelled.</param>
    public NotebookRun Result(bool isCancelled)
    {
        NotebookRunStatus status = isCancelled ? NotebookRunStatus.Cancelled
            : _failure?.Cause.Kind == CellFailureKind.Timeout ? NotebookRunStatus.TimedOut
            : _failure is null ? NotebookRunStatus.Completed
            : NotebookRunStatus.Failed;
        ImmutableArray<NotebookCell> cells =
        [
            .. _cells.Select((cell, index) => cell is CodeCell code
                && _outputs[index] is { } collected ? code with { Outputs = collected.Outputs } : cell),
        ];
        return new NotebookRun(_options.Name, _notebook.WithCells(cells), status, [.. _reports], _failure, _clock.Elapsed);
    }

    private async Task<bool> RunCellAsync(ICellHost host, int index, CodeCell cell, int codeCellNumber, CancellationToken cancellationToken)
    {
        if (cell.Has(CellTags.SkipExecution))
        {
            _reports.Add(new CellReport(index + 1, codeCellNumber, cell.Id, CellOutcome.Skipped, TimeSpan.Zero));
            return true;
        }
        Report(CellPhase.Started, index, codeCellNumber);
        DateTimeOffset started = DateTimeOffset.UtcNow;
        TimeSpan before = _clock.Elapsed;
        CellReply reply = await ExecuteAsync(host, index, cell, cancellationToken).ConfigureAwait(false);
        TimeSpan duration = _clock.Elapsed - before;

        _cells[index] = cell with
        {
            ExecutionCount = reply.ExecutionCount,
            Metadata = _options.RecordTimings ? WithTimes(cell.Metadata, started, duration) : cell.Metadata,
        };
        NotebookFailure? failure =
            reply.Failure is { } cause ? new NotebookFailure(_options.Name, index + 1, codeCellNumber, cause, LineOf(cell, cause)) : null;
        bool isExpected = reply.IsAlive && cell.Has(CellTags.RaisesException);
        CellOutcome outcome = failure is null ? CellOutcome.Succeeded : isExpected ? CellOutcome.FailedAsExpected : CellOutcome.Failed;
        _reports.Add(new CellReport(index + 1, codeCellNumber, cell.Id, outcome, duration) { Failure = failure });
        if (outcome == CellOutcome.Failed)
        {
            _failure = reply.IsAlive ? _failure ?? failure : failure;
        }

        Report(outcome == CellOutcome.Failed ? CellPhase.Failed : CellPhase.Succeeded, index, codeCellNumber);
        return reply.IsAlive;
    }

    private async Task<CellReply> ExecuteAsync(ICellHost host, int index, CodeCell cell, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(cell.Source))
        {
            return new CellReply(null, null);
        }

        OutputCollector recording = _outputs[index] = new OutputCollector(_displays, _options.OutputLimit);
        try
        {
            return await host.ExecuteAsync(cell.Source, CellLanguage.Find(cell, _notebook), recording, cancellationToken)
                .ConfigureAwait(false);
        }
        finally
        {
            recording.Close();
        }
    }

    private void Report(CellPhase phase, int index, int codeCellNumber) =>
        _watcher?.Report(new CellProgress(_options.Name, phase, index + 1, codeCellNumber, _codeCellCount, _clock.Elapsed));

    private static NotebookCell Cleared(NotebookCell cell) => cell is CodeCell code && !code.Has(CellTags.SkipExecution)
        ? code with { ExecutionCount = null, Outputs = [], Metadata = code.Metadata.Without("execution") }
        : cell;

    private static NotebookMetadata WithTimes(NotebookMetadata metadata, DateTimeOffset started, TimeSpan duration)
    {
        (string begin, string end) = (Format(started), Format(started + duration));
        return metadata.With("execution", new JsonObject
        {
            ["iopub.execute_input"] = begin,
            ["iopub.status.busy"] = begin,
            ["iopub.status.idle"] = end,
            ["shell.execute_reply"] = end,
        });
    }

    private static string Format(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);

    private static string LineOf(CodeCell cell, CellFailure failure) =>
        failure.Line is { } line ? cell.Source.Split('\n').ElementAtOrDefault(line - 1)?.Trim() ?? "" : "";
}
