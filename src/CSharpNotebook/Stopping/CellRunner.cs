using CSharpNotebook.Cells;
using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Stopping;

/// <summary>Runs the code of cells, so that it can be stopped where that is allowed.</summary>
/// <param name="canBeStopped">Whether code is stopped at any point, or only where it checks its token.</param>
internal sealed class CellRunner(bool canBeStopped)
{
    private readonly int _session = StopRequest.NewSession();

    /// <summary>Whether <see cref="WithStops"/> may have something to change in a piece of code.</summary>
    public bool NeedsStops(SyntaxTree tree) => canBeStopped && CellStop.IsNeeded(tree);

    /// <summary>Makes the loops and functions of a piece of code stoppable.</summary>
    /// <param name="tree">The code; it has no errors.</param>
    /// <param name="model">What the code means; null: functions whose body is an expression are left as they are.</param>
    /// <returns>The changed code; null when there is nothing to change.</returns>
    public string? WithStops(SyntaxTree tree, SemanticModel? model = null) =>
        canBeStopped ? CellStop.Instrument(tree, _session, model) : null;

    /// <summary>Runs code to its end.</summary>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped, and none of its threads runs any more.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> code, CancellationToken cancellationToken)
    {
        if (!canBeStopped)
        {
            return await code().ConfigureAwait(false);
        }

        using var scheduler = new CellScheduler(_session, cancellationToken);
        StopRequest.Enter(scheduler);
        Task<T> run = Task.Factory.StartNew(code, CancellationToken.None, TaskCreationOptions.DenyChildAttach, scheduler).Unwrap();
        // Code that awaits the cell must not continue on the cell's thread, which can be stopped.
        Task ended = run.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        if (await Task.WhenAny(ended, scheduler.Stopped).ConfigureAwait(false) == ended && !cancellationToken.IsCancellationRequested)
        {
            return await run.ConfigureAwait(false);
        }

        await scheduler.Stopped.ConfigureAwait(false);
        throw new OperationCanceledException("The cell was interrupted.", cancellationToken);
    }
}
