using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>A row of a table.</summary>
/// <param name="Cells">One text a column; empty where nothing stands.</param>
/// <param name="Indent">How far the first cell stands in: 0 a variable, 1 a level of it.</param>
public sealed record TableRow(ImmutableArray<string> Cells, int Indent = 0);
