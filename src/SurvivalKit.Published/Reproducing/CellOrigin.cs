namespace SurvivalKit.Published;

/// <summary>A cell of a notebook of a series.</summary>
/// <param name="Notebook">The place of the notebook in the series, from 0.</param>
/// <param name="Cell">The place of the cell among all cells of the notebook, from 0.</param>
public sealed record CellOrigin(int Notebook, int Cell);
