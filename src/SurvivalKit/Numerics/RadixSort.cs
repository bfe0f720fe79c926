using System.Buffers;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>Sorts numbers by their bits, a few bits per pass: O(n), stable.</summary>
/// <remarks>Only the bits in which the numbers differ are used, at most 32 (<see cref="SortKeys"/>); short runs that agree in these bits
/// are finished by a comparison sort.</remarks>
internal static class RadixSort
{
    private const int SmallestForPasses = 512;
    private const int WidestDigit = 11;

    // Larger buffers are not kept for the next sort, since they would occupy memory; the columns that are gathered next use them.
    private const int LargestKept = 1 << 21;

    /// <summary>The places of the values in increasing order; equal values in their original order. No value may be NaN.</summary>
    /// <param name="values">The values.</param>
    /// <param name="sorted">The values in increasing order.</param>
    public static int[] Order(double[] values, out double[] sorted)
    {
        int n = values.Length;
        int[] order = Recycled<int>.Take(n);
        sorted = Recycled<double>.Take(n);
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

        double[] packed = Rent(n);
        double[] other = Rent(n);
        keys.Pack(values, packed);
        int passes = (keys.Width + WidestDigit - 1) / WidestDigit;
        int bits = (keys.Width + passes - 1) / Math.Max(1, passes);
        for (int pass = 0; pass < passes; pass++)
        {
            ByDigit(packed, other, n, 32 + (pass * bits), bits);
            (packed, other) = (other, packed);
        }

        Unpack(packed, values, keys, order, sorted);
        Return(packed, n);
        Return(other, n);
        return order;
    }

    // Bits in arrays of numbers, which are used again for numbers.
    private static double[] Rent(int n) => n <= LargestKept ? ArrayPool<double>.Shared.Rent(n) : Recycled<double>.Take(n);

    private static void Return(double[] array, int n)
    {
        if (n <= LargestKept)
        {
            ArrayPool<double>.Shared.Return(array);
        }
        else
        {
            Recycled<double>.GiveBack(array);
        }
    }

    /// <inheritdoc cref="Order(double[], out double[])"/>
    public static int[] Order(ReadOnlySpan<double> values, out double[] sorted) => Order(values.ToArray(), out sorted);

    private static Span<ulong> Bits(double[] array, int from, int to) => MemoryMarshal.Cast<double, ulong>(array.AsSpan(from..to));

    // One stable pass. Each part of the array counts its digits, which gives the target places of its entries.
    private static void ByDigit(double[] from, double[] to, int n, int shift, int bits)
    {
        int parts = RowBlocks.Spans(n);
        int digits = 1 << bits;
        ulong mask = (ulong)digits - 1;
        var places = new int[parts][];
        RowBlocks.ForEach(parts, n, part =>
        {
            (int first, int end) = RowBlocks.Span(part, n);
            var counts = new int[digits];
            foreach (ulong entry in Bits(from, first, end))
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
            Span<ulong> target = Bits(to, 0, n);
            foreach (ulong entry in Bits(from, first, end))
            {
                target[next[(int)((entry >> shift) & mask)]++] = entry;
            }
        });
    }

    private static void Unpack(double[] packedBits, double[] values, SortKeys keys, int[] order, double[] sorted)
    {
        int n = order.Length;
        int parts = RowBlocks.Spans(n);
        RowBlocks.ForEach(parts, n, part =>
        {
            (int first, int end) = RowBlocks.Span(part, n);
            ReadOnlySpan<ulong> packed = Bits(packedBits, 0, n);
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
                ReadOnlySpan<ulong> packed = Bits(packedBits, 0, n);
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
