using System.Collections.Immutable;
using CSharpNotebook.Format;

namespace CSharpNotebook.Runner;

/// <summary>The result of the run of a notebook.</summary>
/// <param name="Name">The name of the notebook.</param>
/// <param name="Notebook">The notebook with its new outputs; after a failure, the cells that were not run have none.</param>
/// <param name="Status">How the run ended.</param>
/// <param name="Cells">The code cells that were run, in order, including the one that failed.</param>
/// <param name="Failure">The cell that failed; null when none did.</param>
/// <param name="Duration">How long the run took, without the time that it waited for another run in the process.</param>
public sealed record NotebookRun(
    string Name, Notebook Notebook, NotebookRunStatus Status, ImmutableArray<CellReport> Cells, NotebookFailure? Failure, TimeSpan Duration)
{
    /// <summary>True when every cell ran to its end.</summary>
    public bool Succeeded => Status == NotebookRunStatus.Completed;
}
