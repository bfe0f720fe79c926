namespace SurvivalKit;

/// <summary>The rows (start, stop] with weights whose partial likelihood is Fine and Gray's; R's <c>finegray</c>.</summary>
/// <param name="Row">The observation of each row.</param>
/// <param name="Start">The start of each row.</param>
/// <param name="Stop">The end of each row.</param>
/// <param name="Event">Whether the row ends with the event of the cause.</param>
/// <param name="Weight">The weight of each row, the case weight included.</param>
internal sealed record FineGrayRows(int[] Row, double[] Start, double[] Stop, bool[] Event, double[] Weight)
{
    /// <summary>Expands observations for a cause.</summary>
    /// <param name="sample">The observations.</param>
    /// <param name="cause">The place of the cause, from 1.</param>
    public static FineGrayRows Expand(SurvivalSample sample, int cause)
    {
        var rows = new Builder(sample, cause);
        bool isLate = SubdistributionWeights.EntersLate(sample);
        foreach (SampleRows stratum in sample.ByStratum())
        {
            rows.Add(stratum, isLate);
        }

        return rows.Build();
    }

    /// <summary>The rows as a response.</summary>
    public Surv Response() => Surv.Counting(Start, Stop, Event);

    /// <summary>A value of each observation, repeated for its rows; nothing where there is none.</summary>
    public T[] Repeat<T>(T[] values) => values.Length == 0 ? [] : Array.ConvertAll(Row, row => values[row]);

    /// <summary>The columns of the observations, repeated for their rows.</summary>
    public DesignMatrix Repeat(DesignMatrix design) => new(
        Row.Length,
        design.Names,
        design.Terms,
        [.. Enumerable.Range(0, design.Columns).Select(column => (ReadOnlyMemory<double>)Repeat(design.Column(column).ToArray()))]);

    private sealed class Builder(SurvivalSample sample, int cause)
    {
        private readonly int[] _causes = sample.Response.CauseArray;
        private readonly double[] _time = sample.Order.Time;
        private readonly double[] _start = sample.Order.Start;
        // As R has it: before all times.
        private readonly double _origin = sample.Order.SortedTime[0] > 0 ? 0 : (2 * sample.Order.SortedTime[0]) - 1;
        private readonly List<(int Row, double Start, double Stop, bool IsEvent, double Weight)> _rows = [];

        public void Add(SampleRows stratum, bool isLate)
        {
            CensoringWeight observed = CensoringWeight.Estimate(stratum, isLate);
            double[] ends = [.. observed.Changes, double.PositiveInfinity];
            double[] lastEvents = LastEvents(stratum, ends);
            foreach (int row in stratum.Rows.Span)
            {
                bool isOther = _causes[row] > 0 && _causes[row] != cause;
                int interval = isOther ? Interval(ends, _time[row]) : -1;
                double first = isOther && lastEvents[interval] > _time[row] ? lastEvents[interval] : _time[row];
                Add(row, _start.Length == 0 ? _origin : _start[row], first, 1);
                double own = isOther ? Probability(observed, interval) : 1;
                for (int later = interval + 1; isOther && later < ends.Length; later++)
                {
                    if (!double.IsNaN(lastEvents[later]))
                    {
                        Add(row, ends[later - 1], lastEvents[later], Ratio(observed, later, own, row));
                    }
                }
            }
        }

        public FineGrayRows Build() => new(
            [.. _rows.Select(row => row.Row)],
            [.. _rows.Select(row => row.Start)],
            [.. _rows.Select(row => row.Stop)],
            [.. _rows.Select(row => row.IsEvent)],
            [.. _rows.Select(row => row.Weight)]);

        // The last event of the cause in each interval of constant weight; not a number where there is none, and no row is needed.
        private double[] LastEvents(SampleRows stratum, double[] ends)
        {
            var last = new double[ends.Length];
            Array.Fill(last, double.NaN);
            foreach (int row in stratum.Rows.Span)
            {
                if (_causes[row] == cause)
                {
                    last[Interval(ends, _time[row])] = _time[row];
                }
            }

            return last;
        }

        private void Add(int row, double start, double stop, double ratio)
        {
            double weight = ratio * (sample.Weights.Length == 0 ? 1 : sample.Weights[row]);
            if (weight > 0)
            {
                _rows.Add((row, start, stop, _causes[row] == cause, weight));
            }
        }

        private double Ratio(CensoringWeight observed, int interval, double own, int row)
        {
            double ratio = Probability(observed, interval) / own;
            return double.IsFinite(ratio) ? ratio : throw new SurvivalDataException(FormattableString.Invariant(
                $"At {_time[row]} the probability of having entered is 0, since all at risk at a later time enter then; ")
                + "observations that overlap in time were expected.");
        }

        private static double Probability(CensoringWeight observed, int interval) => interval == 0 ? 1 : observed.After[interval - 1];

        // The interval (end before, end] that a time is in.
        private static int Interval(double[] ends, double time) =>
            Array.BinarySearch(ends, time) is var place && place >= 0 ? place : ~place;
    }
}
