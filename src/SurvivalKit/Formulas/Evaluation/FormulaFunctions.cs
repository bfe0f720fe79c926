using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace SurvivalKit;

/// <summary>The functions of one number that a formula's expressions may use, and operations on factors.</summary>
internal static class FormulaFunctions
{
    public static FrozenDictionary<string, Func<double, double>> OfNumber { get; } = new Dictionary<string, Func<double, double>>
    {
        ["log"] = Math.Log,
        ["log2"] = Math.Log2,
        ["log10"] = Math.Log10,
        ["log1p"] = x => Math.Abs(x) < 1e-5 ? x - (x * x / 2) + (x * x * x / 3) : Math.Log(1 + x),
        ["exp"] = Math.Exp,
        ["sqrt"] = Math.Sqrt,
        ["abs"] = Math.Abs,
        ["floor"] = Math.Floor,
        ["ceiling"] = Math.Ceiling,

        // Of days, by the mean lengths of the Gregorian calendar's cycle in common use: 365.25 / 12 and 365.25.
        ["months"] = days => days / 30.4375,
        ["years"] = days => days / 365.25,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The factor without the levels that no row has, as R's <c>factor(x)</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static FormulaValue.Levels Used(FormulaValue.Levels levels)
    {
        var used = new bool[levels.Names.Length];
        int left = used.Length;
        foreach (int code in levels.Codes)
        {
            if (code >= 0 && !used[code])
            {
                used[code] = true;
                if (--left == 0)
                {
                    return levels;
                }
            }
        }

        if (left == 0)
        {
            return levels;
        }

        var places = new int[used.Length];
        var names = ImmutableArray.CreateBuilder<string>(used.Length - left);
        for (int level = 0; level < used.Length; level++)
        {
            places[level] = used[level] ? names.Count : -1;
            if (used[level])
            {
                names.Add(levels.Names[level]);
            }
        }

        return levels with
        {
            Codes = Renumbered(levels.Codes, places),
            Names = names.ToImmutable(),
            Reference = Math.Max(0, places.Length == 0 ? 0 : places[levels.Reference]),
        };
    }

    /// <summary>Each code replaced by its place; missing stays missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] Renumbered(int[] codes, int[] places)
    {
        int[] renumbered = GC.AllocateUninitializedArray<int>(codes.Length);
        for (int i = 0; i < renumbered.Length; i++)
        {
            int code = codes[i];
            renumbered[i] = code < 0 ? -1 : places[code];
        }

        return renumbered;
    }

    /// <summary>The inverse permutation of an order.</summary>
    public static int[] Inverse(int[] order)
    {
        var places = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            places[order[i]] = i;
        }

        return places;
    }
}
