using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>The cumulative hazard over each row's time at risk, each event time weighted by a multiplier.</summary>
internal sealed class RowHazards
{
    // A hazard that is a smaller part of the one before it is summed by itself.
    private const double SmallestRest = 1e-7;

    private readonly CoxData _data;
    private readonly EventHazard _hazard;
    private readonly double[] _cumulative;
    private double[] _multiplier = [];
    private double[] _afterEnd = [];

    /// <param name="data">The rows.</param>
    /// <param name="hazard">The increments at the event times, as of the call of <see cref="Set"/>.</param>
    public RowHazards(CoxData data, EventHazard hazard)
    {
        _data = data;
        _hazard = hazard;
        _cumulative = new double[data.Events.Count + 1];
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

    /// <summary>The multiplier of each event time; empty: 1.</summary>
    public double[] Multiplier => _multiplier;

    /// <summary>Adds up the increments.</summary>
    /// <param name="multiplier">The multiplier of each event time; empty: 1.</param>
    public RowHazards Set(double[] multiplier)
    {
        _multiplier = multiplier;
        int count = _data.Events.Count;
        int spans = RowBlocks.Spans(count);

        // What the times after a span, earlier ones of the same stratum, add to it.
        var carried = new double[spans];
        RowBlocks.ForEach(spans - 1, count, span => carried[span] = Total(span + 1));
        for (int span = spans - 2; span >= 0; span--)
        {
            (int first, int end) = RowBlocks.Span(span + 1, count);
            carried[span] = StratumStart(first) == first ? 0 : carried[span] + (StratumEnd(first) < end ? 0 : carried[span + 1]);
        }

        RowBlocks.ForEach(spans, count, span => SumUp(span, carried[span]));
        _afterEnd = _data.Lasting?.Integrate(_hazard.Hazard, multiplier) ?? [];
        return this;
    }

    // The increments of a span's times in the stratum in which it begins.
    private double Total(int span)
    {
        (int first, int end) = RowBlocks.Span(span, _data.Events.Count);
        ReadOnlySpan<double> hazard = _hazard.Hazard.AsSpan(first..Math.Min(end, StratumEnd(first)));
        return _multiplier.Length == 0
            ? TensorPrimitives.Sum(hazard)
            : TensorPrimitives.Dot(hazard, _multiplier.AsSpan(first, hazard.Length));
    }

    private void SumUp(int span, double sum)
    {
        (int first, int end) = RowBlocks.Span(span, _data.Events.Count);
        for (int m = end - 1; m >= first;)
        {
            int start = Math.Max(first, StratumStart(m));
            sum = m == end - 1 ? sum : 0;
            for (; m >= start; m--)
            {
                sum += (_multiplier.Length == 0 ? 1 : _multiplier[m]) * _hazard.Hazard[m];
                _cumulative[m] = sum;
            }
        }
    }

    private int StratumStart(int time) => _data.Events.StratumStarts[_data.Events.StratumOf(time)];

    private int StratumEnd(int time) => _data.Events.StratumStarts[_data.Events.StratumOf(time) + 1];

    /// <summary>The cumulative hazard at each event time, summed from the first time of its stratum; one extra element, which is
    /// 0.</summary>
    public ReadOnlySpan<double> Cumulative => _cumulative;

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
        SetExpected(from, risk[from..to], expected);
        if (_data.Lasting is { } lasting)
        {
            foreach (int row in lasting.BeforeEvents(from, to))
            {
                expected[row - from] = 0;
            }

            lasting.Add(from, to, risk, _afterEnd, expected);
        }

        ReadOnlySpan<double> weight = _data.Weight.AsSpan(from..to);
        ReadOnlySpan<bool> isEvent = _data.IsEvent.AsSpan(from..to);
        for (int i = 0; i < weight.Length && i < isEvent.Length; i++)
        {
            // A product instead of a branch: the branch would be unpredictable.
            residual[i] = (weight[i] * (isEvent[i] ? 1 : 0)) - expected[i];
        }

        // The last of these times may have rows beyond the block.
        (int tied, int endOfTied) = _hazard.HasTies
            ? events.TiedBetween(timeOfRow[from], Math.Min(events.After(to) + 1, events.Count))
            : (0, 0);
        for (; tied < endOfTied; tied++)
        {
            int m = events.Tied[tied];
            double more = (_multiplier.Length == 0 ? 1 : _multiplier[m]) * (_hazard.Tied[tied].OfTied - _hazard.Hazard[m]);
            for (int row = Math.Max(from, events.First[m]); row < Math.Min(to, events.First[m] + events.Events[m]); row++)
            {
                expected[row - from] += risk[row] * more;
                residual[row - from] -= risk[row] * more;
            }
        }

        for (int row = from; row < to && _multiplier.Length > 0; row++)
        {
            residual[row - from] += _data.IsEvent[row] ? (_multiplier[timeOfRow[row]] - 1) * _data.Weight[row] : 0;
        }
    }

    private void SetExpected(int from, ReadOnlySpan<double> risk, Span<double> expected)
    {
        ReadOnlySpan<int> timeOfRow = _data.Events.OfRow.AsSpan(from, risk.Length);
        double[] cumulative = _cumulative;
        if (_data.Start.Length == 0)
        {
            for (int i = 0; i < risk.Length && i < timeOfRow.Length; i++)
            {
                expected[i] = risk[i] * cumulative[timeOfRow[i]];
            }

            return;
        }

        ReadOnlySpan<int> beforeStart = _data.Events.BeforeStart.AsSpan(from, risk.Length);
        for (int i = 0; i < risk.Length && i < timeOfRow.Length && i < beforeStart.Length; i++)
        {
            double before = cumulative[beforeStart[i]];
            double hazard = cumulative[timeOfRow[i]] - before;
            expected[i] = risk[i] * (Math.Abs(hazard) < SmallestRest * Math.Abs(before) ? Sum(timeOfRow[i], beforeStart[i]) : hazard);
        }
    }
}
