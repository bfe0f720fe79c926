namespace SurvivalKit;

/// <summary>The probability of being under observation over time, by which those who had another cause stay at risk: that of not yet being
/// censored and, where observations enter late, of having entered (Geskus 2011; R's <c>finegray</c>).</summary>
/// <remarks>It is constant on the intervals (c, c'] between its changes. At one time events come before censorings. Rows count once,
/// whatever their weights.</remarks>
/// <param name="Changes">The times after which it changes, increasing.</param>
/// <param name="After">Its value after each of them; before the first it is 1.</param>
internal sealed record CensoringWeight(double[] Changes, double[] After)
{
    /// <summary>The probability in the observations of a stratum.</summary>
    /// <param name="stratum">The observations.</param>
    /// <param name="isLate">Whether some enter after the first end of an observation.</param>
    public static CensoringWeight Estimate(SampleRows stratum, bool isLate)
    {
        (List<double> censorings, List<double> left) = Censorings(stratum);

        // The last entry has happened with certainty; before it, the product of 1 - entries / at risk over the later ones.
        (double[] entryTimes, double[] entered) = isLate ? Entries(stratum) : ([], []);
        var times = new List<double>(censorings.Count + entryTimes.Length);
        var after = new List<double>(censorings.Count + entryTimes.Length);
        int censoring = 0;
        int entry = 0;
        while (censoring < censorings.Count || entry < entryTimes.Length)
        {
            double time = Math.Min(
                censoring < censorings.Count ? censorings[censoring] : double.PositiveInfinity,
                entry < entryTimes.Length ? entryTimes[entry] : double.PositiveInfinity);
            censoring += censoring < censorings.Count && censorings[censoring] == time ? 1 : 0;
            entry += entry < entryTimes.Length && entryTimes[entry] == time ? 1 : 0;
            times.Add(time);
            after.Add((censoring == 0 ? 1 : left[censoring - 1]) * (entryTimes.Length == 0 ? 1 : entry == 0 ? 0 : entered[entry - 1]));
        }

        return new CensoringWeight([.. times], [.. after]);
    }

    /// <summary>The probability just before each of the ends of a stratum's rows, in their order.</summary>
    public double[] Before(ReadOnlySpan<double> time)
    {
        var before = new double[time.Length];
        int changed = 0;
        for (int i = 0; i < time.Length; i++)
        {
            for (; changed < Changes.Length && Changes[changed] < time[i]; changed++)
            {
            }

            before[i] = changed == 0 ? 1 : After[changed - 1];
        }

        return before;
    }

    // The product limit of censoring, at the times of censorings.
    private static (List<double> Time, List<double> Left) Censorings(SampleRows stratum)
    {
        SurvivalSample sample = stratum.Sample;
        ReadOnlySpan<int> rows = stratum.Rows.Span;
        var times = new List<double>();
        var steps = new List<double>();
        double left = 1;
        foreach (RiskSet set in stratum.Rising)
        {
            int events = 0;
            int censored = 0;
            for (int i = set.First; i < set.End; i++)
            {
                events += sample.Event[rows[i]] ? 1 : 0;
                censored += sample.Event[rows[i]] || GoesOn(sample, rows[i]) ? 0 : 1;
            }

            if (censored > 0)
            {
                int notYetIn = stratum.Entrants.Length - set.Entered;
                left *= 1 - ((double)censored / (rows.Length - set.First - notYetIn - events));
                times.Add(set.Time);
                steps.Add(left);
            }
        }

        return (times, steps);
    }

    // For each time of entry, increasing, the probability after it of having entered, which is a product limit in reversed time.
    private static (double[] Times, double[] After) Entries(SampleRows stratum)
    {
        SurvivalSample sample = stratum.Sample;
        double[] start = sample.Order.Start;
        double[] stop = sample.Order.Time;
        var ends = new HashSet<(int, double)>();
        foreach (int row in sample.Subjects.Length == 0 ? [] : stratum.Rows.Span)
        {
            ends.Add((sample.Subjects[row], stop[row]));
        }

        var first = new List<double>();
        foreach (int row in stratum.Entrants.Span)
        {
            if (sample.Subjects.Length == 0 || !ends.Contains((sample.Subjects[row], start[row])))
            {
                first.Add(start[row]);
            }
        }

        (double Time, int Count)[] entries =
            [.. first.GroupBy(time => time).Select(time => (time.Key, time.Count())).OrderBy(pair => pair.Key)];
        var after = new double[entries.Length];
        double product = 1;
        for (int i = entries.Length - 1; i >= 0; i--)
        {
            after[i] = product;
            double time = entries[i].Time;
            int atRisk = CountUpTo(stratum.Start.Span, time) - CountUpTo(stratum.Time.Span, time);
            product *= 1 - ((double)entries[i].Count / atRisk);
        }

        return ([.. entries.Select(pair => pair.Time)], after);
    }

    /// <summary>Whether a row's subject goes on in another one.</summary>
    public static bool GoesOn(SurvivalSample sample, int row) => sample.GoesOn.Length > 0 && sample.GoesOn[row];

    /// <summary>The number of increasing values that are not above a limit.</summary>
    public static int CountUpTo(ReadOnlySpan<double> values, double limit)
    {
        int from = 0;
        int to = values.Length;
        while (from < to)
        {
            int middle = (from + to) / 2;
            (from, to) = values[middle] <= limit ? (middle + 1, to) : (from, middle);
        }

        return from;
    }
}
