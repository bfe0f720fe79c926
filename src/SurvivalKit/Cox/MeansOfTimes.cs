using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>The means of the covariates over the risk sets of one part's event times, block after block of its rows.</summary>
/// <remarks>Where Efron splits a time with ties, its sum of weighted squares of means is that of two vectors, found by completing the square.</remarks>
internal ref struct MeansOfTimes
{
    private readonly CoxData _data;
    private readonly double[] _risk;
    private readonly EventHazard _hazard;
    private readonly double[] _multiplier;
    private readonly Span<double> _running;
    private readonly Span<double> _means;
    private readonly int _stride;
    private readonly Span<int> _place;

    /// <param name="data">The rows.</param>
    /// <param name="risk">Their risks.</param>
    /// <param name="hazard">The weights of the event times.</param>
    /// <param name="multiplier">What each event time counts; empty: 1.</param>
    /// <param name="running">The sums of risk times covariate over those at risk where the part begins; kept up to date.</param>
    /// <param name="scratch">Room for <see cref="ScratchSize"/> numbers.</param>
    /// <param name="places">Room for as many integers as a block has rows.</param>
    public MeansOfTimes(
        CoxData data, double[] risk, EventHazard hazard, double[] multiplier, Span<double> running, Span<double> scratch, Span<int> places)
    {
        _data = data;
        _risk = risk;
        _hazard = hazard;
        _multiplier = multiplier;
        _running = running;
        _stride = 2 * RowBlocks.LengthOfBlock(data.Rows);
        Weight = scratch[.._stride];
        _means = scratch[_stride..];
        _place = places;
    }

    /// <summary>What each vector of the block counts.</summary>
    public Span<double> Weight { get; }

    public static int ScratchSize(CoxData data) => 2 * RowBlocks.LengthOfBlock(data.Rows) * (1 + data.Columns);

    /// <summary>The vectors' elements of one column.</summary>
    public readonly Span<double> Column(int column) => _means.Slice(column * _stride, _stride);

    /// <summary>Goes on to the rows of [from, to), and returns how many vectors their event times have.</summary>
    public readonly int Next(int from, int to)
    {
        EventTimes events = _data.Events;
        int first = RowHazards.TimeAfter(events, from);
        int count = 0;
        int end = first;
        for (; end < events.Count && events.End[end] <= to; end++)
        {
            double times = _multiplier.Length == 0 ? 1 : _multiplier[end];
            _place[end - first] = count;
            Weight[count++] = times * _hazard.First[end];
            if (_hazard.IsTied(end))
            {
                Weight[count++] = times * (_hazard.Third[end] - (_hazard.Second[end] * _hazard.Second[end] / _hazard.First[end]));
            }
        }

        for (int column = 0; column < _data.Columns; column += 4)
        {
            Run(column, first, end, from, to);
        }

        return count;
    }

    // Four columns at once: each sum waits for itself only. Where fewer are left, the last one is summed in place of those that are not there.
    private readonly void Run(int column, int firstTime, int endTime, int from, int to)
    {
        int last = _data.Columns - 1;
        double[] x0 = _data.X[column];
        double[] x1 = _data.X[Math.Min(column + 1, last)];
        double[] x2 = _data.X[Math.Min(column + 2, last)];
        double[] x3 = _data.X[Math.Min(column + 3, last)];
        double s0 = _running[column];
        double s1 = _running[Math.Min(column + 1, last)];
        double s2 = _running[Math.Min(column + 2, last)];
        double s3 = _running[Math.Min(column + 3, last)];
        Span<double> m0 = Column(column);
        Span<double> m1 = Column(Math.Min(column + 1, last));
        Span<double> m2 = Column(Math.Min(column + 2, last));
        Span<double> m3 = Column(Math.Min(column + 3, last));
        var steps = new RiskSetSteps(_data, firstTime, endTime, from, to);
        while (steps.MoveNext())
        {
            if (steps.Restarts)
            {
                s0 = s1 = s2 = s3 = 0;
            }

            for (int i = steps.RowFrom; i < steps.RowTo; i++)
            {
                double risk = _risk[i];
                s0 += risk * x0[i];
                s1 += risk * x1[i];
                s2 += risk * x2[i];
                s3 += risk * x3[i];
            }

            for (int entry = steps.EntryFrom; entry < steps.EntryTo; entry++)
            {
                int i = _data.EntryOrder[entry];
                double risk = _risk[i];
                s0 -= risk * x0[i];
                s1 -= risk * x1[i];
                s2 -= risk * x2[i];
                s3 -= risk * x3[i];
            }

            if (steps.Time < endTime)
            {
                int at = _place[steps.Time - firstTime];
                double scale = 1 / _hazard.S0[steps.Time];
                m0[at] = s0 * scale;
                m1[at] = s1 * scale;
                m2[at] = s2 * scale;
                m3[at] = s3 * scale;
            }
        }

        (_running[column], _running[Math.Min(column + 1, last)]) = (s0, s1);
        (_running[Math.Min(column + 2, last)], _running[Math.Min(column + 3, last)]) = (s2, s3);
        for (int j = column; j < Math.Min(column + 4, _data.Columns) && _hazard.HasTies; j++)
        {
            SplitTied(j, firstTime, endTime);
        }
    }

    // Efron: the mean less its part of the tied events' share, and that share itself.
    private readonly void SplitTied(int column, int firstTime, int endTime)
    {
        Span<double> means = Column(column);
        double[] x = _data.X[column];
        for (int m = firstTime; m < endTime; m++)
        {
            if (_hazard.IsTied(m))
            {
                int first = _data.Events.First[m];
                int events = _data.Events.Events[m];
                double tied = TensorPrimitives.Dot<double>(_risk.AsSpan(first, events), x.AsSpan(first, events)) / _hazard.S0[m];
                int at = _place[m - firstTime];
                means[at] -= _hazard.Second[m] / _hazard.First[m] * tied;
                means[at + 1] = tied;
            }
        }
    }
}
