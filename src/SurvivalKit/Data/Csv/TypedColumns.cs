using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Makes columns of a frame out of the distinct words' values, or out of numbers, without a step through single cells.</summary>
internal static class TypedColumns
{
    /// <summary>A column of numbers, truth values or dates.</summary>
    /// <param name="name">The name.</param>
    /// <param name="words">The words.</param>
    /// <param name="read">The value of the word of a code; null is missing.</param>
    public static DataFrameColumn Of<T>(string name, CsvColumn.Words words, Func<int, T?> read)
        where T : unmanaged
    {
        T?[] values = [.. Enumerable.Range(0, words.Distinct.Length).Select(read)];
        var cells = new T[words.Codes.Length];
        var present = new byte[(cells.Length + 7) / 8];
        int missing = 0;
        for (int row = 0; row < cells.Length; row++)
        {
            T? value = values[words.Codes[row]];
            cells[row] = value.GetValueOrDefault();
            present[row >> 3] |= (byte)((value is null ? 0 : 1) << (row & 7));
            missing += value is null ? 1 : 0;
        }

        return Of(name, cells, present, missing);
    }

    /// <summary>A column of whole numbers: of 32 bits where all fit, else of 64.</summary>
    public static DataFrameColumn Integers(string name, CsvColumn.Words words, Func<int, long?> read)
    {
        long?[] values = [.. Enumerable.Range(0, words.Distinct.Length).Select(read)];
        return Array.TrueForAll(values, value => value is null or (>= int.MinValue and <= int.MaxValue))
            ? Of(name, words, code => (int?)values[code])
            : Of(name, words, code => values[code]);
    }

    /// <summary>A column of the numbers that were read plainly; whole ones as <see cref="Integers"/>.</summary>
    public static DataFrameColumn Of(string name, CsvColumn.Numbers numbers)
    {
        double[] values = numbers.Values;
        byte[] present = new byte[(values.Length + 7) / 8];
        present.AsSpan().Fill(0xFF);
        if (numbers.Missing > 0)
        {
            for (int row = 0; row < values.Length; row++)
            {
                if (double.IsNaN(values[row]))
                {
                    present[row >> 3] &= (byte)~(1 << (row & 7));
                    values[row] = 0;
                }
            }
        }

        if (!numbers.AreWhole || numbers.Missing == values.Length)
        {
            return Of(name, values, present, numbers.Missing);
        }

        double least = System.Numerics.Tensors.TensorPrimitives.Min<double>(values);
        double greatest = System.Numerics.Tensors.TensorPrimitives.Max<double>(values);
        if (least >= int.MinValue && greatest <= int.MaxValue)
        {
            var cells = new int[values.Length];
            System.Numerics.Tensors.TensorPrimitives.ConvertTruncating<double, int>(values, cells);
            return Of(name, cells, present, numbers.Missing);
        }

        var wide = new long[values.Length];
        System.Numerics.Tensors.TensorPrimitives.ConvertTruncating<double, long>(values, wide);
        return Of(name, wide, present, numbers.Missing);
    }

    public static long? Whole(string word) => long.TryParse(
        word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;

    public static bool? Truth(string word) => word switch
    {
        "TRUE" or "True" or "true" or "T" => true,
        "FALSE" or "False" or "false" or "F" => false,
        _ => null,
    };

    /// <summary>A column of values.</summary>
    /// <param name="name">The name.</param>
    /// <param name="cells">A value a row; what a missing one has does not count. Not copied: it belongs to the column.</param>
    /// <param name="present">A bit a row, the lowest first: whether it has a value.</param>
    /// <param name="missing">The number of rows without one.</param>
    public static DataFrameColumn Of<T>(string name, T[] cells, byte[] present, int missing)
        where T : unmanaged
    {
        if (cells is DateTime[] dates)
        {
            return new DateTimeDataFrameColumn(
                name, dates.Select((date, row) => (present[row >> 3] & (1 << (row & 7))) == 0 ? (DateTime?)null : date));
        }

        ReadOnlyMemory<byte> bytes = new ArrayBytes<T>(cells).Memory;
        return cells switch
        {
            double[] => new DoubleDataFrameColumn(name, bytes, present, cells.Length, missing),
            int[] => new Int32DataFrameColumn(name, bytes, present, cells.Length, missing),
            long[] => new Int64DataFrameColumn(name, bytes, present, cells.Length, missing),
            _ => new BooleanDataFrameColumn(name, bytes, present, cells.Length, missing),
        };
    }
}
