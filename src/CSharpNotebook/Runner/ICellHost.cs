using CSharpNotebook.Cells;

namespace CSharpNotebook.Runner;

/// <summary>Where the cells of a run are executed: in this process or in another.</summary>
internal interface ICellHost
{
    /// <summary>Executes a cell; its outputs go to the recording.</summary>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    Task<CellReply> ExecuteAsync(string source, string? language, OutputCollector recording, CancellationToken cancellationToken);
}

/// <summary>The result of a cell.</summary>
/// <param name="ExecutionCount">The number of the execution; null when it is not known.</param>
/// <param name="Failure">Why the cell failed; null when it succeeded.</param>
/// <param name="IsAlive">Whether further cells can be executed.</param>
internal sealed record CellReply(int? ExecutionCount, CellFailure? Failure, bool IsAlive = true);
