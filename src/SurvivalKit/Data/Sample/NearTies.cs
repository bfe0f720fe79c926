namespace SurvivalKit;

/// <summary>R's rule for times that differ only by rounding (<c>timefix</c>, <c>aeqSurv</c>): neighbours among the distinct times that
/// are within 1.49e-8, absolutely or relative to the mean time, are the same time, namely the smallest of their run.</summary>
internal static class NearTies
{
    /// <summary>The square root of the double's epsilon, R's tolerance.</summary>
    public const double Tolerance = 1.4901161193847656e-08;

    /// <summary>Joins times in place, starts and ends together.</summary>
    /// <param name="starts">The starts in increasing order, or nothing.</param>
    /// <param name="times">The ends in increasing order.</param>
    /// <returns>Whether anything had to be joined (it is rare).</returns>
    public static bool Join(Span<double> starts, Span<double> times)
    {
        double mean = starts.IsEmpty ? MeanOfDistinct(times, out double smallestGap) : MeanOfDistinct(starts, times, out smallestGap);
        if (!IsRounding(smallestGap, mean))
        {
            return false;
        }

        if (starts.IsEmpty)
        {
            Join(times, mean);
            return true;
        }

        double latest = double.NegativeInfinity;
        double kept = double.NaN;
        for (int s = 0, t = 0; s < starts.Length || t < times.Length;)
        {
            ref double next = ref t == times.Length || (s < starts.Length && starts[s] <= times[t]) ? ref starts[s++] : ref times[t++];
            kept = IsRounding(next - latest, mean) ? kept : next;
            latest = next;
            next = kept;
        }

        return true;
    }

    private static void Join(Span<double> times, double mean)
    {
        // A wider gap is none of rounding; nearly all are.
        double wide = 2 * Tolerance * Math.Max(1, mean);
        double latest = double.NegativeInfinity;
        double kept = double.NaN;
        foreach (ref double time in times)
        {
            double next = time;
            kept = !(next - latest > wide) && IsRounding(next - latest, mean) ? kept : next;
            time = kept;
            latest = next;
        }
    }

    private static bool IsRounding(double gap, double mean) => gap <= Tolerance || gap / mean <= Tolerance;

    // The common case, without a merge.
    private static double MeanOfDistinct(ReadOnlySpan<double> times, out double smallestGap)
    {
        smallestGap = double.PositiveInfinity;
        double latest = double.NegativeInfinity;
        double sum = 0;
        int distinct = 0;
        foreach (double next in times)
        {
            // No branches, but for the chain of the sum: a tie adds nothing.
            double gap = next - latest;
            bool isNew = gap != 0;
            smallestGap = isNew & gap < smallestGap ? gap : smallestGap;
            sum += isNew ? Math.Abs(next) : 0;
            distinct += isNew ? 1 : 0;
            latest = next;
        }

        return sum / Math.Max(1, distinct);
    }

    private static double MeanOfDistinct(ReadOnlySpan<double> starts, ReadOnlySpan<double> times, out double smallestGap)
    {
        smallestGap = double.PositiveInfinity;
        double latest = double.NegativeInfinity;
        double sum = 0;
        int distinct = 0;
        for (int s = 0, t = 0; s < starts.Length || t < times.Length;)
        {
            double next = t == times.Length || (s < starts.Length && starts[s] <= times[t]) ? starts[s++] : times[t++];
            if (next != latest)
            {
                smallestGap = Math.Min(smallestGap, next - latest);
                sum += Math.Abs(next);
                distinct++;
                latest = next;
            }
        }

        return sum / Math.Max(1, distinct);
    }
}
