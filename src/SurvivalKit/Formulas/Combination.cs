using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The combinations of several factors that occur, the last factor varying fastest, named <c>sex=1, ph.ecog=0</c>.</summary>
internal static class Combination
{
    /// <param name="factors">The factors.</param>
    /// <param name="names">What each is called in a combination's name; an empty name stands for levels that name themselves.</param>
    public static FormulaValue.Levels Of(IReadOnlyList<FormulaValue.Levels> factors, IReadOnlyList<string> names)
    {
        int rows = factors[0].Length;
        var keys = new long[rows];
        var missing = new bool[rows];
        foreach (FormulaValue.Levels factor in factors)
        {
            for (int row = 0; row < rows; row++)
            {
                missing[row] |= factor.Codes[row] < 0;
                keys[row] = checked((keys[row] * factor.Names.Length) + factor.Codes[row]);
            }
        }

        long[] distinct = [.. keys.Where((_, row) => !missing[row]).Distinct().Order()];
        int[] codes = [.. keys.Select((key, row) => missing[row] ? -1 : Array.BinarySearch(distinct, key))];
        return new FormulaValue.Levels(codes, [.. distinct.Select(key => Name(key, factors, names))]);
    }

    private static string Name(long key, IReadOnlyList<FormulaValue.Levels> factors, IReadOnlyList<string> names)
    {
        var parts = new string[factors.Count];
        for (int f = factors.Count - 1; f >= 0; f--)
        {
            ImmutableArray<string> levels = factors[f].Names;
            string level = levels[(int)(key % levels.Length)];
            parts[f] = names[f].Length == 0 ? level : $"{names[f]}={level}";
            key /= levels.Length;
        }

        return string.Join(", ", parts);
    }
}
