namespace SurvivalKit;

/// <summary>The partial log-likelihood of a Cox model with its first and second derivatives, on the centred and scaled covariates.</summary>
/// <remarks>
/// One descending pass with running sums over the risk set: S0 = sum w e^eta, S1 = sum w e^eta x, S2 = sum w e^eta x x'.
/// At a time with d tied events Breslow takes the sums d times as they are; Efron (1977) takes from them, the k-th time, k/d of the
/// tied events' own share. With case weights, each of the d factors counts the tied events' mean weight (Therneau and Grambsch 2000, section 3.3).
/// </remarks>
internal sealed class CoxLikelihood
{
    // Four digits of sixteen may be lost to a subtraction; more are not.
    private const double SmallestRest = 1e-4;

    private readonly CoxData _data;
    private readonly Ties _ties;
    private readonly int _p;
    private readonly double[] _risk;
    private readonly double[] _eta;
    private readonly RiskSums _all;
    private readonly RiskSums _tied;
    private readonly double[] _mean;

    public CoxLikelihood(CoxData data, Ties ties)
    {
        _data = data;
        _ties = ties;
        _p = data.Columns;
        _risk = new double[data.Rows];
        _eta = new double[data.Rows];
        _all = new RiskSums(_p);
        _tied = new RiskSums(_p);
        _mean = new double[_p];
        Score = new double[_p];
        Information = new double[_p, _p];
    }

    /// <summary>The log-likelihood at the coefficients last evaluated.</summary>
    public double Value { get; private set; }

    /// <summary>Its gradient.</summary>
    public double[] Score { get; }

    /// <summary>Its negative second derivative; lower triangle.</summary>
    public double[,] Information { get; }

    /// <summary>The linear predictor of each sorted row, offset included.</summary>
    public ReadOnlySpan<double> LinearPredictor => _eta;

    public void Evaluate(ReadOnlySpan<double> coefficients)
    {
        Value = 0;
        Array.Clear(Score);
        Array.Clear(Information);
        SetRisks(coefficients);
        for (int s = 0; s + 1 < _data.StratumStarts.Length; s++)
        {
            AddStratum(_data.StratumStarts[s], _data.StratumStarts[s + 1]);
        }
    }

    private void SetRisks(ReadOnlySpan<double> coefficients)
    {
        for (int s = 0; s + 1 < _data.StratumStarts.Length; s++)
        {
            SetRisks(coefficients, _data.StratumStarts[s], _data.StratumStarts[s + 1]);
        }
    }

    private void SetRisks(ReadOnlySpan<double> coefficients, int from, int to)
    {
        double largest = double.NegativeInfinity;
        for (int i = from; i < to; i++)
        {
            double eta = _data.Offset[i];
            ReadOnlySpan<double> x = Row(i);
            for (int j = 0; j < coefficients.Length; j++)
            {
                eta += coefficients[j] * x[j];
            }

            _eta[i] = eta;
            if (_data.Weight[i] > 0)
            {
                largest = Math.Max(largest, eta);
            }
        }

        // The likelihood does not change when all predictors of a stratum shift; after this shift no risk overflows.
        double shift = double.IsFinite(largest) ? largest : 0;
        for (int i = from; i < to; i++)
        {
            _eta[i] -= shift;
            _risk[i] = _data.Weight[i] > 0 ? _data.Weight[i] * Math.Exp(_eta[i]) : 0;
        }
    }

    private void AddStratum(int from, int to)
    {
        _all.Clear();
        double largest = 0;
        int entry = from;
        for (int i = from; i < to;)
        {
            double time = _data.Time[i];
            int next = i;
            int events = 0;
            for (; next < to && _data.Time[next] == time; next++)
            {
                _all.Add(_risk[next], Row(next));
                events += _data.IsEvent[next] ? 1 : 0;
            }

            largest = Math.Max(largest, _all.S0);
            if (events > 0)
            {
                // Those who enter at or after this time are not yet at risk.
                for (; _data.Start.Length > 0 && entry < to && _data.Start[_data.EntryOrder[entry]] >= time; entry++)
                {
                    int late = _data.EntryOrder[entry];
                    _all.Add(-_risk[late], Row(late));
                }

                // What is left after a large risk was taken away has lost as many digits as it is smaller: add it up afresh.
                if (_all.S0 < largest * SmallestRest)
                {
                    AddAtRisk(from, next, time);
                    largest = _all.S0;
                }

                AddEvents(i, next, events);
            }

            i = next;
        }
    }

    private void AddAtRisk(int from, int to, double time)
    {
        _all.Clear();
        for (int i = from; i < to; i++)
        {
            if (_data.Start[i] < time)
            {
                _all.Add(_risk[i], Row(i));
            }
        }
    }

    private void AddEvents(int from, int to, int events)
    {
        _tied.Clear();
        double weight = 0;
        for (int i = from; i < to; i++)
        {
            if (!_data.IsEvent[i])
            {
                continue;
            }

            ReadOnlySpan<double> x = Row(i);
            weight += _data.Weight[i];
            Value += _data.Weight[i] * _eta[i];
            for (int j = 0; j < _p; j++)
            {
                Score[j] += _data.Weight[i] * x[j];
            }

            if (_ties == Ties.Efron && events > 1)
            {
                _tied.Add(_risk[i], x);
            }
        }

        if (_ties == Ties.Breslow || events == 1)
        {
            AddFactor(weight, 0);
            return;
        }

        for (int k = 0; k < events; k++)
        {
            AddFactor(weight / events, (double)k / events);
        }
    }

    // One factor of the denominator: weight times log(S0), its mean and its variance, with a fraction of the tied events taken away.
    private void AddFactor(double weight, double without)
    {
        double s0 = _all.S0 - (without * _tied.S0);
        Value -= weight * Math.Log(s0);
        double[] s1 = _all.S1;
        double[] tied1 = _tied.S1;
        double[] s2 = _all.S2;
        double[] tied2 = _tied.S2;
        for (int j = 0, at = 0; j < _p; j++)
        {
            _mean[j] = (s1[j] - (without * tied1[j])) / s0;
            Score[j] -= weight * _mean[j];
            for (int k = 0; k <= j; k++, at++)
            {
                Information[j, k] += weight * (((s2[at] - (without * tied2[at])) / s0) - (_mean[j] * _mean[k]));
            }
        }
    }

    private ReadOnlySpan<double> Row(int i) => _data.X.AsSpan(i * _p, _p);
}
