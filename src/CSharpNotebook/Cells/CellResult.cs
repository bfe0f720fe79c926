using System.Collections.Immutable;
using CSharpNotebook.Format;

namespace CSharpNotebook.Cells;

/// <summary>The result of the execution of one cell.</summary>
/// <param name="ExecutionCount">The number of the execution in its session, counted from 1.</param>
/// <param name="Outputs">The outputs in the order in which they were produced; a failure is the last of them, as an <c>error</c>
/// output.</param>
/// <param name="Failure">Why the cell failed; null when it succeeded.</param>
public sealed record CellResult(int ExecutionCount, ImmutableArray<CellOutput> Outputs, CellFailure? Failure)
{
    /// <summary>The value of the expression that ends the cell; null when there is none.</summary>
    public object? ReturnValue { get; init; }

    /// <summary>True when the cell ran to its end.</summary>
    public bool Succeeded => Failure is null;
}
