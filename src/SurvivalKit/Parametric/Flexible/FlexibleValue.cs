namespace SurvivalKit;

/// <summary>Arithmetic of logarithms that have derivatives by several parameters.</summary>
internal static class FlexibleValue
{
    /// <summary>The number of second derivatives.</summary>
    public static int Triangle(int parameters) => parameters * (parameters + 1) / 2;

    /// <summary>The logarithm of the difference of two survival functions, the first the greater one, in the place of the first:
    /// <see cref="LifetimeValue.LogDifference"/>.</summary>
    public static double LogDifference(
        double left,
        Span<double> first,
        Span<double> second,
        double right,
        ReadOnlySpan<double> rightFirst,
        ReadOnlySpan<double> rightSecond)
    {
        double gap = right - left;
        double both = Math.Exp(gap);
        if (both == 0)
        {
            return left;
        }

        double part = -SmallNumbers.ExpMinusOne(gap);
        double q = both / part;
        double square = q * (1 + q);
        for (int p = 0, at = 0; p < first.Length; p++)
        {
            for (int r = 0; r <= p; r++, at++)
            {
                second[at] += (q * (second[at] - rightSecond[at]))
                    - (square * (first[p] - rightFirst[p]) * (first[r] - rightFirst[r]));
            }
        }

        for (int p = 0; p < first.Length; p++)
        {
            first[p] += q * (first[p] - rightFirst[p]);
        }

        return left + Math.Log(part);
    }

    /// <summary>Subtracts the derivatives of another logarithm.</summary>
    public static void Subtract(Span<double> from, ReadOnlySpan<double> other)
    {
        for (int i = 0; i < from.Length; i++)
        {
            from[i] -= other[i];
        }
    }
}
