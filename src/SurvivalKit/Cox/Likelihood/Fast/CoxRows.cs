namespace SurvivalKit;

/// <summary>The order in which a Cox model's likelihood visits its observations: by stratum, from the last time to the first, events before those censored at the same time.</summary>
internal sealed class CoxRows
{
    private CoxRows(int rows, int[] stratumStarts)
    {
        StratumStarts = stratumStarts;
        Order = GC.AllocateUninitializedArray<int>(rows);
        Time = GC.AllocateUninitializedArray<double>(rows);
        IsEvent = GC.AllocateUninitializedArray<bool>(rows);
    }

    /// <summary>The observation of each sorted row.</summary>
    public int[] Order { get; }

    /// <summary>The end of each sorted row.</summary>
    public double[] Time { get; }

    /// <summary>Whether each sorted row is an event.</summary>
    public bool[] IsEvent { get; }

    /// <summary>Where each stratum starts, and the end of the last.</summary>
    public int[] StratumStarts { get; }

    /// <param name="times">The response's times in order.</param>
    /// <param name="isEvent">Whether each observation is an event.</param>
    /// <param name="strata">The stratum of each observation; empty: one stratum.</param>
    public static CoxRows Sort(TimeOrder times, bool[] isEvent, ReadOnlySpan<int> strata)
    {
        int[] rising = times.ByTime;
        double[] risingTimes = times.SortedTime;
        int[] starts = [0, rising.Length];
        if (!strata.IsEmpty)
        {
            (int[] codes, int count) = Codes(strata);
            (rising, risingTimes, starts) = TimeOrder.Regroup(rising, risingTimes, codes, count);
        }

        var rows = new CoxRows(rising.Length, starts);
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            rows.Fall(rising, risingTimes, isEvent, starts[s], starts[s + 1]);
        }

        return rows;
    }

    /// <summary>The sorted rows by stratum and falling start.</summary>
    public static int[] EntryOrder(TimeOrder times, int[] order, int[] stratumStarts)
    {
        if (times.Start.Length == 0)
        {
            return [];
        }

        var place = new int[order.Length];
        var stratum = new int[order.Length];
        for (int s = 0; s + 1 < stratumStarts.Length; s++)
        {
            for (int i = stratumStarts[s]; i < stratumStarts[s + 1]; i++)
            {
                place[order[i]] = i;
                stratum[order[i]] = s;
            }
        }

        int[] entries = (int[])times.ByStart.Clone();
        Array.Reverse(entries);
        (entries, _) = TimeOrder.Regroup(entries, stratum, stratumStarts.Length - 1);
        for (int i = 0; i < entries.Length; i++)
        {
            entries[i] = place[entries[i]];
        }

        return entries;
    }

    // From the last time of a stratum to the first; of the rows that end together, events first.
    private void Fall(int[] rising, double[] times, bool[] isEvent, int from, int to)
    {
        int at = from;
        for (int last = to - 1; last >= from;)
        {
            int first = last;
            for (; first > from && times[first - 1] == times[last]; first--)
            {
            }

            if (first == last)
            {
                Order[at] = rising[last];
                Time[at] = times[last];
                IsEvent[at++] = isEvent[rising[last]];
            }
            else
            {
                at = Take(rising, isEvent, true, first, last, at);
                at = Take(rising, isEvent, false, first, last, at);
                Time.AsSpan(at - (last - first + 1), last - first + 1).Fill(times[last]);
            }

            last = first - 1;
        }
    }

    private int Take(int[] rising, bool[] isEvent, bool events, int first, int last, int at)
    {
        for (int i = first; i <= last; i++)
        {
            if (isEvent[rising[i]] == events)
            {
                Order[at] = rising[i];
                IsEvent[at++] = events;
            }
        }

        return at;
    }

    // The strata that occur, numbered from 0 in the order of their codes.
    private static (int[] Codes, int Count) Codes(ReadOnlySpan<int> strata)
    {
        int[] codes = strata.ToArray();
        int[] distinct = [.. codes.Distinct().Order()];
        if (distinct[0] != 0 || distinct[^1] != distinct.Length - 1)
        {
            for (int i = 0; i < codes.Length; i++)
            {
                codes[i] = Array.BinarySearch(distinct, codes[i]);
            }
        }

        return (codes, distinct.Length);
    }
}
