using System.Collections.Frozen;

namespace SurvivalKit;

/// <summary>The words that programs write for a missing value.</summary>
internal static class MissingMarks
{
    private static readonly FrozenSet<string> Usual = FrozenSet.ToFrozenSet(
        ["", "NA", "NaN", ".", "-", "--", "N/A", "#N/A", "NULL", "<NA>", "missing", "?"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a cell is a word that some program writes for a missing value.</summary>
    public static bool IsUsual(string cell) => Usual.Contains(cell);

    /// <summary>Whether it is one that cannot be a category either: <c>-</c> may be a result, and <c>N/A</c> "not applicable".</summary>
    public static bool IsNoCategory(string cell) => cell is "." or "NULL" or "null" or "#N/A" or "n/a" or "N/A" or "<NA>" or "?";
}
