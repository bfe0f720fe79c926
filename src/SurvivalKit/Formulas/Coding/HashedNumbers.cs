using System.Runtime.CompilerServices;

namespace SurvivalKit;

/// <summary>Distinct numbers in the order of first appearance; a hash table with open addressing.</summary>
internal sealed class HashedNumbers
{
    private double[] _met = new double[64];
    private int[] _slots = NewSlots(256);
    private int _shift = 64 - 8;
    private int _count;

    public ReadOnlySpan<double> Met => _met.AsSpan(0, _count);

    /// <summary>The place of a number among those added; it is added where it is new. -0 equals 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int CodeOf(double value)
    {
        value += 0.0;
        int[] slots = _slots;
        for (int at = Home(value, _shift); ; at = (at + 1) & (slots.Length - 1))
        {
            int code = slots[at];
            if (code < 0)
            {
                return Add(value, at);
            }

            if (_met[code] == value)
            {
                return code;
            }
        }
    }

    private int Add(double value, int at)
    {
        if (_count == _met.Length)
        {
            Array.Resize(ref _met, 2 * _count);
        }

        _slots[at] = _count;
        _met[_count] = value;
        _count++;
        if (4 * _count > _slots.Length)
        {
            Rehash();
        }

        return _count - 1;
    }

    private void Rehash()
    {
        int[] slots = NewSlots(4 * _slots.Length);
        _shift -= 2;
        for (int code = 0; code < _count; code++)
        {
            int at = Home(_met[code], _shift);
            while (slots[at] >= 0)
            {
                at = (at + 1) & (slots.Length - 1);
            }

            slots[at] = code;
        }

        _slots = slots;
    }

    // Fibonacci hashing: the highest bits of the product depend on all bits of the number.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Home(double value, int shift) => (int)((BitConverter.DoubleToUInt64Bits(value) * 0x9E3779B97F4A7C15UL) >> shift);

    private static int[] NewSlots(int count)
    {
        var slots = new int[count];
        slots.AsSpan().Fill(-1);
        return slots;
    }
}
