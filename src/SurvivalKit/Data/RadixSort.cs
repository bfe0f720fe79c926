using System.Runtime.CompilerServices;

namespace SurvivalKit;

/// <summary>Sorts numbers by their bits, a few bits a pass, instead of comparing them: O(n), stable.</summary>
/// <remarks>Three passes order the upper 32 bits; what is then still unsorted are short runs that agree in them, and a comparison sort ends those.</remarks>
internal static class RadixSort
{
    private const int SmallestForPasses = 256;
    private const int Digits = 1 << 11;

    private record struct Entry(ulong Key, int Row);

    /// <summary>The places of the values in increasing order; equal values in the order in which they stand. No value may be not-a-number.</summary>
    /// <param name="values">The values.</param>
    /// <param name="sorted">The values in increasing order.</param>
    public static int[] Order(ReadOnlySpan<double> values, out double[] sorted)
    {
        var entries = new Entry[values.Length];
        bool inOrder = true;
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = new Entry(Key(values[i]), i);
            inOrder &= i == 0 || entries[i].Key >= entries[i - 1].Key;
        }

        if (!inOrder)
        {
            if (entries.Length >= SmallestForPasses)
            {
                entries = ByUpperBits(entries);
            }

            FinishRuns(entries, entries.Length >= SmallestForPasses ? 32 : 64);
        }

        var order = new int[entries.Length];
        sorted = new double[entries.Length];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = entries[i].Row;
            sorted[i] = Value(entries[i].Key);
        }

        return order;
    }

    // Unsigned order of these keys is the order of the numbers; -0 is 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Key(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return (bits >> 63) == 0 ? bits | (1UL << 63) : ~bits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Value(ulong key) => BitConverter.UInt64BitsToDouble((key >> 63) == 1 ? key & ~(1UL << 63) : ~key);

    private static Entry[] ByUpperBits(Entry[] entries)
    {
        var other = new Entry[entries.Length];
        var counts = new int[3 * Digits];
        foreach (Entry entry in entries)
        {
            counts[Digit(entry.Key, 0)]++;
            counts[Digits + Digit(entry.Key, 1)]++;
            counts[(2 * Digits) + Digit(entry.Key, 2)]++;
        }

        for (int pass = 0; pass < 3; pass++)
        {
            Span<int> places = counts.AsSpan(pass * Digits, Digits);
            if (places[Digit(entries[0].Key, pass)] == entries.Length)
            {
                continue;
            }

            int sum = 0;
            foreach (ref int place in places)
            {
                (place, sum) = (sum, sum + place);
            }

            foreach (Entry entry in entries)
            {
                other[places[Digit(entry.Key, pass)]++] = entry;
            }

            (entries, other) = (other, entries);
        }

        return entries;
    }

    // The digits of the upper 32 bits, the lowest first: 11, 11 and 10 bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digit(ulong key, int pass) => (int)(key >> (32 + (11 * pass))) & (Digits - 1);

    // Orders the runs of entries that agree in all but their lowest bits.
    private static void FinishRuns(Entry[] entries, int lowest)
    {
        for (int from = 0; from < entries.Length;)
        {
            int to = from + 1;
            bool sorted = true;
            for (; to < entries.Length && (lowest == 64 || (entries[to].Key >> lowest) == (entries[from].Key >> lowest)); to++)
            {
                sorted &= entries[to].Key >= entries[to - 1].Key;
            }

            if (!sorted)
            {
                Finish(entries.AsSpan(from, to - from));
            }

            from = to;
        }
    }

    private static void Finish(Span<Entry> run)
    {
        if (run.Length > 32)
        {
            // The row decides between equal keys: an unstable sort becomes stable.
            run.Sort(static (a, b) => a.Key != b.Key ? a.Key.CompareTo(b.Key) : a.Row.CompareTo(b.Row));
            return;
        }

        for (int i = 1; i < run.Length; i++)
        {
            Entry entry = run[i];
            int at = i;
            for (; at > 0 && run[at - 1].Key > entry.Key; at--)
            {
                run[at] = run[at - 1];
            }

            run[at] = entry;
        }
    }
}
