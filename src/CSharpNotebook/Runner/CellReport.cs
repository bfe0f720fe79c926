namespace CSharpNotebook.Runner;

/// <summary>How a code cell ended, and how long it took.</summary>
/// <param name="CellNumber">The place among all cells of the notebook, counted from 1.</param>
/// <param name="CodeCellNumber">The place among the code cells, counted from 1.</param>
/// <param name="CellId">The id of the cell.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Duration">How long it ran.</param>
public sealed record CellReport(int CellNumber, int CodeCellNumber, string CellId, CellOutcome Outcome, TimeSpan Duration)
{
    /// <summary>Whether the cell did not fail, or was allowed to.</summary>
    public bool Succeeded => Outcome != CellOutcome.Failed;

    /// <summary>The failure, also where it was allowed; null when there was none.</summary>
    public NotebookFailure? Failure { get; init; }
}
