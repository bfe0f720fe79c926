namespace SurvivalKit;

/// <summary>R's rule for times that differ only by rounding (<c>timefix</c>, <c>aeqSurv</c>): neighbours among the distinct times that
/// are within 1.49e-8, absolutely or relative to the mean time, are the same time, namely the smallest of their run.</summary>
internal static class NearTies
{
    /// <summary>The square root of the double's epsilon, R's tolerance.</summary>
    public const double Tolerance = 1.4901161193847656e-08;

    /// <summary>The joined times, or <see langword="null"/> where nothing had to be joined (the common case).</summary>
    /// <exception cref="SurvivalDataException">An interval became empty.</exception>
    public static (double[] Start, double[] Time)? Join(ReadOnlySpan<double> start, ReadOnlySpan<double> time)
    {
        double[] distinct = Distinct(start, time);
        if (distinct.Length < 2)
        {
            return null;
        }

        double[] cuts = Cuts(distinct);
        if (cuts.Length == distinct.Length)
        {
            return null;
        }

        double[] newStart = Snap(start, cuts);
        double[] newTime = Snap(time, cuts);
        for (int i = 0; i < newStart.Length; i++)
        {
            if (newStart[i] >= newTime[i])
            {
                throw SurvivalDataException.AtCell(
                    null, i + 1L, "stop", FormattableString.Invariant($"{time[i]}"), "the interval is shorter than the rounding tolerance of times; a longer one was expected.");
            }
        }

        return (newStart, newTime);
    }

    private static double[] Distinct(ReadOnlySpan<double> start, ReadOnlySpan<double> time)
    {
        double[] all = [.. start, .. time];
        Array.Sort(all);
        int kept = 0;
        for (int i = 0; i < all.Length; i++)
        {
            if (i == 0 || all[i] != all[kept - 1])
            {
                all[kept++] = all[i];
            }
        }

        return all[..kept];
    }

    private static double[] Cuts(double[] distinct)
    {
        double mean = 0;
        foreach (double value in distinct)
        {
            mean += Math.Abs(value) / distinct.Length;
        }

        var cuts = new List<double>(distinct.Length) { distinct[0] };
        for (int i = 1; i < distinct.Length; i++)
        {
            double gap = distinct[i] - distinct[i - 1];
            if (gap > Tolerance && gap / mean > Tolerance)
            {
                cuts.Add(distinct[i]);
            }
        }

        return [.. cuts];
    }

    private static double[] Snap(ReadOnlySpan<double> values, double[] cuts)
    {
        var snapped = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            int at = Array.BinarySearch(cuts, values[i]);
            snapped[i] = cuts[at >= 0 ? at : ~at - 1];
        }

        return snapped;
    }
}
