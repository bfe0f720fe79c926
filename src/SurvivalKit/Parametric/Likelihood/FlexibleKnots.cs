namespace SurvivalKit;

/// <summary>Where cuts and knots are: given, or at quantiles of the times of events.</summary>
internal static class FlexibleKnots
{
    private const int UsualCuts = 3;

    /// <summary>The times of the events, increasing; the middle of an interval.</summary>
    public static double[] EventTimes(ParametricData data)
    {
        double[] times =
        [
            .. Enumerable.Range(0, data.Rows).Where(data.HasEvent)
                .Select(row => data.Units.IsLog ? Math.Exp(data.Time[row]) : data.Units.Origin + (data.Time[row] * data.Units.Unit)),
        ];
        Array.Sort(times);
        return times;
    }

    /// <summary>The cuts of a piecewise constant hazard.</summary>
    /// <exception cref="SurvivalDataException">A piece has no event, or cuts do not increase.</exception>
    public static double[] Cuts(ParametricOptions options, double[] events)
    {
        double[] cuts = options.Cuts.IsDefaultOrEmpty
            ? [.. Enumerable.Range(1, UsualCuts).Select(k => Quantile(events, (double)k / (UsualCuts + 1))).Distinct()]
            : [.. options.Cuts];
        CheckIncreasing(cuts, "cut");
        for (int piece = 0; piece <= cuts.Length; piece++)
        {
            double from = piece == 0 ? double.NegativeInfinity : cuts[piece - 1];
            double to = piece == cuts.Length ? double.PositiveInfinity : cuts[piece];
            if (!Array.Exists(events, time => time > from && time <= to))
            {
                if (options.Cuts.IsDefaultOrEmpty)
                {
                    return [.. cuts.Where((_, place) => place != Math.Min(piece, cuts.Length - 1))];
                }

                string where = piece == 0 ? $"until {Text(to)}"
                    : piece == cuts.Length ? $"after {Text(from)}"
                    : $"from {Text(from)} to {Text(to)}";
                throw new SurvivalDataException($"No event was observed {where}; cuts with events between them were expected.");
            }
        }

        return cuts;
    }

    /// <summary>The logarithms of all knots of a spline, the first and last events among them.</summary>
    /// <exception cref="SurvivalDataException">A knot is not between the first and the last event, or knots do not increase; there are too
    /// few times for them.</exception>
    public static double[] Knots(ParametricOptions options, double[] events)
    {
        if (options.Knots is < 0 or > 20)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"{options.Knots} inner knots were asked for; 0 to 20 were expected."));
        }

        (double low, double high) = (events[0], events[^1]);
        double[] inner = options.KnotTimes.IsDefaultOrEmpty
            ? [.. Enumerable.Range(1, options.Knots).Select(
                k => Math.Exp(Quantile(Array.ConvertAll(events, Math.Log), (double)k / (options.Knots + 1))))]
            : [.. options.KnotTimes];
        CheckIncreasing(inner, "knot");
        foreach (double knot in inner)
        {
            if (!(knot > low && knot < high))
            {
                throw new SurvivalDataException(FormattableString.Invariant(
                    $"A knot at {knot:G6} is not between the first event, {low:G6}, and the last, {high:G6}; one there was expected."));
            }
        }

        return low < high ? [Math.Log(low), .. Array.ConvertAll(inner, Math.Log), Math.Log(high)] : throw new SurvivalDataException(
            FormattableString.Invariant($"All events are at {low:G6}; a spline needs events at several times."));
    }

    private static void CheckIncreasing(double[] times, string what)
    {
        for (int k = 0; k < times.Length; k++)
        {
            if (!(times[k] > (k == 0 ? 0 : times[k - 1]) && double.IsFinite(times[k])))
            {
                throw new SurvivalDataException(FormattableString.Invariant(
                    $"{what} {k + 1} is {times[k]:G6}; increasing times above 0 were expected."));
            }
        }
    }

    // R's quantile of type 7.
    private static double Quantile(double[] sorted, double part)
    {
        double place = part * (sorted.Length - 1);
        int below = (int)place;
        double above = sorted[Math.Min(below + 1, sorted.Length - 1)];
        return sorted[below] + ((place - below) * (above - sorted[below]));
    }

    private static string Text(double time) => FormattableString.Invariant($"{time:G6}");
}
