using System.Runtime.CompilerServices;

namespace SurvivalKit;

/// <summary>Numbers coded by the place of each among the distinct ones: used to make a factor. O(n), whatever their order.</summary>
internal static class NumberCodes
{
    /// <param name="values">The numbers; not-a-number is missing.</param>
    /// <returns>The place of each number, -1 where it is missing, and the distinct numbers in increasing order.</returns>
    public static (int[] Codes, double[] Distinct) Code(ReadOnlySpan<double> values)
    {
        int[] codes = GC.AllocateUninitializedArray<int>(values.Length);
        return TryWholeNumbers(values, codes, out double[] distinct) ? (codes, distinct) : (codes, ByHash(values, codes));
    }

    // Whole numbers in a small range, as most codes, are coded by a table instead of a hash.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryWholeNumbers(ReadOnlySpan<double> values, int[] codes, out double[] distinct)
    {
        distinct = [];
        int lowest = int.MaxValue;
        int highest = int.MinValue;
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i];
            int whole = (int)value;
            if (whole != value)
            {
                if (double.IsNaN(value))
                {
                    continue;
                }

                return false;
            }

            lowest = Math.Min(lowest, whole);
            highest = Math.Max(highest, whole);
        }

        long range = (long)highest - lowest + 1;
        if (range > Math.Max(1024, 2L * values.Length))
        {
            return false;
        }

        var places = new int[Math.Max(0, range)];
        foreach (double value in values)
        {
            if (!double.IsNaN(value))
            {
                places[(int)value - lowest] = 1;
            }
        }

        var found = new List<double>();
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] == 1)
            {
                places[i] = found.Count;
                found.Add(lowest + i);
            }
        }

        for (int i = 0; i < values.Length; i++)
        {
            codes[i] = double.IsNaN(values[i]) ? -1 : places[(int)values[i] - lowest];
        }

        distinct = [.. found];
        return true;
    }

    // Coded in order of first appearance, then renumbered by size.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double[] ByHash(ReadOnlySpan<double> values, int[] codes)
    {
        var table = new HashedNumbers();
        for (int i = 0; i < values.Length; i++)
        {
            codes[i] = double.IsNaN(values[i]) ? -1 : table.CodeOf(values[i]);
        }

        int[] order = RadixSort.Order(table.Met, out double[] sorted);
        var places = new int[order.Length];
        for (int place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        for (int i = 0; i < codes.Length; i++)
        {
            codes[i] = codes[i] < 0 ? -1 : places[codes[i]];
        }

        return sorted;
    }
}
