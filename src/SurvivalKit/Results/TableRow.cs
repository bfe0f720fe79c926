using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A row of a table.</summary>
/// <param name="Cells">A cell a column; empty where there is no value.</param>
/// <param name="Indent">The indent level of the first cell: 0 a variable, 1 a level of it.</param>
public sealed record TableRow(ImmutableArray<TableCell> Cells, int Indent = 0);
