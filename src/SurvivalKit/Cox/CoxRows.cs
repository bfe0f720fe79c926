namespace SurvivalKit;

/// <summary>The order in which a Cox model's likelihood visits its observations: by stratum, from the last time to the first, events before those censored at the same time.</summary>
internal static class CoxRows
{
    /// <param name="times">The response's times in order.</param>
    /// <param name="isEvent">Whether each observation is an event.</param>
    /// <param name="strata">The stratum of each observation; empty: one stratum.</param>
    /// <returns>The observation of each sorted row, and where each stratum starts, with the end of the last.</returns>
    public static (int[] Order, int[] StratumStarts) Sort(TimeOrder times, ReadOnlySpan<bool> isEvent, ReadOnlySpan<int> strata)
    {
        int[] rising = times.ByTime;
        int[] starts = [0, rising.Length];
        if (!strata.IsEmpty)
        {
            (int[] codes, int count) = Codes(strata);
            (rising, starts) = TimeOrder.Regroup(rising, codes, count);
        }

        var order = new int[rising.Length];
        for (int s = 0; s + 1 < starts.Length; s++)
        {
            Fall(rising.AsSpan(starts[s], starts[s + 1] - starts[s]), times.Time, isEvent, order.AsSpan(starts[s]));
        }

        return (order, starts);
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

    private static void Fall(ReadOnlySpan<int> rising, double[] time, ReadOnlySpan<bool> isEvent, Span<int> order)
    {
        int at = 0;
        for (int last = rising.Length; last > 0;)
        {
            int first = last - 1;
            for (; first > 0 && time[rising[first - 1]] == time[rising[last - 1]]; first--)
            {
            }

            for (int i = first; i < last; i++)
            {
                if (isEvent[rising[i]])
                {
                    order[at++] = rising[i];
                }
            }

            for (int i = first; i < last; i++)
            {
                if (!isEvent[rising[i]])
                {
                    order[at++] = rising[i];
                }
            }

            last = first;
        }
    }

    // The strata that occur, numbered from 0 in the order of their codes.
    private static (int[] Codes, int Count) Codes(ReadOnlySpan<int> strata)
    {
        int[] codes = strata.ToArray();
        int[] distinct = [.. codes.AsSpan().ToArray().Distinct().Order()];
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
