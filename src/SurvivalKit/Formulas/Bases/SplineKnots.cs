using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Where the knots of a spline lie when they are not given: at quantiles of the numbers.</summary>
internal static class SplineKnots
{
    /// <summary>The numbers in increasing order.</summary>
    public static double[] Sorted(ReadOnlySpan<double> values)
    {
        RadixSort.Order(values, out double[] sorted);
        return sorted;
    }

    /// <summary>Those of the ordered numbers that lie between two boundaries, inclusive.</summary>
    public static ReadOnlySpan<double> Within(ReadOnlySpan<double> sorted, double lower, double upper)
    {
        int from = 0;
        int to = sorted.Length;
        for (; from < to && sorted[from] < lower; from++)
        {
        }

        for (; to > from && sorted[to - 1] > upper; to--)
        {
        }

        return sorted[from..to];
    }

    /// <summary>Whether knots increase strictly.</summary>
    public static bool AreApart(ReadOnlySpan<double> knots)
    {
        for (int i = 1; i < knots.Length; i++)
        {
            if (!(knots[i - 1] < knots[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A quantile by linear interpolation, R's type 7.</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double probability)
    {
        double place = (sorted.Length - 1) * probability;
        int low = (int)Math.Floor(place);
        int high = (int)Math.Ceiling(place);
        double share = place - low;
        return sorted[low] == sorted[high] || share == 0 ? sorted[low] : ((1 - share) * sorted[low]) + (share * sorted[high]);
    }

    /// <summary>Quantiles at equal distances, without 0 and 1: the inner knots of R's <c>ns</c>.</summary>
    public static ImmutableArray<double> Inner(ReadOnlySpan<double> sorted, int count)
    {
        var knots = ImmutableArray.CreateBuilder<double>(count);
        for (int i = 1; i <= count; i++)
        {
            knots.Add(Quantile(sorted, i / (count + 1.0)));
        }

        return knots.MoveToImmutable();
    }

    /// <summary>The default knots of <c>rcspline.eval</c> of R's Hmisc; null where <c>rcspline.eval</c> warns of too few distinct numbers,
    /// or stops.</summary>
    /// <remarks>
    /// Quantiles from 0.1 to 0.9 (3 knots), 0.05 to 0.95 (4 to 6) or 0.025 to 0.975 (7 and more). With fewer than 100 numbers the
    /// outermost knots are the fifth smallest and the fifth largest. Where one in twenty numbers or more is the lowest (as a limit of
    /// detection), the first knot is the next higher number, and likewise at the other end. Coinciding knots are one knot.
    /// </remarks>
    public static ImmutableArray<double>? Harrell(ReadOnlySpan<double> sorted, int count)
    {
        const double Tied = 0.05;
        (int distinct, int largestInner) = Runs(sorted);
        if (sorted.Length < 6 || distinct - 2 <= count)
        {
            return null;
        }

        int all = sorted.Length;
        double outer = count > 6 ? 0.025 : count > 3 ? 0.05 : 0.1;
        double? first = null;
        double? last = null;
        if (largestInner < Tied * all)
        {
            int lowest = sorted.LastIndexOf(sorted[0]) + 1;
            int highest = sorted.Length - sorted.IndexOf(sorted[^1]);
            if (lowest >= Tied * all)
            {
                first = sorted[lowest];
                sorted = sorted[(sorted.LastIndexOf(first.Value) + 1)..];
            }

            if (highest >= Tied * all)
            {
                last = sorted[^(highest + 1)];
                sorted = sorted[..sorted.IndexOf(last.Value)];
            }
        }

        int inner = count - (first is null ? 0 : 1) - (last is null ? 0 : 1);
        if (sorted.Length < 5 || Quantiles(sorted, inner, outer) is not { } knots)
        {
            return null;
        }

        if (sorted.Length < 100 && inner > 1)
        {
            knots[0] = first is null ? sorted[4] : knots[0];
            knots[^1] = last is null ? sorted[^5] : knots[^1];
        }

        ImmutableArray<double> joined = [.. ((double?[])[first, .. knots, last]).OfType<double>().Distinct().Order()];
        return joined.Length < 3 ? null : joined;
    }

    private static double[]? Quantiles(ReadOnlySpan<double> sorted, int count, double outer)
    {
        var knots = new double[count];
        double from = count == 2 ? 0.5 : outer;
        for (int i = 0; i < count; i++)
        {
            knots[i] = Quantile(sorted, count == 1 ? 0.5 : from + (i * ((1 - outer - from) / (count - 1))));
        }

        return knots.Distinct().Count() < Math.Min(count, 3) ? null : knots;
    }

    // The number of distinct numbers, and how often the most frequent one other than the lowest and the highest occurs.
    private static (int Distinct, int LargestInner) Runs(ReadOnlySpan<double> sorted)
    {
        int distinct = 0;
        int largest = 0;
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            for (to = from + 1; to < sorted.Length && sorted[to] == sorted[from];)
            {
                to++;
            }

            distinct++;
            largest = from > 0 && to < sorted.Length ? Math.Max(largest, to - from) : largest;
        }

        return (distinct, largest);
    }
}
