namespace SurvivalKit;

/// <summary>The event times of a fit on another scale; observations of weight 0 are ignored.</summary>
internal static class EventTimeScale
{
    public static string NameOf(TimeTransform transform) => transform switch
    {
        TimeTransform.KaplanMeier => "km",
        _ => transform.ToString().ToLowerInvariant(),
    };

    /// <summary>The value of each event time (<see cref="CoxData.Events"/>).</summary>
    public static double[] Compute(CoxData data, TimeTransform transform) => transform switch
    {
        TimeTransform.Identity => Compute(data, "identity", time => time),
        TimeTransform.Log => Compute(data, "log", Math.Log),
        TimeTransform.Rank => OfSorted(data, Ranks),
        TimeTransform.KaplanMeier when data.StratumStarts.Length == 2 && data.Start.Length == 0 && !data.CaseWeight.AsSpan().Contains(0) =>
            KaplanMeierBefore(data),
        _ => OfSorted(data, KaplanMeierBefore),
    };

    /// <summary>The value of each event time by a function of time.</summary>
    /// <exception cref="SurvivalDataException">A value is not finite.</exception>
    public static double[] Compute(CoxData data, string name, Func<double, double> transform)
    {
        double[] values = Array.ConvertAll(data.Events.Time, time => transform(time));
        int bad = Array.FindIndex(values, value => !double.IsFinite(value));
        return bad < 0
            ? values
            : throw NotFinite(name, data.Events.Time[bad], values[bad]);
    }

    /// <summary>A time that has no place on a scale.</summary>
    public static SurvivalDataException NotFinite(string name, double time, double value) => new(FormattableString.Invariant(
        $"The transform \"{name}\" of the event time {time} is {value}; a finite number was expected."));

    // Times over all strata, increasing; then the value of each distinct one.
    private static double[] OfSorted(CoxData data, Func<CoxData, double[], double[]> valuesOf)
    {
        double[] time = Increasing(Counted(data, data.Time), data);
        double[] values = valuesOf(data, time);
        var scale = new double[data.Events.Count];
        for (int s = 0; s + 1 < data.StratumStarts.Length; s++)
        {
            int at = 0;
            for (int m = data.Events.StratumStarts[s + 1] - 1; m >= data.Events.StratumStarts[s]; m--)
            {
                // The first of the rows of this time; both sequences increase.
                at = First(time, data.Events.Time[m], at);
                scale[m] = values[at];
            }
        }

        return scale;
    }

    private static int First(double[] sorted, double value, int from)
    {
        // Galloping search, since the next event is usually near.
        int low = from;
        int high = from + 1;
        for (int step = 1; high < sorted.Length && sorted[high - 1] < value; step *= 2, high += step)
        {
            low = high;
        }

        high = Math.Min(high, sorted.Length);
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = sorted[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static double[] Ranks(CoxData data, double[] time)
    {
        var ranks = new double[time.Length];
        for (int first = 0, end; first < time.Length; first = end)
        {
            for (end = first + 1; end < time.Length && time[end] == time[first]; end++)
            {
            }

            // Counted from 1: the mean of first + 1 to end.
            ranks.AsSpan(first, end - first).Fill((first + 1 + end) / 2.0);
        }

        return ranks;
    }

    private static double[] KaplanMeierBefore(CoxData data, double[] time)
    {
        double[] start = Increasing(Counted(data, data.Start), data);
        double[] events = EventTimesOfAll(data);
        var values = new double[time.Length];
        double survival = 1;
        int entered = 0;
        int died = 0;
        for (int first = 0, end; first < time.Length; first = end)
        {
            for (end = first + 1; end < time.Length && time[end] == time[first]; end++)
            {
            }

            values.AsSpan(first, end - first).Fill(1 - survival);
            for (; entered < start.Length && start[entered] < time[first]; entered++)
            {
            }

            int before = died;
            for (; died < events.Length && events[died] == time[first]; died++)
            {
            }

            double atRisk = (start.Length == 0 ? time.Length : entered) - first;
            survival *= died == before ? 1 : (atRisk - (died - before)) / atRisk;
        }

        return values;
    }

    // One stratum of whole rows, all at risk from the origin: the rows up to the end of a time are those at risk.
    private static double[] KaplanMeierBefore(CoxData data)
    {
        EventTimes events = data.Events;
        var values = new double[events.Count];
        double survival = 1;
        for (int m = events.Count - 1; m >= 0; m--)
        {
            values[m] = 1 - survival;
            survival *= (double)(events.End[m] - events.Events[m]) / events.End[m];
        }

        return values;
    }

    private static double[] EventTimesOfAll(CoxData data)
    {
        var times = new double[data.EventCount];
        int at = 0;
        for (int i = 0; i < data.Rows; i++)
        {
            if (data.IsEvent[i])
            {
                times[at++] = data.Time[i];
            }
        }

        return Increasing(times, data);
    }

    private static double[] Counted(CoxData data, double[] values)
    {
        if (values.Length == 0 || !Array.Exists(data.CaseWeight, weight => weight == 0))
        {
            return (double[])values.Clone();
        }

        int at = 0;
        var counted = new double[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (data.CaseWeight[i] > 0)
            {
                counted[at++] = values[i];
            }
        }

        return counted[..at];
    }

    // The times of a single stratum only need reversing.
    private static double[] Increasing(double[] times, CoxData data)
    {
        if (data.StratumStarts.Length == 2 && IsFalling(times))
        {
            Array.Reverse(times);
            return times;
        }

        RadixSort.Order(times, out double[] sorted);
        return sorted;
    }

    private static bool IsFalling(double[] times)
    {
        for (int i = 1; i < times.Length; i++)
        {
            if (times[i] > times[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
