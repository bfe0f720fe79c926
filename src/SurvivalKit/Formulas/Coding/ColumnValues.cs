using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The values of a frame's column as a formula uses them.</summary>
/// <remarks>A column of doubles without missing values is not copied: the result is the frame's own memory, and reflects later changes of
/// the frame.</remarks>
internal static class ColumnValues
{
    public static FormulaValue Read(DataFrameColumn column, string? source = null) => column switch
    {
        PrimitiveDataFrameColumn<double> numbers => new FormulaValue.Numbers(Doubles(numbers)),
        PrimitiveDataFrameColumn<int> numbers => Converted(numbers),
        PrimitiveDataFrameColumn<bool> logicals => Logicals(logicals),
        FactorColumn factor => Factor(factor),
        UncertainColumn uncertain => Read(uncertain.Resolve(source), source),
        StringDataFrameColumn text => Text(text),
        PrimitiveDataFrameColumn<long> numbers => Converted(numbers),
        PrimitiveDataFrameColumn<float> numbers => Converted(numbers),
        PrimitiveDataFrameColumn<byte> numbers => Converted(numbers),
        PrimitiveDataFrameColumn<sbyte> numbers => Converted(numbers),
        PrimitiveDataFrameColumn<short> numbers => Converted(numbers),
        PrimitiveDataFrameColumn<ushort> numbers => Converted(numbers),
        PrimitiveDataFrameColumn<uint> numbers => Converted(numbers),
        PrimitiveDataFrameColumn<ulong> numbers => Converted(numbers),
        PrimitiveDataFrameColumn<decimal> numbers => Converted(numbers),
        PrimitiveDataFrameColumn<DateTime> dates => Days(dates),
        _ => throw SurvivalDataException.AtColumn(
            source, column.Name,
            $"a column of {column.DataType.Name} cannot stand in a formula; numbers, text, TRUE/FALSE or dates were expected."),
    };

    /// <summary>The values of a column that is used as a label alone, as in factor(), strata() and cluster(): text that is nearly a column
    /// of numbers is text.</summary>
    public static FormulaValue ReadLabels(DataFrameColumn column, string? source) =>
        column is UncertainColumn uncertain ? Text(uncertain) : Read(column, source);

    // Days since 1970, as R's as.numeric of a Date; a time of day is a part of a day.
    private static FormulaValue.Numbers Days(PrimitiveDataFrameColumn<DateTime> column)
    {
        double[] days = new double[checked((int)column.Length)];
        for (int row = 0; row < days.Length; row++)
        {
            days[row] = column[row] is { } date ? DaysSince1970(date) : double.NaN;
        }

        return new FormulaValue.Numbers(days) { AreDates = true };
    }

    /// <summary>A date as the number of days since 1970-01-01.</summary>
    public static double DaysSince1970(DateTime date) => (date.Ticks - DateTime.UnixEpoch.Ticks) / (double)TimeSpan.TicksPerDay;

    private static ReadOnlyMemory<double> Doubles(PrimitiveDataFrameColumn<double> column)
    {
        if (column.NullCount == 0)
        {
            using IEnumerator<ReadOnlyMemory<double>> buffers = column.GetReadOnlyDataBuffers().GetEnumerator();
            ReadOnlyMemory<double> first = buffers.MoveNext() ? buffers.Current : default;
            if (first.Length == column.Length)
            {
                return first;
            }
        }

        return Converted(column).Values;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static FormulaValue.Numbers Converted<T>(PrimitiveDataFrameColumn<T> column)
        where T : unmanaged, INumber<T>
    {
        double[] values = GC.AllocateUninitializedArray<double>(checked((int)column.Length));
        int from = 0;
        foreach (ReadOnlyMemory<T> buffer in column.GetReadOnlyDataBuffers())
        {
            ReadOnlySpan<T> given = buffer.Span;
            Span<double> into = values.AsSpan(from, given.Length);
            for (int i = 0; i < into.Length; i++)
            {
                into[i] = double.CreateTruncating(given[i]);
            }

            from += given.Length;
        }

        Blank(column, values, double.NaN);
        return new FormulaValue.Numbers(values);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static FormulaValue.Logicals Logicals(PrimitiveDataFrameColumn<bool> column)
    {
        sbyte[] values = GC.AllocateUninitializedArray<sbyte>(checked((int)column.Length));
        int from = 0;
        foreach (ReadOnlyMemory<bool> buffer in column.GetReadOnlyDataBuffers())
        {
            MemoryMarshal.Cast<bool, sbyte>(buffer.Span).CopyTo(values.AsSpan(from));
            from += buffer.Length;
        }

        Blank(column, values, (sbyte)-1);
        return new FormulaValue.Logicals(values);
    }

    // Where a bit of the column's bitmap is 0, the value is missing.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Blank<T, TValue>(PrimitiveDataFrameColumn<T> column, TValue[] values, TValue missing)
        where T : unmanaged
    {
        if (column.NullCount == 0)
        {
            return;
        }

        int from = 0;
        using IEnumerator<ReadOnlyMemory<T>> data = column.GetReadOnlyDataBuffers().GetEnumerator();
        foreach (ReadOnlyMemory<byte> buffer in column.GetReadOnlyNullBitMapBuffers())
        {
            data.MoveNext();
            ReadOnlySpan<byte> present = buffer.Span;
            Span<TValue> into = values.AsSpan(from, data.Current.Length);
            for (int i = 0; i < into.Length; i++)
            {
                if ((present[i >> 3] & (1 << (i & 7))) == 0)
                {
                    into[i] = missing;
                }
            }

            from += into.Length;
        }
    }

    private static FormulaValue.Levels Factor(FactorColumn column)
    {
        var words = new TextCodes();
        foreach (string level in column.Levels)
        {
            words.CodeOrAdd(level);
        }

        return new FormulaValue.Levels(Codes(column, words), column.Levels);
    }

    private static FormulaValue.Levels Text(StringDataFrameColumn column)
    {
        var words = new TextCodes();
        int[] codes = Codes(column, words);
        string[] names = [.. words.Words];
        int[] order = [.. Enumerable.Range(0, names.Length)];
        Array.Sort(names, order, LevelOrder.Text);
        return new FormulaValue.Levels(FormulaFunctions.Renumbered(codes, FormulaFunctions.Inverse(order)), [.. names]) { IsText = true };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Codes(StringDataFrameColumn column, TextCodes words)
    {
        int[] codes = GC.AllocateUninitializedArray<int>(checked((int)column.Length));
        int row = 0;
        foreach (string? value in column)
        {
            codes[row++] = value is null ? -1 : words.CodeOrAdd(value);
        }

        return codes;
    }
}
