using System.Runtime.CompilerServices;

namespace SurvivalKit;

/// <summary>Reduces values to the rows that are kept. Where all are (<see langword="null"/>), nothing is copied.</summary>
internal static class RowCut
{
    public static ReadOnlyMemory<double> Keep(ReadOnlyMemory<double> values, int[]? kept) =>
        kept is null ? values : Gathered(values.Span, kept);

    /// <summary>The kept values in a new array.</summary>
    public static double[] Copied(ReadOnlyMemory<double> values, int[]? kept) =>
        kept is null ? values.ToArray() : Gathered(values.Span, kept);

    public static FormulaValue Keep(FormulaValue value, int[]? kept) => value switch
    {
        // The levels of a text are those of the rows that are used; a factor keeps all of its own.
        FormulaValue.Levels { IsText: true } text when kept is not null =>
            FormulaFunctions.Used(text with { Codes = Gathered<int>(text.Codes, kept) }),
        _ when kept is null => value,
        FormulaValue.Numbers numbers => numbers with { Values = Gathered(numbers.Values.Span, kept) },
        FormulaValue.Logicals logicals => new FormulaValue.Logicals(Gathered<sbyte>(logicals.Values, kept)),
        FormulaValue.Levels levels => levels with { Codes = Gathered<int>(levels.Codes, kept) },
        FormulaValue.Matrix matrix => matrix with { Columns = [.. matrix.Columns.Select(column => Keep(column, kept))] },
        _ => value,
    };

    /// <summary>Throws where a value of the kept rows is not finite.</summary>
    public static void CheckFinite(ReadOnlySpan<double> values, int[]? kept, string name, string? source)
    {
        int infinite = Finite.FirstOther(values);
        if (infinite >= 0)
        {
            string value = values[infinite] > 0 ? "Inf" : "-Inf";
            throw SurvivalDataException.AtCell(source, (kept is null ? infinite : kept[infinite]) + 1L, name, value, value
                + " was found where a finite number was expected.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T[] Gathered<T>(ReadOnlySpan<T> values, int[] kept)
    {
        T[] cut = GC.AllocateUninitializedArray<T>(kept.Length);
        for (int i = 0; i < cut.Length; i++)
        {
            cut[i] = values[kept[i]];
        }

        return cut;
    }
}
