namespace SurvivalKit;

/// <summary>Score and information event time by event time, from the moments of each risk set about its mean (<see cref="RiskMoments"/>);
/// these are recomputed after a subtraction that loses much precision. Slower than <see cref="RiskSetMoments"/>, and accurate where risks
/// of very different sizes come and go.</summary>
/// <remarks>At a time with d tied events Breslow uses the full risk set d times; Efron (1977) leaves k/d of the tied events out in the
/// k-th factor.</remarks>
internal sealed class SteppedLikelihood
{
    // A subtraction may lose at most four of sixteen digits.
    private const double SmallestRest = 1e-4;

    private readonly CoxData _data;
    private readonly Ties _ties;
    private readonly int _p;
    private readonly CoxRisks _risks;
    private readonly RiskMoments _others;
    private readonly RiskMoments _tied;
    private readonly RiskMoments _factor;
    private readonly double[] _x;
    private readonly double[] _most;

    public SteppedLikelihood(CoxData data, CoxRisks risks, Ties ties)
    {
        _data = data;
        _ties = ties;
        _p = data.Columns;
        _risks = risks;
        _others = new RiskMoments(_p);
        _tied = new RiskMoments(_p);
        _factor = new RiskMoments(_p);
        _x = new double[_p];
        _most = new double[_p];
        Score = new double[_p];
        Information = new double[_p, _p];
    }

    /// <summary>The log-likelihood: summed by time, where a large predictor cancels.</summary>
    public double Value { get; private set; }

    public double[] Score { get; }

    /// <summary>Lower triangle.</summary>
    public double[,] Information { get; }

    public void Set()
    {
        Value = 0;
        Array.Clear(Score);
        Array.Clear(Information);
        for (int s = 0; s + 1 < _data.StratumStarts.Length; s++)
        {
            AddStratum(s);
        }
    }

    private void AddStratum(int stratum)
    {
        _others.Clear();
        EventTimes events = _data.Events;
        int row = _data.StratumStarts[stratum];
        int entry = row;
        double most = double.NegativeInfinity;
        for (int m = events.StratumStarts[stratum]; m < events.StratumStarts[stratum + 1]; m++)
        {
            for (; row < events.End[m]; row++)
            {
                if (!IsEventOf(m, row))
                {
                    _others.Add(_risks.Predictor[row], _data.Weight[row], Row(row));
                }
            }

            most = Math.Max(most, _others.Level + Math.Log(_others.Risk));
            KeepMost();
            int before = entry;
            for (; events.EntryEnd.Length > 0 && entry < events.EntryEnd[m]; entry++)
            {
                int late = _data.EntryOrder[entry];
                _others.Remove(_risks.Predictor[late], _data.Weight[late], Row(late));
            }

            // What is left of large sums is imprecise: recompute it.
            if (entry > before && IsSmall(most))
            {
                AddAtRisk(_data.StratumStarts[stratum], m);
                Array.Clear(_most);
                most = _others.Level + Math.Log(_others.Risk);
            }

            AddEvents(m);
        }
    }

    private bool IsEventOf(int m, int row) => row >= _data.Events.First[m] && row < _data.Events.First[m] + _data.Events.Events[m];

    private void KeepMost()
    {
        for (int j = 0; j < _p; j++)
        {
            _most[j] = Math.Max(_most[j], Variance(_others, j));
        }
    }

    private bool IsSmall(double most)
    {
        bool isSmall = !(_others.Level + Math.Log(_others.Risk) > most + Math.Log(SmallestRest));
        for (int j = 0; j < _p; j++)
        {
            isSmall |= !(Variance(_others, j) >= _most[j] * SmallestRest);
        }

        return isSmall;
    }

    private static double Variance(RiskMoments moments, int column) =>
        moments.Risk > 0 ? moments.Squares[RiskSums.PlaceOf(column, column)] / moments.Risk : 0;

    private void AddAtRisk(int from, int m)
    {
        _others.Clear();
        for (int i = from; i < _data.Events.End[m]; i++)
        {
            if (_data.Start[i] < _data.Events.Time[m] && !IsEventOf(m, i))
            {
                _others.Add(_risks.Predictor[i], _data.Weight[i], Row(i));
            }
        }
    }

    private void AddEvents(int m)
    {
        _tied.Clear();
        int first = _data.Events.First[m];
        int events = _data.Events.Events[m];
        for (int i = first; i < first + events; i++)
        {
            ReadOnlySpan<double> x = Row(i);
            for (int j = 0; j < _p; j++)
            {
                Score[j] += _data.Weight[i] * x[j];
            }

            _tied.Add(_risks.Predictor[i], _data.Weight[i], x);
        }

        double level = Math.Max(_others.Level, _tied.Level);
        for (int i = first; i < first + events; i++)
        {
            Value += _data.Weight[i] * (_risks.Predictor[i] - level);
        }

        bool isSplit = _ties == Ties.Efron && events > 1;
        for (int k = 0; k < (isSplit ? events : 1); k++)
        {
            _factor.SetTo(_others, _tied, isSplit ? 1 - ((double)k / events) : 1);
            AddFactor(_data.Events.Weight[m] / (isSplit ? events : 1), level);
        }

        for (int i = first; i < first + events; i++)
        {
            _others.Add(_risks.Predictor[i], _data.Weight[i], Row(i));
        }
    }

    // One factor of the denominator: weight times log(S0), relative to a level, its mean and its variance.
    private void AddFactor(double weight, double level)
    {
        Value -= weight * (_factor.Level - level + Math.Log(_factor.Risk));
        for (int j = 0, at = 0; j < _p; j++)
        {
            Score[j] -= weight * _factor.Mean[j];
            for (int k = 0; k <= j; k++, at++)
            {
                Information[j, k] += weight * _factor.Squares[at] / _factor.Risk;
            }
        }
    }

    private ReadOnlySpan<double> Row(int i)
    {
        for (int j = 0; j < _p; j++)
        {
            _x[j] = _data.X[j][i];
        }

        return _x;
    }
}
