using System.Runtime.CompilerServices;

namespace SurvivalKit;

/// <summary>The order of the observations in a Cox model's likelihood: by stratum, from the last time to the
/// first, events before those censored at the same time.</summary>
internal sealed class CoxRows
{
    private CoxRows(int rows, int[] stratumStarts)
    {
        StratumStarts = stratumStarts;
        Order = Recycled<int>.Take(rows);
        Time = Recycled<double>.Take(rows);
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

    /// <param name="sample">The observations.</param>
    /// <param name="isEvent">Whether each observation is an event.</param>
    public static CoxRows Sort(SurvivalSample sample, bool[] isEvent)
    {
        SampleRows[] strata = sample.ByStratum();
        var starts = new int[strata.Length + 1];
        for (int s = 0; s < strata.Length; s++)
        {
            starts[s + 1] = starts[s] + strata[s].Rows.Length;
        }

        var rows = new CoxRows(sample.Count, starts);
        for (int s = 0; s < strata.Length; s++)
        {
            rows.Fall(strata[s], isEvent, starts[s]);
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

        int[] place = Recycled<int>.Take(order.Length);
        RowBlocks.ForEachSpan(order.Length, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                place[order[i]] = i;
            }
        });

        int[] entries = (int[])times.ByStart.Clone();
        Array.Reverse(entries);
        if (stratumStarts.Length > 2)
        {
            var stratum = new int[order.Length];
            for (int s = 0; s + 1 < stratumStarts.Length; s++)
            {
                foreach (int row in order.AsSpan(stratumStarts[s]..stratumStarts[s + 1]))
                {
                    stratum[row] = s;
                }
            }

            (entries, _) = TimeOrder.Regroup(entries, stratum, stratumStarts.Length - 1);
        }

        RowBlocks.ForEachSpan(order.Length, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                entries[i] = place[entries[i]];
            }
        });
        Recycled<int>.GiveBack(place);
        return entries;
    }

    // From the last time of a stratum to the first; of rows with the same time, events first.
    private void Fall(SampleRows stratum, bool[] isEvent, int at)
    {
        int rows = stratum.Rows.Length;
        RowBlocks.ForEach(RowBlocks.Spans(rows), rows, span =>
        {
            (int from, int to) = TiedSpans.Rows(span, stratum.Time.Span);
            Fall(stratum.Rows.Span[from..to], stratum.Time.Span[from..to], isEvent, at + rows - to);
        });
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Fall(ReadOnlySpan<int> rising, ReadOnlySpan<double> time, bool[] isEvent, int at)
    {
        foreach (RiskSet set in new FallingRiskSets(time, []))
        {
            if (set.End - set.First == 1)
            {
                Order[at] = rising[set.First];
                Time[at] = set.Time;
                IsEvent[at++] = isEvent[rising[set.First]];
            }
            else
            {
                ReadOnlySpan<int> tied = rising[set.First..set.End];
                Time.AsSpan(at, tied.Length).Fill(set.Time);
                at = Take(tied, isEvent, true, at);
                at = Take(tied, isEvent, false, at);
            }
        }
    }

    private int Take(ReadOnlySpan<int> tied, bool[] isEvent, bool events, int at)
    {
        foreach (int row in tied)
        {
            if (isEvent[row] == events)
            {
                Order[at] = row;
                IsEvent[at++] = events;
            }
        }

        return at;
    }
}
