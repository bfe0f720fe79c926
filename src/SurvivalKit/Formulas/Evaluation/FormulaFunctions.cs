using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace SurvivalKit;

/// <summary>Operations on the levels of a factor.</summary>
internal static class FormulaFunctions
{
    /// <summary>A value as R's <c>as.factor</c> takes it: a factor keeps its levels, anything else has those that occur.</summary>
    public static FormulaValue.Levels AsFactor(FormulaValue value) =>
        value is FormulaValue.Levels { IsText: false } factor ? factor : Used(value.AsLevels()) with { IsText = false };

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
