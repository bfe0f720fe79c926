using System.Buffers;

namespace SurvivalKit;

/// <summary>Sorts numbers by their bits, a few bits per pass: O(n), stable.</summary>
/// <remarks>Only the bits in which the numbers differ are used, at most 32 (<see cref="SortKeys"/>); short runs that agree in these bits
/// are finished by a comparison sort.</remarks>
internal static class RadixSort
{
    private const int SmallestForPasses = 512;
    private const int WidestDigit = 11;

    // Larger buffers are not kept for the next sort, since they would occupy memory.
    private const int LargestKept = 1 << 21;

    /// <summary>The places of the values in increasing order; equal values in their original order. No value may be NaN.</summary>
    /// <param name="values">The values.</param>
    /// <param name="sorted">The values in increasing order.</param>
    public static int[] Order(double[] values, out double[] sorted)
    {
        int n = values.Length;
        int[] order = GC.AllocateUninitializedArray<int>(n);
        sorted = GC.AllocateUninitializedArray<double>(n);
        SortKeys keys = SortKeys.Compute(values);
        if (keys.InOrder || n < SmallestForPasses)
        {
            for (int i = 0; i < n; i++)
            {
                order[i] = i;
                sorted[i] = values[i] + 0.0;
            }

            if (!keys.InOrder)
            {
                ShortRun.Sort(sorted, order);
            }

            return order;
        }

        ulong[] packed = Rent(n);
        ulong[] other = Rent(n);
        keys.Pack(values, packed);
        int passes = (keys.Width + WidestDigit - 1) / WidestDigit;
        int bits = (keys.Width + passes - 1) / Math.Max(1, passes);
        for (int pass = 0; pass < passes; pass++)
        {
            ByDigit(packed, other, n, 32 + (pass * bits), bits);
            (packed, other) = (other, packed);
        }

        Unpack(packed, values, keys, order, sorted);
        if (n <= LargestKept)
        {
            ArrayPool<ulong>.Shared.Return(packed);
            ArrayPool<ulong>.Shared.Return(other);
        }

        return order;
    }

    private static ulong[] Rent(int n) => n <= LargestKept ? ArrayPool<ulong>.Shared.Rent(n) : GC.AllocateUninitializedArray<ulong>(n);

    /// <inheritdoc cref="Order(double[], out double[])"/>
    public static int[] Order(ReadOnlySpan<double> values, out double[] sorted) => Order(values.ToArray(), out sorted);

    // One stable pass. Each part of the array counts its digits, which gives the target places of its entries.
    private static void ByDigit(ulong[] from, ulong[] to, int n, int shift, int bits)
    {
        int parts = RowBlocks.Spans(n);
        int digits = 1 << bits;
        ulong mask = (ulong)digits - 1;
        var places = new int[parts][];
        RowBlocks.ForEach(parts, n, part =>
        {
            (int first, int end) = RowBlocks.Span(part, n);
            var counts = new int[digits];
            foreach (ulong entry in from.AsSpan(first, end - first))
            {
                counts[(int)((entry >> shift) & mask)]++;
            }

            places[part] = counts;
        });

        int sum = 0;
        for (int digit = 0; digit < digits; digit++)
        {
            foreach (int[] counts in places)
            {
                (counts[digit], sum) = (sum, sum + counts[digit]);
            }
        }

        RowBlocks.ForEach(parts, n, part =>
        {
            (int first, int end) = RowBlocks.Span(part, n);
            int[] next = places[part];
            foreach (ulong entry in from.AsSpan(first, end - first))
            {
                to[next[(int)((entry >> shift) & mask)]++] = entry;
            }
        });
    }

    private static void Unpack(ulong[] packed, double[] values, SortKeys keys, int[] order, double[] sorted)
    {
        int n = order.Length;
        int parts = RowBlocks.Spans(n);
        RowBlocks.ForEach(parts, n, part =>
        {
            (int first, int end) = RowBlocks.Span(part, n);
            for (int i = first; i < end; i++)
            {
                order[i] = (int)(uint)packed[i];
                sorted[i] = keys.AreWhole ? keys.Value(packed[i]) : values[order[i]] + 0.0;
            }
        });

        if (!keys.AreWhole)
        {
            RowBlocks.ForEach(parts, n, part =>
            {
                // A run belongs to the part in which it starts.
                (int first, int end) = RowBlocks.Span(part, n);
                for (; first > 0 && first < end && packed[first] >> 32 == packed[first - 1] >> 32; first++)
                {
                }

                for (int start = first; start < end;)
                {
                    int next = start + 1;
                    for (; next < n && packed[next] >> 32 == packed[start] >> 32; next++)
                    {
                    }

                    if (next - start > 1)
                    {
                        ShortRun.Sort(sorted.AsSpan(start, next - start), order.AsSpan(start, next - start));
                    }

                    start = next;
                }
            });
        }
    }
}
