using System.Buffers;

namespace SurvivalKit;

/// <summary>The times of a response sorted once for all users: the rows by end and by start.</summary>
/// <remarks>Times that differ only by rounding are made equal where requested (<see cref="NearTies"/>).</remarks>
internal sealed class TimeOrder
{
    private TimeOrder(double[]? time, double[]? start, int[] byTime, int[] byStart, double[] sortedTime, double[] sortedStart)
    {
        Time = time!;
        Start = start!;
        ByTime = byTime;
        ByStart = byStart;
        SortedTime = sortedTime;
        SortedStart = sortedStart;
    }

    /// <summary>The end of each observation, in the order of the response. Shared with it: never written to.</summary>
    public double[] Time { get => field ??= Scattered(SortedTime, ByTime); }

    /// <summary>The start of each observation, in the order of the response; empty when all are at risk from the origin.</summary>
    public double[] Start { get => field ??= Scattered(SortedStart, ByStart); }

    /// <summary>The observations by increasing end; those that end together in the order of the response.</summary>
    public int[] ByTime { get; }

    /// <summary>The observations by increasing start; empty when all are at risk from the origin.</summary>
    public int[] ByStart { get; }

    /// <summary>The ends in increasing order: <see cref="Time"/> at <see cref="ByTime"/>.</summary>
    public double[] SortedTime { get; }

    /// <summary>The starts in increasing order: <see cref="Start"/> at <see cref="ByStart"/>.</summary>
    public double[] SortedStart { get; }

    /// <summary>Orders a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="joinNearTies">Whether times that differ only by rounding are one time.</param>
    /// <exception cref="SurvivalDataException">Joining near ties made an interval empty.</exception>
    public static TimeOrder Sort(Surv response, bool joinNearTies)
    {
        double[] time = response.TimeArray;
        double[] start = response.StartArray;
        int[] byTime = RadixSort.Order(time, out double[] sortedTime);
        int[] byStart = RadixSort.Order(start, out double[] sortedStart);
        if (!joinNearTies || !NearTies.Join(sortedStart, sortedTime))
        {
            return new TimeOrder(time, start, byTime, byStart, sortedTime, sortedStart);
        }

        var joined = new TimeOrder(null, null, byTime, byStart, sortedTime, sortedStart);
        for (int i = 0; i < start.Length; i++)
        {
            if (joined.Start[i] >= joined.Time[i])
            {
                (string column, long row) = (response.Names.Time, (response.Rows?[i] ?? i) + 1L);
                string value = FormattableString.Invariant($"{time[i]}");
                throw SurvivalDataException.AtCell(null, row, column, value, FormattableString.Invariant(
                    $"the interval from {start[i]} to {time[i]} is shorter than the rounding tolerance of times; a longer one was")
                    + " expected, or times in a smaller unit, or times that are not joined (--join-near-ties no, JoinNearTies).");
            }
        }

        return joined;
    }

    /// <summary>An order of rows regrouped by a code, each group keeping the order it had: a stable counting sort.</summary>
    /// <param name="order">The rows in some order.</param>
    /// <param name="codes">The group of each row, from 0.</param>
    /// <param name="groups">The number of groups.</param>
    /// <returns>The rows group after group, and where each group starts, with the end of the last.</returns>
    public static (int[] Rows, int[] Starts) Regroup(int[] order, int[] codes, int groups)
    {
        (int[] rows, _, int[] starts) = Regroup(order, [], codes, groups);
        return (rows, starts);
    }

    /// <summary>The same, with the times of the rows.</summary>
    /// <param name="order">The rows in some order.</param>
    /// <param name="times">The time of each place in that order; or nothing.</param>
    /// <param name="codes">The group of each row, from 0.</param>
    /// <param name="groups">The number of groups.</param>
    public static (int[] Rows, double[] Times, int[] Starts) Regroup(int[] order, double[] times, int[] codes, int groups)
    {
        int n = order.Length;
        int[] rows = GC.AllocateUninitializedArray<int>(n);
        double[] regrouped = GC.AllocateUninitializedArray<double>(times.Length);
        int[] inOrder = ArrayPool<int>.Shared.Rent(n);
        int parts = RowBlocks.Spans(n);
        var places = new int[parts][];
        RowBlocks.ForEach(parts, n, part =>
        {
            // Looking up the codes is the slow part; the counting pass stores them.
            (int first, int end) = RowBlocks.Span(part, n);
            var counts = new int[groups];
            for (int i = first; i < end; i++)
            {
                counts[inOrder[i] = codes[order[i]]]++;
            }

            places[part] = counts;
        });

        var starts = new int[groups + 1];
        for (int g = 0, sum = 0; g < groups; g++)
        {
            foreach (int[] counts in places)
            {
                (counts[g], sum) = (sum, sum + counts[g]);
            }

            starts[g + 1] = sum;
        }

        RowBlocks.ForEach(parts, n, part =>
        {
            (int first, int end) = RowBlocks.Span(part, n);
            int[] next = places[part];
            for (int i = first; i < end; i++)
            {
                int place = next[inOrder[i]]++;
                rows[place] = order[i];
                if (times.Length > 0)
                {
                    regrouped[place] = times[i];
                }
            }
        });

        ArrayPool<int>.Shared.Return(inOrder);
        return (rows, regrouped, starts);
    }

    private static double[] Scattered(double[] sorted, int[] order)
    {
        double[] values = GC.AllocateUninitializedArray<double>(sorted.Length);
        RowBlocks.ForEachSpan(values.Length, (from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                values[order[i]] = sorted[i];
            }
        });

        return values;
    }
}
