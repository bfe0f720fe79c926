using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>Whole numbers of at most 32 bits with the same order as the values: their bits without those common to all.</summary>
internal readonly struct SortKeys
{
    private readonly ulong _least;
    private readonly int _shift;

    private SortKeys(ulong least, int shift, int width, bool areWhole, bool inOrder)
    {
        _least = least;
        _shift = shift;
        Width = width;
        AreWhole = areWhole;
        InOrder = inOrder;
    }

    /// <summary>How many bits a key has.</summary>
    public int Width { get; }

    /// <summary>Whether a key determines its value; otherwise different values may share a key.</summary>
    public bool AreWhole { get; }

    /// <summary>Whether the values are in order already.</summary>
    public bool InOrder { get; }

    public static SortKeys Compute(double[] values)
    {
        if (values.Length == 0)
        {
            return new SortKeys(0, 0, 0, true, true);
        }

        ulong first = Bits(values[0]);
        int spans = RowBlocks.Spans(values.Length);
        var ranges = new (ulong Least, ulong Most, ulong Differ, bool InOrder)[spans];
        RowBlocks.ForEach(spans, values.Length, span => ranges[span] = Range(span, values, first));
        (ulong least, ulong most, ulong differ, bool inOrder) = ranges[0];
        foreach ((ulong Least, ulong Most, ulong Differ, bool InOrder) range in ranges)
        {
            least = Math.Min(least, range.Least);
            most = Math.Max(most, range.Most);
            differ |= range.Differ;
            inOrder &= range.InOrder;
        }

        // Bits below the lowest one in which any two differ are not needed.
        int shift = differ == 0 ? 0 : BitOperations.TrailingZeroCount(differ);
        int width = 64 - BitOperations.LeadingZeroCount((most - least) >> shift);
        return new SortKeys(least, shift + Math.Max(0, width - 32), Math.Min(width, 32), width <= 32, inOrder);
    }

    /// <summary>Writes for each value, in the bits of a number, its key, and in the lower 32 bits its place.</summary>
    public void Pack(double[] values, double[] packed)
    {
        (ulong least, int shift) = (_least, _shift);
        int parts = RowBlocks.Spans(values.Length);
        RowBlocks.ForEach(parts, values.Length, part =>
        {
            (int first, int end) = RowBlocks.Span(part, values.Length);
            Span<ulong> keys = MemoryMarshal.Cast<double, ulong>(packed.AsSpan());
            for (int i = first; i < end; i++)
            {
                keys[i] = (((Bits(values[i]) - least) >> shift) << 32) | (uint)i;
            }
        });
    }

    /// <summary>The value of a packed key, where keys determine their values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Value(ulong packed)
    {
        ulong bits = ((packed >> 32) << _shift) + _least;
        return BitConverter.UInt64BitsToDouble((bits >> 63) == 1 ? bits & ~(1UL << 63) : ~bits);
    }

    private static (ulong Least, ulong Most, ulong Differ, bool InOrder) Range(int span, double[] values, ulong first)
    {
        (int from, int to) = RowBlocks.Span(span, values.Length);
        ulong latest = Bits(values[Math.Max(0, from - 1)]);
        (ulong least, ulong most, ulong differ, bool inOrder) = (latest, latest, 0, true);
        foreach (double value in values.AsSpan(from..to))
        {
            ulong bits = Bits(value);
            least = Math.Min(least, bits);
            most = Math.Max(most, bits);
            differ |= bits ^ first;
            inOrder &= bits >= latest;
            latest = bits;
        }

        return (least, most, differ, inOrder);
    }

    // The unsigned order of these is the order of the numbers; -0 equals 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bits(double value)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(value + 0.0);
        return (bits >> 63) == 0 ? bits | (1UL << 63) : ~bits;
    }
}
