namespace CSharpNotebook.Runner;

/// <summary>How long a code cell took.</summary>
/// <param name="CellNumber">The place among all cells of the notebook, counted from 1.</param>
/// <param name="CodeCellNumber">The place among the code cells, counted from 1.</param>
/// <param name="CellId">The id of the cell.</param>
/// <param name="Succeeded">Whether the cell ran to its end.</param>
/// <param name="Duration">How long it ran.</param>
public sealed record CellReport(int CellNumber, int CodeCellNumber, string CellId, bool Succeeded, TimeSpan Duration);
