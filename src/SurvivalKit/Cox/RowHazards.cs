namespace SurvivalKit;

/// <summary>The cumulative hazard over each row's time at risk, each event time counted with a multiplier.</summary>
internal sealed class RowHazards
{
    private readonly CoxData _data;
    private readonly double[] _multiplier;
    private readonly double[] _cumulative;
    private readonly double[] _cumulativeOfTied;

    /// <param name="data">The rows.</param>
    /// <param name="hazard">The increments at the event times.</param>
    /// <param name="multiplier">What each event time counts; empty: 1.</param>
    public RowHazards(CoxData data, EventHazard hazard, double[] multiplier)
    {
        EventTimes events = data.Events;
        _data = data;
        _multiplier = multiplier;
        _cumulative = new double[events.Count + 1];
        _cumulativeOfTied = ReferenceEquals(hazard.Hazard, hazard.HazardOfTied) ? _cumulative : new double[events.Count + 1];
        for (int s = 0; s + 1 < events.StratumStarts.Length; s++)
        {
            double sum = 0;
            for (int m = events.StratumStarts[s + 1] - 1; m >= events.StratumStarts[s]; m--)
            {
                double times = multiplier.Length == 0 ? 1 : multiplier[m];
                _cumulativeOfTied[m] = sum + (times * hazard.HazardOfTied[m]);
                sum += times * hazard.Hazard[m];
                _cumulative[m] = sum;
            }
        }
    }

    /// <summary>The cumulative hazard at each event time, counted from the first of its stratum; one element more, which is 0.</summary>
    public ReadOnlySpan<double> Cumulative => _cumulative;

    /// <summary>The same for those who themselves have an event then, tied or not.</summary>
    public ReadOnlySpan<double> CumulativeOfEvents => _cumulativeOfTied;

    /// <summary>For the rows of [from, to): the expected number of events, risk times cumulative hazard, and what was seen less that.</summary>
    /// <param name="from">The first row.</param>
    /// <param name="to">The end.</param>
    /// <param name="risk">The risk of each row of the data.</param>
    /// <param name="expected">Receives the expected number of events of each of the rows.</param>
    /// <param name="residual">Receives the weight of the event, if the row has one, less the expected number.</param>
    public void Fill(int from, int to, ReadOnlySpan<double> risk, Span<double> expected, Span<double> residual)
    {
        EventTimes events = _data.Events;
        int[] timeOfRow = events.OfRow;
        if (_data.Start.Length == 0)
        {
            for (int row = from; row < to; row++)
            {
                expected[row - from] = risk[row] * _cumulative[timeOfRow[row]];
            }
        }
        else
        {
            for (int row = from; row < to; row++)
            {
                expected[row - from] = risk[row] * (_cumulative[timeOfRow[row]] - _cumulative[events.BeforeStart[row]]);
            }
        }

        int end = TimeAfter(events, to);
        bool hasTies = !ReferenceEquals(_cumulative, _cumulativeOfTied);
        for (int m = timeOfRow[from]; hasTies && m < Math.Min(end + 1, events.Count); m++)
        {
            if (events.Events[m] > 1)
            {
                for (int row = Math.Max(from, events.First[m]); row < Math.Min(to, events.First[m] + events.Events[m]); row++)
                {
                    expected[row - from] += risk[row] * (_cumulativeOfTied[m] - _cumulative[m]);
                }
            }
        }

        for (int row = from; row < to; row++)
        {
            double weight = _data.IsEvent[row] ? _data.Weight[row] : 0;
            residual[row - from] = (_multiplier.Length == 0 ? weight : weight * _multiplier[Math.Min(timeOfRow[row], _multiplier.Length - 1)]) - expected[row - from];
        }
    }

    /// <summary>The first event time whose rows end after a row.</summary>
    public static int TimeAfter(EventTimes events, int row)
    {
        int at = Array.BinarySearch(events.End, row);
        return at >= 0 ? at + 1 : ~at;
    }
}
