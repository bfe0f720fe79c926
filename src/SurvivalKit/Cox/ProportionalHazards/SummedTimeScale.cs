namespace SurvivalKit;

/// <summary>The event times of summed rows on another scale, in the order of <see cref="SummedWalk"/>: what <see cref="EventTimeScale"/>
/// gives for rows.</summary>
internal static class SummedTimeScale
{
    /// <summary>The value of each event time.</summary>
    public static double[] Compute(SummedState state, TimeTransform transform) => transform switch
    {
        TimeTransform.Identity => Compute(state, "identity", time => time),
        TimeTransform.Log => Compute(state, "log", Math.Log),
        TimeTransform.Rank => ByTime(state, Ranks(state)),
        _ => ByTime(state, KaplanMeierBefore(state)),
    };

    /// <summary>The value of each event time by a function of time.</summary>
    /// <exception cref="SurvivalDataException">A value is not finite.</exception>
    public static double[] Compute(SummedState state, string name, Func<double, double> transform)
    {
        double[] times = Times(state);
        double[] values = Array.ConvertAll(times, time => transform(time));
        int bad = Array.FindIndex(values, value => !double.IsFinite(value));
        return bad < 0 ? values : throw EventTimeScale.NotFinite(name, times[bad], values[bad]);
    }

    private static double[] Times(SummedState state) =>
    [
        .. state.Rows.Strata.SelectMany(stratum => stratum.Time.Where((_, place) => stratum.EventWeight[place] > 0).Reverse()),
    ];

    private static double[] ByTime(SummedState state, Dictionary<double, double> values) =>
        Array.ConvertAll(Times(state), time => values[time]);

    // The number of rows and of events at each time, over all strata.
    private static SortedDictionary<double, (double Rows, double Events)> Counts(SummedState state)
    {
        var counts = new SortedDictionary<double, (double Rows, double Events)>();
        foreach (SummedStratum stratum in state.Rows.Strata)
        {
            for (int place = 0; place < stratum.Time.Length; place++)
            {
                (double rows, double events) = counts.GetValueOrDefault(stratum.Time[place]);
                counts[stratum.Time[place]] = (rows + stratum.Rows[place], events + stratum.EventRows[place]);
            }
        }

        return counts;
    }

    private static Dictionary<double, double> Ranks(SummedState state)
    {
        var ranks = new Dictionary<double, double>();
        double before = 0;
        foreach ((double time, (double rows, _)) in Counts(state))
        {
            ranks[time] = before + ((rows + 1) / 2);
            before += rows;
        }

        return ranks;
    }

    private static Dictionary<double, double> KaplanMeierBefore(SummedState state)
    {
        (double Time, double Rows)[] entries =
        [
            .. state.Rows.Strata.SelectMany(stratum => stratum.EntryTime.Zip(stratum.EntryRows)).OrderBy(entry => entry.First),
        ];
        var values = new Dictionary<double, double>();
        double survival = 1;
        double atRisk = entries.Length > 0 ? 0 : state.Rows.Strata.Sum(stratum => stratum.Rows.Sum());
        int entered = 0;
        foreach ((double time, (double rows, double events)) in Counts(state))
        {
            for (; entered < entries.Length && entries[entered].Time < time; entered++)
            {
                atRisk += entries[entered].Rows;
            }

            values[time] = 1 - survival;
            survival *= events == 0 ? 1 : (atRisk - events) / atRisk;
            atRisk -= rows;
        }

        return values;
    }
}
