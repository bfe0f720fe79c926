namespace SurvivalKit;

/// <summary>The sorted rows that stay at risk after their own end T with the weight G(t) / G(T), and sums over them at each event time:
/// G(t) times a sum of 1 / G(T) over those that have ended, which grows from the first time to the last (Kawaguchi et al. 2021). O(rows)
/// where the rows with these weights would be O(rows times changes of G).</summary>
internal sealed class LastingRows
{
    private readonly EventTimes _events;
    private readonly int[] _row;
    private readonly double[] _inverse;
    private readonly double[] _probability;
    private readonly int[] _firstEnded;

    // The place of the earliest event time after each row's end, -1 where there is none.
    private readonly int[] _earliest;
    private readonly int[] _ends;
    private readonly List<int> _beforeEvents = [];

    private LastingRows(EventTimes events, int[] row, double[] inverse, double[] probability, LastingWeights weights)
    {
        _events = events;
        _row = row;
        _inverse = inverse;
        _probability = probability;
        _firstEnded = new int[events.Count];
        _earliest = new int[row.Length];
        _ends = new int[events.StratumStarts.Length - 1];
        Weights = weights;
    }

    /// <summary>The weights as they were given.</summary>
    public LastingWeights Weights { get; }

    /// <param name="weights">The weights of the observations.</param>
    /// <param name="order">The observation of each sorted row.</param>
    /// <param name="stratumStarts">Where each stratum starts among them, and the end of the last.</param>
    /// <param name="events">Their event times.</param>
    public static LastingRows Make(LastingWeights weights, int[] order, int[] stratumStarts, EventTimes events)
    {
        int[] rows = [.. Enumerable.Range(0, order.Length).Where(row => weights.IsLasting[order[row]])];
        var lasting = new LastingRows(
            events,
            rows,
            Array.ConvertAll(rows, row => 1 / weights.Probability[order[row]]),
            Array.ConvertAll(events.First, row => weights.Probability[order[row]]),
            weights);
        int at = 0;
        for (int s = 0; s + 1 < stratumStarts.Length; s++)
        {
            int first = events.StratumStarts[s];
            for (int m = first; m < events.StratumStarts[s + 1]; m++)
            {
                for (; at < rows.Length && rows[at] < events.End[m]; at++)
                {
                    lasting._earliest[at] = m == first ? -1 : m - 1;
                }

                lasting._firstEnded[m] = at;
            }

            for (; at < rows.Length && rows[at] < stratumStarts[s + 1]; at++)
            {
                lasting._earliest[at] = events.StratumStarts[s + 1] == first ? -1 : events.StratumStarts[s + 1] - 1;
                lasting._beforeEvents.Add(rows[at]);
            }

            lasting._ends[s] = at;
        }

        return lasting;
    }

    /// <summary>The lasting rows of some rows.</summary>
    /// <param name="from">The first row.</param>
    /// <param name="to">The end.</param>
    public ReadOnlySpan<int> Between(int from, int to) => _row.AsSpan(Place(from)..Place(to));

    /// <summary>The rows that are at risk at an event time after their end.</summary>
    public IEnumerable<int> AtRiskLater => _row.Where((_, at) => _earliest[at] >= 0);

    /// <summary>Those of some rows that have ended before all events of their stratum: up to their end they are at risk at
    /// none.</summary>
    /// <param name="from">The first row.</param>
    /// <param name="to">The end.</param>
    public IEnumerable<int> BeforeEvents(int from, int to)
    {
        int place = _beforeEvents.BinarySearch(from);
        for (int at = place >= 0 ? place : ~place; at < _beforeEvents.Count && _beforeEvents[at] < to; at++)
        {
            yield return _beforeEvents[at];
        }
    }

    /// <summary>For each event time the sum of a value of the rows over those that have ended before it, with their weights.</summary>
    /// <param name="risk">The value, or the first factor of it.</param>
    /// <param name="x">The second factor; empty: 1.</param>
    public double[] Sums(double[] risk, double[] x)
    {
        var sums = new double[_events.Count];
        for (int s = 0; s < _ends.Length; s++)
        {
            // From the first time of the stratum, which is its last place, to the last.
            double sum = 0;
            int at = _ends[s];
            for (int m = _events.StratumStarts[s + 1] - 1; m >= _events.StratumStarts[s]; m--)
            {
                while (at > _firstEnded[m])
                {
                    at--;
                    int row = _row[at];
                    sum += _inverse[at] * risk[row] * (x.Length == 0 ? 1 : x[row]);
                }

                sums[m] = _probability[m] * sum;
            }
        }

        return sums;
    }

    /// <summary>The sum of G times an increment over the event times from the last of the stratum down to each.</summary>
    /// <param name="increment">The increment at each event time, or the first factor of it.</param>
    /// <param name="multiplier">The second factor; empty: 1.</param>
    public double[] Integrate(ReadOnlySpan<double> increment, ReadOnlySpan<double> multiplier)
    {
        var integral = new double[_events.Count];
        for (int s = 0; s + 1 < _events.StratumStarts.Length; s++)
        {
            double sum = 0;
            for (int m = _events.StratumStarts[s]; m < _events.StratumStarts[s + 1]; m++)
            {
                sum += _probability[m] * increment[m] * (multiplier.IsEmpty ? 1 : multiplier[m]);
                integral[m] = sum;
            }
        }

        return integral;
    }

    /// <summary>Adds to the lasting ones of some rows their risk times the integral over the time after their end, with their
    /// weights.</summary>
    /// <param name="from">The first row.</param>
    /// <param name="to">The end.</param>
    /// <param name="risk">The risk of each row of the data.</param>
    /// <param name="integral">As <see cref="Integrate"/> gives it.</param>
    /// <param name="values">An element for each of the rows of [from, to).</param>
    public void Add(int from, int to, ReadOnlySpan<double> risk, double[] integral, Span<double> values)
    {
        int end = Place(to);
        for (int at = Place(from); at < end; at++)
        {
            int row = _row[at];
            values[row - from] += _earliest[at] < 0 ? 0 : risk[row] * _inverse[at] * integral[_earliest[at]];
        }
    }

    private int Place(int row) => Array.BinarySearch(_row, row) is var place && place >= 0 ? place : ~place;
}
