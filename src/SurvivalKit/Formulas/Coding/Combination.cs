using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The combinations of several factors that occur, the last factor varying fastest, named <c>sex=1, ph.ecog=0</c>.</summary>
internal static class Combination
{
    /// <summary>What R writes between the parts of a group's name.</summary>
    public const string Separator = ", ";

    /// <param name="factors">The factors.</param>
    /// <param name="names">The name of each factor in a combination's name; empty: the level alone is the name.</param>
    /// <param name="separator">What stands between the names of two factors.</param>
    public static FormulaValue.Levels Cross(
        IReadOnlyList<FormulaValue.Levels> factors, IReadOnlyList<string> names, string separator = Separator)
    {
        if (factors.Count == 1)
        {
            FormulaValue.Levels used = FormulaFunctions.Used(factors[0]);
            return new FormulaValue.Levels(
                used.Codes, names[0].Length == 0
                    ? used.Names
                    : ImmutableArray.CreateRange(used.Names, (level, name) => $"{name}={level}", names[0]));
        }

        // One factor after the other, without the combinations that no row has, so that the numbers stay small.
        (int[] codes, ImmutableArray<string> levels) = Cross([factors[0]], [names[0]]);
        for (int f = 1; f < factors.Count; f++)
        {
            (codes, levels) = Crossed(codes, levels, factors[f], names[f], separator);
        }

        return new FormulaValue.Levels(codes, levels);
    }

    private static (int[] Codes, ImmutableArray<string> Names) Crossed(
        int[] left, ImmutableArray<string> names, FormulaValue.Levels right, string name, string separator)
    {
        int width = right.Names.Length;
        var keys = new double[left.Length];
        for (int row = 0; row < keys.Length; row++)
        {
            keys[row] = left[row] < 0 || right.Codes[row] < 0 ? double.NaN : ((double)left[row] * width) + right.Codes[row];
        }

        (int[] codes, double[] distinct) = NumberCodes.Code(keys);
        return (codes, [.. distinct.Select(key => Name((long)key))]);

        string Name(long key)
        {
            string level = right.Names[(int)(key % width)];
            return $"{names[(int)(key / width)]}{separator}{(name.Length == 0 ? level : $"{name}={level}")}";
        }
    }
}
