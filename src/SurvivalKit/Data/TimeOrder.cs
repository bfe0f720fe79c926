namespace SurvivalKit;

/// <summary>The times of a response put in order once, for everything that walks through them: which rows end first, and which enter first.</summary>
/// <remarks>Times that differ only by rounding are one time here where that is asked for (<see cref="NearTies"/>).</remarks>
internal sealed class TimeOrder
{
    private TimeOrder(double[] time, double[] start, int[] byTime, int[] byStart, double[] sortedTime, double[] sortedStart)
    {
        Time = time;
        Start = start;
        ByTime = byTime;
        ByStart = byStart;
        SortedTime = sortedTime;
        SortedStart = sortedStart;
    }

    /// <summary>The end of each observation, in the order of the response. Shared with it: never written to.</summary>
    public double[] Time { get; }

    /// <summary>The start of each observation, in the order of the response; empty when all are at risk from the origin.</summary>
    public double[] Start { get; }

    /// <summary>The observations by increasing end; those that end together in the order of the response.</summary>
    public int[] ByTime { get; }

    /// <summary>The observations by increasing start; empty when all are at risk from the origin.</summary>
    public int[] ByStart { get; }

    /// <summary>The ends in increasing order: <see cref="Time"/> at <see cref="ByTime"/>.</summary>
    public double[] SortedTime { get; }

    /// <summary>The starts in increasing order: <see cref="Start"/> at <see cref="ByStart"/>.</summary>
    public double[] SortedStart { get; }

    /// <summary>Orders a response.</summary>
    /// <exception cref="SurvivalDataException">Joining near ties made an interval empty.</exception>
    public static TimeOrder Of(Surv response, bool joinNearTies)
    {
        double[] time = response.TimeArray;
        double[] start = response.StartArray;
        int[] byTime = RadixSort.Order(time, out double[] sortedTime);
        int[] byStart = RadixSort.Order(start, out double[] sortedStart);
        if (joinNearTies && NearTies.Join(sortedStart, sortedTime))
        {
            double[] given = time;
            time = Scattered(sortedTime, byTime);
            start = Scattered(sortedStart, byStart);
            for (int i = 0; i < start.Length; i++)
            {
                if (start[i] >= time[i])
                {
                    throw SurvivalDataException.AtCell(
                        null, i + 1L, "stop", FormattableString.Invariant($"{given[i]}"), "the interval is shorter than the rounding tolerance of times; a longer one was expected.");
                }
            }
        }

        return new TimeOrder(time, start, byTime, byStart, sortedTime, sortedStart);
    }

    /// <summary>An order of rows regrouped by a code, each group keeping the order it had: a stable counting sort.</summary>
    /// <param name="order">The rows in some order.</param>
    /// <param name="codes">The group of each row, from 0.</param>
    /// <param name="groups">The number of groups.</param>
    /// <returns>The rows group after group, and where each group starts, with the end of the last.</returns>
    public static (int[] Rows, int[] Starts) Regroup(ReadOnlySpan<int> order, ReadOnlySpan<int> codes, int groups)
    {
        (int[] rows, _, int[] starts) = Regroup(order, [], codes, groups);
        return (rows, starts);
    }

    /// <summary>The same, with the times that go along with the rows.</summary>
    /// <param name="order">The rows in some order.</param>
    /// <param name="times">The time of each place in that order; or nothing.</param>
    /// <param name="codes">The group of each row, from 0.</param>
    /// <param name="groups">The number of groups.</param>
    public static (int[] Rows, double[] Times, int[] Starts) Regroup(ReadOnlySpan<int> order, ReadOnlySpan<double> times, ReadOnlySpan<int> codes, int groups)
    {
        var starts = new int[groups + 1];
        foreach (int row in order)
        {
            starts[codes[row] + 1]++;
        }

        for (int g = 0; g < groups; g++)
        {
            starts[g + 1] += starts[g];
        }

        int[] next = starts[..^1];
        int[] rows = GC.AllocateUninitializedArray<int>(order.Length);
        double[] regrouped = GC.AllocateUninitializedArray<double>(times.Length);
        for (int i = 0; i < order.Length; i++)
        {
            int row = order[i];
            int place = next[codes[row]]++;
            rows[place] = row;
            if (!times.IsEmpty)
            {
                regrouped[place] = times[i];
            }
        }

        return (rows, regrouped, starts);
    }

    private static double[] Scattered(double[] sorted, int[] order)
    {
        var values = new double[sorted.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[order[i]] = sorted[i];
        }

        return values;
    }
}
