using System.Runtime.CompilerServices;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Cells that a loader took as missing for a mark such as a dot: harmless in a covariate, not so in a status.</summary>
internal static class MarkedCells
{
    private static readonly ConditionalWeakTable<DataFrameColumn, StrongBox<(int Row, string Mark)>> Known = [];

    /// <summary>Stores the first marked cell of a column.</summary>
    public static void Remember(DataFrameColumn column, int row, string mark) => Known.AddOrUpdate(column, new((row, mark)));

    /// <summary>The first marked cell of a column, its row counted from 1; null where there is none.</summary>
    public static (int Row, string Mark)? Of(DataFrameColumn column) => Known.TryGetValue(column, out var cell) ? cell.Value : null;
}
