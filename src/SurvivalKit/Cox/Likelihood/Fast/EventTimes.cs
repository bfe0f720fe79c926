namespace SurvivalKit;

/// <summary>The distinct event times, by stratum and from the last to the first, in the order of the sorted rows.</summary>
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

    /// <summary>The first of the sorted rows that end at each time; its events come before its censored rows.</summary>
    public int[] First { get; }

    /// <summary>The end of the rows, from the stratum's start, whose times are at or after each event time.</summary>
    public int[] End { get; }

    /// <summary>For each sorted row the first of these times whose rows end after it: the latest that is not after the row's own
    /// end, where its stratum has one; otherwise one of the next stratum, or <see cref="Count"/>, and the row is at risk at none.</summary>
    public required int[] OfRow { get; init; }

    /// <summary>The number of events at each time.</summary>
    public int[] Events { get; }

    /// <summary>The times at which more than one event happens.</summary>
    public int[] Tied { get; private set; } = [];

    /// <summary>The total weight of the events at each time.</summary>
    public double[] Weight { get; }

    public double[] Time { get; }

    /// <summary>Where each stratum's times start, and the end of the last.</summary>
    public int[] StratumStarts { get; }

    /// <summary>The entries (<see cref="CoxData.EntryOrder"/>) before this one are at or after each time: not yet at risk; empty when all
    /// are at risk from the origin.</summary>
    public int[] EntryEnd { get; private init; } = [];

    /// <summary>For each sorted row the latest time that is not after its start; <see cref="Count"/> where there is none. Empty when all
    /// are at risk from the origin.</summary>
    public int[] BeforeStart { get; private init; } = [];

    /// <summary>The stratum of a time.</summary>
    public int StratumOf(int time)
    {
        // A stratum without events starts where the next one does.
        int low = 0;
        int high = StratumStarts.Length - 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = StratumStarts[middle] <= time ? (middle, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The first time whose rows end after a row.</summary>
    public int After(int row) => row < OfRow.Length ? OfRow[row] : Count;

    /// <summary>The places in <see cref="Tied"/> of the times from one on to before another.</summary>
    public (int From, int To) TiedBetween(int first, int end)
    {
        int from = Array.BinarySearch(Tied, first);
        int to = Array.BinarySearch(Tied, end);
        return (from >= 0 ? from : ~from, to >= 0 ? to : ~to);
    }

    /// <param name="time">The end of each sorted row.</param>
    /// <param name="start">The start of each sorted row; empty when all are at risk from the origin.</param>
    /// <param name="isEvent">Whether each sorted row is an event.</param>
    /// <param name="weight">The case weight of each sorted row.</param>
    /// <param name="stratumStarts">Where each stratum starts, and the end of the last.</param>
    /// <param name="entryOrder">The sorted rows by stratum and falling start.</param>
    public static EventTimes Find(double[] time, double[] start, bool[] isEvent, double[] weight, int[] stratumStarts, int[] entryOrder)
    {
        int spans = RowBlocks.Spans(time.Length);
        var starts = new int[spans + 1];
        RowBlocks.ForEach(spans, time.Length, span => starts[span + 1] = CountTimes(span, time, isEvent, stratumStarts));
        for (int span = 0; span < spans; span++)
        {
            starts[span + 1] += starts[span];
        }

        bool counting = start.Length > 0;
        int count = starts[spans];
        var times = new EventTimes(count, stratumStarts.Length - 1)
        {
            OfRow = Recycled<int>.Take(time.Length),
            EntryEnd = counting ? new int[count] : [],
            BeforeStart = counting ? new int[time.Length] : [],
        };
        var tied = new int[spans][];
        RowBlocks.ForEach(spans, time.Length, span =>
        {
            times.Fill(span, starts[span], time, isEvent, weight, stratumStarts);
            tied[span] = times.TimesWithTies(starts[span], starts[span + 1]);
        });
        times.Tied = spans == 1 ? tied[0] : [.. tied.SelectMany(places => places)];
        times.PlaceStrata(stratumStarts);
        if (counting)
        {
            times.PlaceEntries(start, stratumStarts, entryOrder);
        }

        return times;
    }

    private static int CountTimes(int span, double[] time, bool[] isEvent, int[] stratumStarts)
    {
        int count = 0;
        (int from, int to) = TiedSpans.Rows(span, time);
        foreach ((int _, int _, int events) in new TiedRows(time, isEvent, stratumStarts, from, to))
        {
            count += events > 0 ? 1 : 0;
        }

        return count;
    }

    private void Fill(int span, int at, double[] time, bool[] isEvent, double[] weight, int[] stratumStarts)
    {
        (int placed, int to) = TiedSpans.Rows(span, time);
        foreach ((int first, int end, int events) in new TiedRows(time, isEvent, stratumStarts, placed, to))
        {
            if (events > 0)
            {
                First[at] = first;
                End[at] = end;
                Events[at] = events;
                Time[at] = time[first];
                double sum = 0;
                for (int i = first; i < first + events; i++)
                {
                    sum += weight[i];
                }

                Weight[at] = sum;
                for (; placed < end; placed++)
                {
                    OfRow[placed] = at;
                }

                at++;
            }
        }

        OfRow.AsSpan(placed..to).Fill(at);
    }

    private void PlaceStrata(int[] stratumStarts)
    {
        for (int s = 0; s < stratumStarts.Length; s++)
        {
            int at = Array.BinarySearch(First, stratumStarts[s]);
            StratumStarts[s] = at >= 0 ? at : ~at;
        }
    }

    private int[] TimesWithTies(int from, int to)
    {
        int count = 0;
        for (int m = from; m < to; m++)
        {
            count += Events[m] > 1 ? 1 : 0;
        }

        var tied = new int[count];
        for (int m = from, at = 0; at < count; m++)
        {
            tied[at] = m;
            at += Events[m] > 1 ? 1 : 0;
        }

        return tied;
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
