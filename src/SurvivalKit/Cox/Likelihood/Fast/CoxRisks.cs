using System.Numerics;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace SurvivalKit;

/// <summary>The linear predictor of each sorted row and its risk, weight times exp(linear predictor).</summary>
internal sealed class CoxRisks
{
    // Beyond this the sums of squares of risks would overflow; the largest predictor of the stratum is then subtracted.
    private const double LargestPredictor = 150;

    // Risks that differ by more than this power of e do not stand side by side as numbers, nor do their squares.
    private const double WidestRange = 300;

    private readonly CoxData _data;
    private readonly double[] _eventPredictors;
    private double[] _exponent = [];

    public CoxRisks(CoxData data)
    {
        _data = data;
        Predictor = Recycled<double>.Take(data.Rows);
        Risk = Recycled<double>.Take(data.Rows);
        EntryRisk = new double[data.EntryOrder.Length];
        _eventPredictors = new double[RowBlocks.Parts(data.Rows)];
        ColumnSums = new double[RowBlocks.Parts(data.Rows) * data.Columns];
        RiskSums = new double[RowBlocks.Parts(data.Rows)];
    }

    /// <summary>The linear predictor of each sorted row, less a constant of its stratum.</summary>
    public double[] Predictor { get; }

    /// <summary>Weight times e^predictor.</summary>
    /// <remarks>Where the predictors of a stratum are too far apart for that (<see cref="IsWide"/>), gaps between them are narrowed, if
    /// they can be to ratios of e^80: what is negligible stays so.</remarks>
    public double[] Risk { get; }

    /// <summary>Whether the predictors of a stratum are so far apart that <see cref="Risk"/> is not in their units.</summary>
    public bool IsWide => _exponent.Length > 0;

    /// <summary>The same in the order of <see cref="CoxData.EntryOrder"/>.</summary>
    public double[] EntryRisk { get; }

    /// <summary>The sum over all events of weight times predictor.</summary>
    public double EventPredictors => _eventPredictors.Sum();

    /// <summary>For each part of the rows (<see cref="RowBlocks"/>), the sums of risk times covariate over its rows in the
    /// stratum in which it ends.</summary>
    public double[] ColumnSums { get; }

    /// <summary>The same of the risks themselves.</summary>
    public double[] RiskSums { get; }

    public void Set(ReadOnlySpan<double> coefficients)
    {
        double[] beta = coefficients.ToArray();
        int parts = RowBlocks.Parts(_data.Rows);
        var largest = new double[parts];

        // What narrowed the gaps of the last predictors is nothing to these.
        _exponent = [];

        // A block of covariates is read once: its predictors and risks are computed and summed while it is in the cache.
        RowBlocks.ForEach(parts, _data.Rows, part => largest[part] = SetPart(part, beta));

        // Written so that NaN also takes this branch.
        bool small = true;
        foreach (double value in largest)
        {
            small &= value <= LargestPredictor;
        }

        if (!small)
        {
            CountFromLargest();
            RowBlocks.ForEach(parts, _data.Rows, part => SetPart(part, null));
        }

        if (EntryRisk.Length > 0)
        {
            RowBlocks.ForEach(parts, _data.Rows, SetEntryRisks);
        }
    }

    // Returns the largest predictor; without coefficients the predictors stay as they are.
    private double SetPart(int part, double[]? beta)
    {
        (int from, int to) = RowBlocks.Rows(part, _data.Rows);
        int summedFrom = Math.Max(from, _data.StratumStarts[_data.StratumOf(to - 1)]);
        Span<double> sums = ColumnSums.AsSpan(part * _data.Columns, _data.Columns);
        sums.Clear();
        double largest = 0;
        double eventPredictors = 0;
        double risks = 0;
        for (int i = from; i < to; i += RowBlocks.Block)
        {
            int end = Math.Min(i + RowBlocks.Block, to);
            if (beta is not null)
            {
                SetPredictors(i, end - i, beta);
                largest = Math.Max(largest, Math.Abs(TensorPrimitives.MaxMagnitude<double>(Predictor.AsSpan(i, end - i))));
            }

            SetRisks(i, end);
            eventPredictors += OfEvents(i, end);
            int first = Math.Max(i, summedFrom);
            risks += first < end ? TensorPrimitives.Sum<double>(Risk.AsSpan(first, end - first)) : 0;
            for (int j = 0; j < sums.Length && first < end; j++)
            {
                sums[j] += TensorPrimitives.Dot<double>(Risk.AsSpan(first, end - first), _data.X[j].AsSpan(first, end - first));
            }
        }

        _eventPredictors[part] = eventPredictors;
        RiskSums[part] = risks;
        return largest;
    }

    // The sum of weight times predictor over the events among some rows; two sums at once hide the latency of their additions.
    private double OfEvents(int from, int to)
    {
        ReadOnlySpan<double> weight = _data.Weight.AsSpan(from..to);
        ReadOnlySpan<double> predictor = Predictor.AsSpan(from..to);
        ReadOnlySpan<bool> isEvent = _data.IsEvent.AsSpan(from..to);
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < weight.Length && i + 1 < predictor.Length && i + 1 < isEvent.Length; i += 2)
        {
            // A product instead of a branch: the branch would be unpredictable.
            even += weight[i] * predictor[i] * (isEvent[i] ? 1 : 0);
            odd += weight[i + 1] * predictor[i + 1] * (isEvent[i + 1] ? 1 : 0);
        }

        return even + odd + (i < weight.Length && isEvent[i] ? weight[i] * predictor[i] : 0);
    }

    private void SetPredictors(int from, int length, double[] beta)
    {
        Span<double> predictor = Predictor.AsSpan(from, length);
        if (_data.Offset.Length == 0)
        {
            predictor.Clear();
        }
        else
        {
            _data.Offset.AsSpan(from, length).CopyTo(predictor);
        }

        int column = 0;
        for (; column + 4 <= beta.Length; column += 4)
        {
            AddFour(from, predictor, column, beta);
        }

        for (; column < beta.Length; column++)
        {
            if (beta[column] != 0)
            {
                TensorPrimitives.MultiplyAdd(_data.X[column].AsSpan(from, length), beta[column], predictor, predictor);
            }
        }
    }

    // Four columns for each read and write of the predictors.
    private void AddFour(int from, Span<double> predictor, int column, double[] beta)
    {
        ReadOnlySpan<double> x0 = _data.X[column].AsSpan(from, predictor.Length);
        ReadOnlySpan<double> x1 = _data.X[column + 1].AsSpan(from, predictor.Length);
        ReadOnlySpan<double> x2 = _data.X[column + 2].AsSpan(from, predictor.Length);
        ReadOnlySpan<double> x3 = _data.X[column + 3].AsSpan(from, predictor.Length);
        (double b0, double b1, double b2, double b3) = (beta[column], beta[column + 1], beta[column + 2], beta[column + 3]);
        int i = 0;
        for (; i <= predictor.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> low = (new Vector<double>(x0[i..]) * b0) + (new Vector<double>(x1[i..]) * b1);
            Vector<double> high = (new Vector<double>(x2[i..]) * b2) + (new Vector<double>(x3[i..]) * b3);
            (new Vector<double>(predictor[i..]) + (low + high)).CopyTo(predictor[i..]);
        }

        for (; i < predictor.Length; i++)
        {
            predictor[i] += (x0[i] * b0) + (x1[i] * b1) + ((x2[i] * b2) + (x3[i] * b3));
        }
    }

    // The likelihood does not change when all predictors of a stratum shift; after this shift no risk overflows.
    private void CountFromLargest()
    {
        bool isWide = false;
        for (int s = 0; s + 1 < _data.StratumStarts.Length; s++)
        {
            double[] own = [.. Rows(s).Select(row => Predictor[row])];
            (double least, double most) = own.Length == 0 ? (0, 0) : (own.Min(), own.Max());
            bool isFar = most - least > WidestRange;
            isWide |= isFar;

            // Far from the others, the largest would cost these their digits: a wide stratum is counted from its middle.
            double shift = isFar ? Middle(own) : most;
            for (int i = _data.StratumStarts[s]; i < _data.StratumStarts[s + 1] && double.IsFinite(shift); i++)
            {
                Predictor[i] -= shift;
            }
        }

        if (isWide)
        {
            _exponent = (double[])Predictor.Clone();
            for (int s = 0; s + 1 < _data.StratumStarts.Length; s++)
            {
                Narrow([.. Rows(s).OrderBy(row => Predictor[row])]);
            }
        }
    }

    private IEnumerable<int> Rows(int stratum) =>
        Enumerable.Range(_data.StratumStarts[stratum], _data.StratumStarts[stratum + 1] - _data.StratumStarts[stratum])
            .Where(row => _data.Weight[row] > 0);

    private static double Middle(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }

    // Gaps of the sorted predictors become no wider than lets all of them stand side by side; the middle one stays where it is.
    private void Narrow(int[] rows)
    {
        double widest = 80;
        while (widest > 1 && Width(rows, widest) > WidestRange)
        {
            widest *= 0.9;
        }

        int middle = rows.Length / 2;
        for (int i = middle + 1; i < rows.Length; i++)
        {
            _exponent[rows[i]] = _exponent[rows[i - 1]] + Math.Min(widest, Predictor[rows[i]] - Predictor[rows[i - 1]]);
        }

        for (int i = middle - 1; i >= 0; i--)
        {
            _exponent[rows[i]] = _exponent[rows[i + 1]] - Math.Min(widest, Predictor[rows[i + 1]] - Predictor[rows[i]]);
        }
    }

    private double Width(int[] rows, double widest)
    {
        double width = 0;
        for (int i = 1; i < rows.Length; i++)
        {
            width += Math.Min(widest, Predictor[rows[i]] - Predictor[rows[i - 1]]);
        }

        return width;
    }

    private void SetEntryRisks(int part)
    {
        (int from, int to) = RowBlocks.Rows(part, _data.Rows);
        for (int i = from; i < to; i++)
        {
            EntryRisk[i] = Risk[_data.EntryOrder[i]];
        }
    }

    private void SetRisks(int from, int to)
    {
        Span<double> risk = Risk.AsSpan(from, to - from);
        ReadOnlySpan<double> weight = _data.Weight.AsSpan(from, to - from);
        TensorPrimitives.Exp((IsWide ? _exponent : Predictor).AsSpan(from, to - from), risk);

        // Rows that are never at risk also have weight 0: their predictor may be any value.
        ref double first = ref MemoryMarshal.GetReference(risk);
        ref double weightOf = ref MemoryMarshal.GetReference(weight);
        int i = 0;
        for (; i <= risk.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            Vector<double> w = Vector.LoadUnsafe(ref weightOf, (nuint)i);
            Vector<double> weighted = Vector.LoadUnsafe(ref first, (nuint)i) * w;
            Vector.ConditionalSelect(Vector.GreaterThan(w, Vector<double>.Zero), weighted, Vector<double>.Zero)
                .StoreUnsafe(ref first, (nuint)i);
        }

        for (; i < risk.Length; i++)
        {
            risk[i] = weight[i] > 0 ? risk[i] * weight[i] : 0;
        }
    }
}
