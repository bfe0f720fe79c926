using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A row of a table.</summary>
/// <param name="Cells">A cell a column; empty where nothing stands.</param>
/// <param name="Indent">How far the first cell stands in: 0 a variable, 1 a level of it.</param>
public sealed record TableRow(ImmutableArray<TableCell> Cells, int Indent = 0);
