using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>The means of the covariates over the risk sets of one part's event times, block by block of its rows.</summary>
/// <remarks>Where Efron splits a time with ties, its sum of weighted squares of means is that of two vectors, found by
/// completing the square.</remarks>
internal ref struct MeansOfTimes
{
    private readonly CoxData _data;
    private readonly CoxRisks _risks;
    private readonly EventHazard _hazard;
    private readonly double[][] _lasting;
    private readonly Span<double> _running;
    private readonly Span<double> _means;
    private int _first;
    private int _times;
    private (int From, int To) _tied;

    /// <param name="data">The rows.</param>
    /// <param name="risks">Their risks.</param>
    /// <param name="hazard">The weights of the event times.</param>
    /// <param name="lasting">For each column the sums over rows that have ended and stay at risk (<see cref="LastingRows"/>), a number an
    /// event time; empty: none.</param>
    /// <param name="running">The sums of risk times covariate over the risk set where the part begins; updated.</param>
    /// <param name="scratch">Scratch space for <see cref="ScratchSize"/> numbers.</param>
    public MeansOfTimes(
        CoxData data, CoxRisks risks, EventHazard hazard, double[][] lasting, Span<double> running, Span<double> scratch)
    {
        _data = data;
        _risks = risks;
        _hazard = hazard;
        _lasting = lasting;
        _running = running;
        int room = 2 * RowBlocks.LengthOfBlock(data.Rows);
        Weight = scratch[..room];
        _means = scratch[room..];
    }

    /// <summary>The weight of each vector of the block.</summary>
    public Span<double> Weight { get; }

    public static int ScratchSize(CoxData data) => (2 * RowBlocks.LengthOfBlock(data.Rows) * (1 + data.Columns)) + data.Columns;

    /// <summary>The vectors' elements of one column.</summary>
    public readonly Span<double> Column(int column) => _means.Slice(column * Stride, Stride);

    /// <summary>All of them, column-major.</summary>
    public readonly Span<double> Columns => _means;

    /// <summary>The distance between the starts of two columns.</summary>
    public int Stride { get; private set; }

    /// <summary>The number of vectors.</summary>
    public int Count { get; private set; }

    /// <summary>Moves to the rows of [from, to).</summary>
    public void Next(int from, int to)
    {
        EventTimes events = _data.Events;
        int first = events.OfRow[from];
        int end = events.After(to);
        int count = end - first;
        _tied = _hazard.HasTies ? events.TiedBetween(first, end) : (0, 0);
        Count = count + _tied.To - _tied.From;

        // One more for the rows after the last time; compact, so that the columns fit in the cache.
        Stride = Count + 1;
        (_first, _times) = (first, count);
        for (int column = 0; column < _data.Columns; column += 4)
        {
            Sum(from, to, column);
        }

        Span<double> inverses = stackalloc double[count];
        TensorPrimitives.Reciprocal(_hazard.S0.AsSpan(first, count), inverses);
        for (int column = 0; column < _data.Columns; column++)
        {
            if (events.EntryEnd.Length > 0)
            {
                TakeEntries(column, first, end, from, to);
            }

            Span<double> means = Column(column)[..count];
            if (_lasting.Length > 0)
            {
                TensorPrimitives.Add(means, _lasting[column].AsSpan(first, count), means);
            }

            TensorPrimitives.Multiply(means, inverses, means);
        }

        for (int place = _tied.From; place < _tied.To; place++)
        {
            Split(place, count + place - _tied.From);
        }
    }

    /// <summary>Sets the weights of the vectors.</summary>
    /// <param name="multiplier">The multiplier of each event time; empty: 1.</param>
    public readonly void Weigh(double[] multiplier)
    {
        _data.Events.Weight.AsSpan(_first, _times).CopyTo(Weight);
        for (int place = _tied.From; place < _tied.To; place++)
        {
            int m = _data.Events.Tied[place];
            EventHazard.TiedHazard tied = _hazard.Tied[place];
            Weight[m - _first] = tied.First;
            Weight[_times + place - _tied.From] = (tied.Third - (tied.Second * tied.Second / tied.First))
                * (multiplier.Length == 0 ? 1 : multiplier[m]);
        }

        if (multiplier.Length > 0)
        {
            TensorPrimitives.Multiply(Weight[.._times], multiplier.AsSpan(_first, _times), Weight);
        }
    }

    // The running sums, reset by each stratum: of four columns at once, to hide the latency of each sum's additions; past the end the last
    // column is repeated. Each row writes its sum to its event time's place; the last row's value remains.
    private readonly void Sum(int from, int to, int column)
    {
        int rows = to - from;
        int first = _data.Events.OfRow[from];
        int last = _data.Columns - 1;
        (int c1, int c2, int c3) = (Math.Min(column + 1, last), Math.Min(column + 2, last), Math.Min(column + 3, last));
        ref double r = ref MemoryMarshal.GetReference(_risks.Risk.AsSpan(from, rows));
        ref int place = ref MemoryMarshal.GetReference(_data.Events.OfRow.AsSpan(from, rows));
        ref double x0 = ref MemoryMarshal.GetReference(_data.X[column].AsSpan(from, rows));
        ref double x1 = ref MemoryMarshal.GetReference(_data.X[c1].AsSpan(from, rows));
        ref double x2 = ref MemoryMarshal.GetReference(_data.X[c2].AsSpan(from, rows));
        ref double x3 = ref MemoryMarshal.GetReference(_data.X[c3].AsSpan(from, rows));
        ref double m0 = ref MemoryMarshal.GetReference(Column(column));
        ref double m1 = ref MemoryMarshal.GetReference(Column(c1));
        ref double m2 = ref MemoryMarshal.GetReference(Column(c2));
        ref double m3 = ref MemoryMarshal.GetReference(Column(c3));
        (double s0, double s1, double s2, double s3) = (_running[column], _running[c1], _running[c2], _running[c3]);
        int stratum = _data.StratumOf(from);
        for (int row = from; row < to; stratum++)
        {
            if (row == _data.StratumStarts[stratum])
            {
                s0 = s1 = s2 = s3 = 0;
            }

            for (int end = Math.Min(to, _data.StratumStarts[stratum + 1]); row < end; row++)
            {
                // The spans were sliced to [from, to), and each place is one of the block's times, so no bounds check is needed.
                double risk = Unsafe.Add(ref r, row - from);
                nint at = Unsafe.Add(ref place, row - from) - first;
                Unsafe.Add(ref m0, at) = s0 += risk * Unsafe.Add(ref x0, row - from);
                Unsafe.Add(ref m1, at) = s1 += risk * Unsafe.Add(ref x1, row - from);
                Unsafe.Add(ref m2, at) = s2 += risk * Unsafe.Add(ref x2, row - from);
                Unsafe.Add(ref m3, at) = s3 += risk * Unsafe.Add(ref x3, row - from);
            }
        }

        (_running[column], _running[c1], _running[c2], _running[c3]) = (s0, s1, s2, s3);
    }

    // Subtracts from each sum the rows that are not yet at risk.
    private readonly void TakeEntries(int column, int first, int end, int from, int to)
    {
        EventTimes events = _data.Events;
        Span<double> sums = Column(column);
        double[] x = _data.EntryX[column];
        double late = 0;
        int stratum = _data.StratumOf(from);
        for (int m = first; m < end; m++)
        {
            for (; m >= events.StratumStarts[stratum + 1]; stratum++)
            {
                late = 0;
            }

            int entry = m == events.StratumStarts[stratum] ? _data.StratumStarts[stratum] : events.EntryEnd[m - 1];
            for (; entry < events.EntryEnd[m]; entry++)
            {
                late += _risks.EntryRisk[entry] * x[entry];
            }

            sums[m - first] -= late;
        }

        // The subtracted rows also belong to the running sum after the block, unless a new stratum has begun.
        _running[column] -= stratum == _data.StratumOf(to - 1) ? late : 0;
    }

    // Efron: the second vector is the tied events' share, and the first the mean minus its part of that share.
    private readonly void Split(int place, int share)
    {
        int m = _data.Events.Tied[place];
        int mean = m - _first;
        int first = _data.Events.First[m];
        int events = _data.Events.Events[m];
        double ratio = _hazard.Tied[place].Second / _hazard.Tied[place].First;
        ReadOnlySpan<double> risk = _risks.Risk.AsSpan(first, events);
        for (int j = 0; j < _data.Columns; j++)
        {
            double tied = TensorPrimitives.Dot(risk, _data.X[j].AsSpan(first, events)) / _hazard.S0[m];
            Column(j)[mean] -= ratio * tied;
            Column(j)[share] = tied;
        }
    }
}
