namespace SurvivalKit;

/// <summary>The cumulative hazard over each row's time at risk, each event time weighted by a multiplier.</summary>
internal sealed class RowHazards
{
    // A hazard that is a smaller part of the one before it is summed by itself.
    private const double SmallestRest = 1e-7;

    private readonly CoxData _data;
    private readonly EventHazard _hazard;
    private readonly double[] _cumulative;
    private readonly double[] _cumulativeOfTied;
    private double[] _multiplier = [];

    /// <param name="data">The rows.</param>
    /// <param name="hazard">The increments at the event times, as of the call of <see cref="Set"/>.</param>
    public RowHazards(CoxData data, EventHazard hazard)
    {
        _data = data;
        _hazard = hazard;
        _cumulative = new double[data.Events.Count + 1];
        _cumulativeOfTied = hazard.HasTies ? new double[data.Events.Count + 1] : _cumulative;
    }

    // The increments from one time to before an earlier one: where the hazard before it is far larger, a difference of sums has no digits.
    private double Sum(int first, int end)
    {
        double sum = 0;
        for (int m = end - 1; m >= first; m--)
        {
            sum += _hazard.Hazard[m] * (_multiplier.Length == 0 ? 1 : _multiplier[m]);
        }

        return sum;
    }

    /// <summary>Adds up the increments.</summary>
    /// <param name="multiplier">The multiplier of each event time; empty: 1.</param>
    public RowHazards Set(double[] multiplier)
    {
        EventTimes events = _data.Events;
        _multiplier = multiplier;
        for (int s = 0; s + 1 < events.StratumStarts.Length; s++)
        {
            double sum = 0;
            for (int m = events.StratumStarts[s + 1] - 1; m >= events.StratumStarts[s]; m--)
            {
                double times = multiplier.Length == 0 ? 1 : multiplier[m];
                double before = sum;
                sum += times * _hazard.Hazard[m];
                _cumulative[m] = sum;
                if (_hazard.HasTies)
                {
                    _cumulativeOfTied[m] = before + (times * _hazard.HazardOfTied[m]);
                }
            }
        }

        return this;
    }

    /// <summary>The cumulative hazard at each event time, summed from the first time of its stratum; one extra element, which is
    /// 0.</summary>
    public ReadOnlySpan<double> Cumulative => _cumulative;

    /// <summary>The same for rows with an event at that time, tied or not.</summary>
    public ReadOnlySpan<double> CumulativeOfEvents => _cumulativeOfTied;

    /// <summary>For the rows of [from, to): the expected number of events, risk times cumulative hazard, and observed minus
    /// expected.</summary>
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
                double before = _cumulative[events.BeforeStart[row]];
                double hazard = _cumulative[timeOfRow[row]] - before;
                expected[row - from] = risk[row] * (Math.Abs(hazard) < SmallestRest * Math.Abs(before)
                    ? Sum(timeOfRow[row], events.BeforeStart[row])
                    : hazard);
            }
        }

        // The last of these times may have rows beyond the block.
        foreach (int m in _hazard.HasTies ? events.TiedBetween(timeOfRow[from], Math.Min(events.After(to) + 1, events.Count)) : [])
        {
            for (int row = Math.Max(from, events.First[m]); row < Math.Min(to, events.First[m] + events.Events[m]); row++)
            {
                expected[row - from] += risk[row] * (_cumulativeOfTied[m] - _cumulative[m]);
            }
        }

        for (int row = from; row < to; row++)
        {
            // A product instead of a branch: the branch would be unpredictable.
            double weight = _data.Weight[row] * (_data.IsEvent[row] ? 1 : 0);
            residual[row - from] = weight - expected[row - from];
        }

        for (int row = from; row < to && _multiplier.Length > 0; row++)
        {
            residual[row - from] += _data.IsEvent[row] ? (_multiplier[timeOfRow[row]] - 1) * _data.Weight[row] : 0;
        }
    }
}
