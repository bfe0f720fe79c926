using System.Numerics.Tensors;

namespace SurvivalKit;

/// <summary>The linear predictor of each sorted row and its risk, weight times e to the linear predictor.</summary>
internal sealed class CoxRisks
{
    // Beyond this the sums of squares of risks would overflow; the predictors are then counted from the largest of their stratum.
    private const double LargestPredictor = 150;

    private readonly CoxData _data;

    public CoxRisks(CoxData data)
    {
        _data = data;
        Predictor = new double[data.Rows];
        Risk = new double[data.Rows];
        EntryRisk = new double[data.EntryOrder.Length];
        ColumnSums = new double[RowBlocks.Parts(data.Rows) * data.Columns];
    }

    /// <summary>The linear predictor of each sorted row, less what is common to its stratum.</summary>
    public double[] Predictor { get; }

    /// <summary>Weight times e^predictor.</summary>
    public double[] Risk { get; }

    /// <summary>The same in the order of <see cref="CoxData.EntryOrder"/>.</summary>
    public double[] EntryRisk { get; }

    /// <summary>For each part of the rows (<see cref="RowBlocks"/>), the sums of risk times covariate over its rows in the stratum in which it ends.</summary>
    public double[] ColumnSums { get; }

    public void Set(ReadOnlySpan<double> coefficients)
    {
        double[] beta = coefficients.ToArray();
        int parts = RowBlocks.Parts(_data.Rows);
        var largest = new double[parts];

        // A block of covariates is read once: its predictors and its risks are made, and summed, while it is at hand.
        RowBlocks.ForEach(parts, _data.Rows, part => largest[part] = SetPart(part, beta));

        // Written so that a predictor that is not a number ends here too.
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
        for (int i = from; i < to; i += RowBlocks.Block)
        {
            int end = Math.Min(i + RowBlocks.Block, to);
            if (beta is not null)
            {
                SetPredictors(i, end - i, beta);
                largest = Math.Max(largest, Math.Abs(TensorPrimitives.MaxMagnitude<double>(Predictor.AsSpan(i, end - i))));
            }

            SetRisks(i, end);
            int first = Math.Max(i, summedFrom);
            for (int j = 0; j < sums.Length && first < end; j++)
            {
                sums[j] += TensorPrimitives.Dot<double>(Risk.AsSpan(first, end - first), _data.X[j].AsSpan(first, end - first));
            }
        }

        return largest;
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

        for (int j = 0; j < beta.Length; j++)
        {
            if (beta[j] != 0)
            {
                TensorPrimitives.MultiplyAdd(_data.X[j].AsSpan(from, length), beta[j], predictor, predictor);
            }
        }
    }

    // The likelihood does not change when all predictors of a stratum shift; after this shift no risk overflows.
    private void CountFromLargest()
    {
        for (int s = 0; s + 1 < _data.StratumStarts.Length; s++)
        {
            double largest = double.NegativeInfinity;
            for (int i = _data.StratumStarts[s]; i < _data.StratumStarts[s + 1]; i++)
            {
                largest = _data.Weight[i] > 0 ? Math.Max(largest, Predictor[i]) : largest;
            }

            double shift = double.IsFinite(largest) ? largest : 0;
            for (int i = _data.StratumStarts[s]; i < _data.StratumStarts[s + 1]; i++)
            {
                Predictor[i] -= shift;
            }
        }
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
        TensorPrimitives.Exp(Predictor.AsSpan(from, to - from), risk);
        for (int i = 0; i < risk.Length; i++)
        {
            // Of weight 0 is also a row that is never at risk: its predictor may be anything.
            risk[i] = weight[i] > 0 ? risk[i] * weight[i] : 0;
        }
    }
}
