namespace SurvivalKit;

/// <summary>Walks through the event times of a response, stratum after stratum, with the number at risk and the number of events of each group.</summary>
/// <remarks>One pass over the ordered rows: the numbers at risk are carried along, and nothing is allocated for an observation.</remarks>
internal static class ComparisonWalk
{
    /// <summary>Shows every event time to a visitor, in increasing order within each stratum.</summary>
    public static void Over<TVisitor>(ComparisonData data, bool joinNearTies, ref TVisitor visitor)
        where TVisitor : struct, IEventTimeVisitor
    {
        TimeOrder order = TimeOrder.Of(data.Response, joinNearTies);
        if (data.Strata.Length == 0)
        {
            var all = new Rows(order.SortedTime, Packed(order.ByTime, data), order.SortedStart, Packed(order.ByStart, data));
            Stratum(all, data.Names.Length, ref visitor);
            return;
        }

        (int[] byTime, int[] ends) = TimeOrder.Regroup(order.ByTime, data.Strata, data.StrataCount);
        (int[] byStart, _) = TimeOrder.Regroup(order.ByStart, data.Strata, data.StrataCount);
        double[] time = Gathered(order.Time, byTime);
        double[] start = Gathered(order.Start, byStart);
        int[] leaving = Packed(byTime, data);
        int[] entering = Packed(byStart, data);
        for (int s = 0; s < data.StrataCount; s++)
        {
            Range rows = ends[s]..ends[s + 1];
            Range entries = start.Length == 0 ? 0..0 : rows;
            Stratum(new Rows(time.AsSpan(rows), leaving.AsSpan(rows), start.AsSpan(entries), entering.AsSpan(entries)), data.Names.Length, ref visitor);
        }
    }

    // Group and event side by side in time order, so that the walk reads them one after the other.
    private static int[] Packed(int[] order, ComparisonData data)
    {
        int[] codes = data.Codes;
        bool[] isEvent = data.Response.EventArray;
        var packed = new int[order.Length];
        for (int i = 0; i < packed.Length; i++)
        {
            int row = order[i];
            packed[i] = (codes[row] << 1) | (isEvent[row] ? 1 : 0);
        }

        return packed;
    }

    private static double[] Gathered(double[] values, int[] order)
    {
        var gathered = new double[order.Length];
        for (int i = 0; i < gathered.Length; i++)
        {
            gathered[i] = values[order[i]];
        }

        return gathered;
    }

    private static void Stratum<TVisitor>(Rows rows, int groups, ref TVisitor visitor)
        where TVisitor : struct, IEventTimeVisitor
    {
        visitor.BeginStratum();
        var atRisk = new double[groups];
        var deaths = new double[groups];
        double all = 0;
        if (rows.Start.IsEmpty)
        {
            all = rows.Leaving.Length;
            foreach (int row in rows.Leaving)
            {
                atRisk[row >> 1]++;
            }
        }

        for (int i = 0, entry = 0; i < rows.Time.Length;)
        {
            double time = rows.Time[i];
            for (; entry < rows.Start.Length && rows.Start[entry] < time; entry++)
            {
                atRisk[rows.Entering[entry] >> 1]++;
                all++;
            }

            int events = 0;
            int next = i;
            for (; next < rows.Time.Length && rows.Time[next] == time; next++)
            {
                int row = rows.Leaving[next];
                deaths[row >> 1] += row & 1;
                events += row & 1;
            }

            if (events > 0)
            {
                visitor.Visit(atRisk, deaths, all, events);
            }

            all -= next - i;
            for (; i < next; i++)
            {
                int group = rows.Leaving[i] >> 1;
                atRisk[group]--;
                deaths[group] = 0;
            }
        }
    }

    // The rows of one stratum in increasing time, and again in increasing start where they have one.
    private readonly ref struct Rows(ReadOnlySpan<double> time, ReadOnlySpan<int> leaving, ReadOnlySpan<double> start, ReadOnlySpan<int> entering)
    {
        public readonly ReadOnlySpan<double> Time = time;
        public readonly ReadOnlySpan<int> Leaving = leaving;
        public readonly ReadOnlySpan<double> Start = start;
        public readonly ReadOnlySpan<int> Entering = entering;
    }
}
