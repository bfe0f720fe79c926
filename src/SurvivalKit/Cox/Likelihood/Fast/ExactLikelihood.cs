namespace SurvivalKit;

/// <summary>The discrete-time (conditional logistic) likelihood of a Cox model: the probability that the tied events are those observed,
/// among all subsets of their size of the risk set (Cox 1972; R's <c>ties = "exact"</c>). Computes <see cref="PartialLikelihood"/>'s
/// definition without enumerating the subsets.</summary>
internal sealed class ExactLikelihood : ICoxObjective
{
    private readonly CoxData _data;
    private readonly SubsetMoments _subsets;
    private readonly double[] _beta;

    /// <param name="data">The rows; no weights but 0 and 1.</param>
    public ExactLikelihood(CoxData data)
    {
        _data = data;
        _subsets = new SubsetMoments(data.Events.Count == 0 ? 0 : data.Events.Events.Max(), data.Columns);
        _beta = new double[data.Columns];
        LinearPredictor = new double[data.Rows];
        Score = new double[data.Columns];
        Information = new double[data.Columns, data.Columns];
    }

    public double Value { get; private set; }

    public double[] Score { get; }

    public double[,] Information { get; }

    public double[] LinearPredictor { get; }

    /// <inheritdoc/>
    public void BeAccurate()
    {
        // The moments of subsets are those about their mean in any case.
    }

    public void Evaluate(ReadOnlySpan<double> coefficients)
    {
        coefficients.CopyTo(_beta);
        Value = 0;
        Array.Clear(Score);
        Array.Clear(Information);
        for (int s = 0; s + 1 < _data.StratumStarts.Length; s++)
        {
            SetPredictors(_data.StratumStarts[s], _data.StratumStarts[s + 1]);
            AddStratum(s);
        }
    }

    // The stratum's mean is subtracted, so that products of risks stay in range.
    private void SetPredictors(int from, int to)
    {
        double sum = 0;
        int counted = 0;
        for (int i = from; i < to; i++)
        {
            double predictor = _data.Offset.Length == 0 ? 0 : _data.Offset[i];
            for (int j = 0; j < _beta.Length; j++)
            {
                predictor += _beta[j] * _data.X[j][i];
            }

            LinearPredictor[i] = predictor;
            sum += _data.Weight[i] > 0 ? predictor : 0;
            counted += _data.Weight[i] > 0 ? 1 : 0;
        }

        double mean = sum / Math.Max(1, counted);
        for (int i = from; i < to; i++)
        {
            LinearPredictor[i] -= mean;
        }
    }

    private void AddStratum(int stratum)
    {
        EventTimes events = _data.Events;
        int row = _data.StratumStarts[stratum];
        _subsets.Clear();
        for (int m = events.StratumStarts[stratum]; m < events.StratumStarts[stratum + 1]; m++)
        {
            if (_data.Start.Length > 0)
            {
                // With left truncation rows also leave the risk set; the recursion can only add rows, so it starts again.
                _subsets.Clear();
                row = _data.StratumStarts[stratum];
            }

            for (; row < events.End[m]; row++)
            {
                if (_data.Weight[row] > 0 && (_data.Start.Length == 0 || _data.Start[row] < events.Time[m]))
                {
                    _subsets.Add(Math.Exp(LinearPredictor[row]), _data.X, row);
                }
            }

            AddTime(m);
        }
    }

    private void AddTime(int m)
    {
        int first = _data.Events.First[m];
        int events = _data.Events.Events[m];
        Value -= _subsets.LogSum(events);
        for (int i = first; i < first + events; i++)
        {
            Value += LinearPredictor[i];
        }

        for (int j = 0; j < Score.Length; j++)
        {
            Score[j] -= _subsets.Mean(events, j);
            for (int i = first; i < first + events; i++)
            {
                Score[j] += _data.X[j][i];
            }

            for (int k = 0; k <= j; k++)
            {
                Information[j, k] += _subsets.Covariance(events, j, k);
            }
        }
    }
}
