namespace SurvivalKit;

/// <summary>The distinct times at which events happen, stratum after stratum and from the last to the first, as the sorted rows stand.</summary>
internal sealed class EventTimes
{
    private EventTimes(int count, int strata)
    {
        First = new int[count];
        End = new int[count];
        Events = new int[count];
        Weight = new double[count];
        Time = new double[count];
        StratumStarts = new int[strata + 1];
    }

    public int Count => Time.Length;

    /// <summary>The first of the sorted rows that end at each time; its events stand before its censored rows.</summary>
    public int[] First { get; }

    /// <summary>The rows from the stratum's start up to this one end at or after each time.</summary>
    public int[] End { get; }

    /// <summary>The number of events at each time.</summary>
    public int[] Events { get; }

    /// <summary>Their total weight.</summary>
    public double[] Weight { get; }

    public double[] Time { get; }

    /// <summary>Where each stratum's times start, and the end of the last.</summary>
    public int[] StratumStarts { get; }

    /// <summary>The entries (<see cref="CoxData.EntryOrder"/>) before this one are at or after each time: not yet at risk; empty when all are at risk from the origin.</summary>
    public int[] EntryEnd { get; private init; } = [];

    /// <summary>For each sorted row the latest time that is not after its start; <see cref="Count"/> where there is none. Empty when all are at risk from the origin.</summary>
    public int[] BeforeStart { get; private init; } = [];

    public static EventTimes Of(double[] time, double[] start, bool[] isEvent, double[] weight, int[] stratumStarts, int[] entryOrder)
    {
        int count = 0;
        foreach ((int first, int _, int events) in new TiedRows(time, isEvent, stratumStarts))
        {
            count += events > 0 ? 1 : 0;
        }

        bool counting = start.Length > 0;
        var times = new EventTimes(count, stratumStarts.Length - 1)
        {
            EntryEnd = counting ? new int[count] : [],
            BeforeStart = counting ? new int[time.Length] : [],
        };
        times.Fill(time, isEvent, weight, stratumStarts);
        if (counting)
        {
            times.PlaceEntries(start, stratumStarts, entryOrder);
        }

        return times;
    }

    private void Fill(double[] time, bool[] isEvent, double[] weight, int[] stratumStarts)
    {
        int at = 0;
        int stratum = 0;
        foreach ((int first, int end, int events) in new TiedRows(time, isEvent, stratumStarts))
        {
            for (; first >= stratumStarts[stratum + 1]; stratum++)
            {
                StratumStarts[stratum + 1] = at;
            }

            if (events > 0)
            {
                First[at] = first;
                End[at] = end;
                Events[at] = events;
                Time[at] = time[first];
                for (int i = first; i < first + events; i++)
                {
                    Weight[at] += weight[i];
                }

                at++;
            }
        }

        StratumStarts.AsSpan(stratum + 1).Fill(at);
    }

    private void PlaceEntries(double[] start, int[] stratumStarts, int[] entryOrder)
    {
        for (int s = 0; s + 1 < stratumStarts.Length; s++)
        {
            int entry = stratumStarts[s];
            for (int m = StratumStarts[s]; m < StratumStarts[s + 1]; m++)
            {
                for (; entry < stratumStarts[s + 1] && start[entryOrder[entry]] >= Time[m]; entry++)
                {
                    BeforeStart[entryOrder[entry]] = m;
                }

                EntryEnd[m] = entry;
            }

            for (; entry < stratumStarts[s + 1]; entry++)
            {
                BeforeStart[entryOrder[entry]] = Count;
            }
        }
    }
}
