using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>Finds numbers that are NaN or infinite, several per step (SIMD).</summary>
internal static class Finite
{
    /// <summary>Whether no value is missing or infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool All(ReadOnlySpan<double> values)
    {
        // x - x is 0 for a finite x and NaN for any other, and a sum with NaN stays NaN.
        ReadOnlySpan<Vector<double>> blocks = MemoryMarshal.Cast<double, Vector<double>>(values);
        Vector<double> first = Vector<double>.Zero;
        Vector<double> second = Vector<double>.Zero;
        int at = 0;
        for (; at + 1 < blocks.Length; at += 2)
        {
            first += blocks[at] - blocks[at];
            second += blocks[at + 1] - blocks[at + 1];
        }

        double sum = Vector.Sum(first) + Vector.Sum(second);
        for (int i = at * Vector<double>.Count; i < values.Length; i++)
        {
            sum += values[i] - values[i];
        }

        return sum == 0;
    }

    /// <summary>The place of the first value that is missing or infinite, or -1.</summary>
    public static int FirstOther(ReadOnlySpan<double> values)
    {
        if (!All(values))
        {
            for (int i = 0; i < values.Length; i++)
            {
                if (!double.IsFinite(values[i]))
                {
                    return i;
                }
            }
        }

        return -1;
    }
}
