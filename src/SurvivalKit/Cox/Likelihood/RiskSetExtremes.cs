namespace SurvivalKit;

/// <summary>The largest and smallest of a value of the rows over each risk set of a Cox model, visited from the last event time of a
/// stratum to its first. O(n) without left truncation, O(n log n) with it.</summary>
/// <param name="data">The rows; those of weight 0 do not count.</param>
internal sealed class RiskSetExtremes(CoxData data)
{
    /// <summary>The largest difference within one risk set.</summary>
    /// <param name="value">A value a sorted row.</param>
    /// <param name="isExact">Whether a risk set in which everybody has the event says nothing, as by the exact treatment of ties.</param>
    public double LargestRange(double[] value, bool isExact)
    {
        double range = 0;
        Walk(value, (others, events) =>
        {
            double top = Math.Max(others.Top(value), events.Top(value));
            double bottom = Math.Min(others.Bottom(value), events.Bottom(value));
            range = isExact && others.Highest < 0 ? range : Math.Max(range, top - bottom);
        });
        return range;
    }

    /// <summary>The event and the row at risk with it whose value is the most above the event's.</summary>
    /// <param name="value">A value a sorted row.</param>
    /// <param name="isExact">Whether tied events need not have one value, as by the exact treatment of ties.</param>
    /// <returns>The rows; the event is -1 where no row at risk has a value above an event's.</returns>
    public (int Event, int Other) MostAboveAnEvent(double[] value, bool isExact)
    {
        (int Event, int Other) found = (-1, -1);
        double most = 0;
        Walk(value, (others, events) =>
        {
            int highest = others.Highest;
            if (!isExact && (highest < 0 || events.Top(value) > value[highest]))
            {
                highest = events.Highest;
            }

            if (highest >= 0 && value[highest] - value[events.Lowest] > most)
            {
                most = value[highest] - value[events.Lowest];
                found = (events.Lowest, highest);
            }
        });
        return found;
    }

    // Calls for each event time with the rows at risk without its events, and with its events.
    private void Walk(double[] value, Action<Extremes, Extremes> visit)
    {
        EventTimes events = data.Events;
        for (int s = 0; s + 1 < data.StratumStarts.Length; s++)
        {
            int row = data.StratumStarts[s];
            int entry = row;
            var atRisk = new Extremes(data.Start.Length > 0 ? data.Rows : 0);

            // Those that stay at risk after their end are at risk at all times, late entry aside.
            foreach (int lasting in data.Lasting is { } rows ? rows.Between(row, data.StratumStarts[s + 1]) : [])
            {
                Add(atRisk, lasting, value);
            }

            for (int m = events.StratumStarts[s]; m < events.StratumStarts[s + 1]; m++)
            {
                var tied = new Extremes(0);
                for (int end = events.End[m]; row < end; row++)
                {
                    bool happens = row >= events.First[m] && row < events.First[m] + events.Events[m];
                    Add(happens ? tied : atRisk, row, value);
                }

                for (; events.EntryEnd.Length > 0 && entry < events.EntryEnd[m]; entry++)
                {
                    atRisk.Remove(data.EntryOrder[entry]);
                }

                visit(atRisk, tied);
                for (int i = events.First[m]; i < events.First[m] + events.Events[m]; i++)
                {
                    Add(atRisk, i, value);
                }
            }
        }
    }

    private void Add(Extremes set, int row, double[] value)
    {
        if (data.Weight[row] > 0)
        {
            set.Add(row, value[row]);
        }
    }

    // The rows of the largest and smallest value of a set. Rows that leave are skipped when they come to the top of a heap.
    private sealed class Extremes(int rowsThatLeave)
    {
        private readonly bool[] _left = new bool[rowsThatLeave];
        private readonly PriorityQueue<int, double> _rising = new();
        private readonly PriorityQueue<int, double> _falling = new();
        private int _lowest = -1;
        private int _highest = -1;
        private double _least = double.PositiveInfinity;
        private double _most = double.NegativeInfinity;

        public int Lowest => _left.Length == 0 ? _lowest : First(_rising);

        public int Highest => _left.Length == 0 ? _highest : First(_falling);

        public double Top(double[] value) => Highest < 0 ? double.NegativeInfinity : value[Highest];

        public double Bottom(double[] value) => Lowest < 0 ? double.PositiveInfinity : value[Lowest];

        public void Remove(int row) => _left[row] = true;

        public void Add(int row, double value)
        {
            if (_left.Length > 0)
            {
                _rising.Enqueue(row, value);
                _falling.Enqueue(row, -value);
                return;
            }

            (_lowest, _least) = value < _least ? (row, value) : (_lowest, _least);
            (_highest, _most) = value > _most ? (row, value) : (_highest, _most);
        }

        private int First(PriorityQueue<int, double> heap)
        {
            while (heap.Count > 0 && _left[heap.Peek()])
            {
                heap.Dequeue();
            }

            return heap.Count == 0 ? -1 : heap.Peek();
        }
    }
}
