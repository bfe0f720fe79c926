namespace SurvivalKit;

/// <summary>Score and information event time by event time; the sums of a risk set are recomputed after a subtraction that loses much
/// precision. Slower than <see cref="RiskSetMoments"/>, and accurate where risks of very different sizes enter and leave.</summary>
/// <remarks>S0 = sum r, S1 = sum r x, S2 = sum r x x' run over the risk set. At a time with d tied events Breslow uses the full sums d
/// times; Efron (1977) subtracts k/d of the tied events' own sums in the k-th factor.</remarks>
internal sealed class SteppedLikelihood
{
    // A subtraction may lose at most four of sixteen digits.
    private const double SmallestRest = 1e-4;

    private readonly CoxData _data;
    private readonly Ties _ties;
    private readonly int _p;
    private readonly CoxRisks _risks;
    private readonly RiskSums _all;
    private readonly RiskSums _tied;
    private readonly double[] _mean;
    private readonly double[] _x;

    public SteppedLikelihood(CoxData data, CoxRisks risks, Ties ties)
    {
        _data = data;
        _ties = ties;
        _p = data.Columns;
        _risks = risks;
        _all = new RiskSums(_p);
        _tied = new RiskSums(_p);
        _mean = new double[_p];
        _x = new double[_p];
        Score = new double[_p];
        Information = new double[_p, _p];
    }

    /// <summary>The sum over all factors of weight times the logarithm of the denominator.</summary>
    public double LogDenominators { get; private set; }

    public double[] Score { get; }

    /// <summary>Lower triangle.</summary>
    public double[,] Information { get; }

    public void Set()
    {
        LogDenominators = 0;
        Array.Clear(Score);
        Array.Clear(Information);
        for (int s = 0; s + 1 < _data.StratumStarts.Length; s++)
        {
            AddStratum(s);
        }
    }

    private void AddStratum(int stratum)
    {
        _all.Clear();
        EventTimes events = _data.Events;
        double largest = 0;
        int row = _data.StratumStarts[stratum];
        int entry = row;
        for (int m = events.StratumStarts[stratum]; m < events.StratumStarts[stratum + 1]; m++)
        {
            for (; row < events.End[m]; row++)
            {
                _all.Add(_risks.Risk[row], Row(row));
            }

            largest = Math.Max(largest, _all.S0);
            for (; events.EntryEnd.Length > 0 && entry < events.EntryEnd[m]; entry++)
            {
                int late = _data.EntryOrder[entry];
                _all.Add(-_risks.Risk[late], Row(late));
            }

            // After a large risk is subtracted the small remainder is imprecise: recompute it.
            if (_all.S0 < largest * SmallestRest)
            {
                AddAtRisk(_data.StratumStarts[stratum], m);
                largest = _all.S0;
            }

            AddEvents(m);
        }
    }

    private void AddAtRisk(int from, int m)
    {
        _all.Clear();
        for (int i = from; i < _data.Events.End[m]; i++)
        {
            if (_data.Start[i] < _data.Events.Time[m])
            {
                _all.Add(_risks.Risk[i], Row(i));
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

            if (_ties == Ties.Efron && events > 1)
            {
                _tied.Add(_risks.Risk[i], x);
            }
        }

        if (_ties == Ties.Breslow || events == 1)
        {
            AddFactor(_data.Events.Weight[m], 0);
            return;
        }

        for (int k = 0; k < events; k++)
        {
            AddFactor(_data.Events.Weight[m] / events, (double)k / events);
        }
    }

    // One factor of the denominator: weight times log(S0), its mean and its variance, with a fraction of the tied events subtracted.
    private void AddFactor(double weight, double without)
    {
        double s0 = _all.S0 - (without * _tied.S0);
        LogDenominators += weight * Math.Log(s0);
        for (int j = 0, at = 0; j < _p; j++)
        {
            _mean[j] = (_all.S1[j] - (without * _tied.S1[j])) / s0;
            Score[j] -= weight * _mean[j];
            for (int k = 0; k <= j; k++, at++)
            {
                Information[j, k] += weight * (((_all.S2[at] - (without * _tied.S2[at])) / s0) - (_mean[j] * _mean[k]));
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
