namespace CSharpNotebook.Runner;

/// <summary>A step of a run, for progress reports.</summary>
/// <param name="Notebook">The name of the notebook.</param>
/// <param name="Phase">What happened to the cell.</param>
/// <param name="CellNumber">The place among all cells of the notebook, counted from 1.</param>
/// <param name="CodeCellNumber">The place among the code cells, counted from 1.</param>
/// <param name="CodeCellCount">How many code cells the notebook has.</param>
/// <param name="Elapsed">The time since the run began.</param>
public sealed record CellProgress(
    string Notebook, CellPhase Phase, int CellNumber, int CodeCellNumber, int CodeCellCount, TimeSpan Elapsed);
