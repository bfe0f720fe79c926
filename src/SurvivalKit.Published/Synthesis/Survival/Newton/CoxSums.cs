namespace SurvivalKit.Published;

/// <summary>The score, the information and the log of a partial likelihood at given coefficients.</summary>
internal sealed class CoxSums
{
    private readonly CoxRows _rows;
    private readonly bool _isEfron;
    private readonly int _p;
    private readonly double[] _first;
    private readonly double[] _second;
    private readonly double[] _tiedFirst;
    private readonly double[] _tiedSecond;
    private double _zeroth;
    private double _tied;

    public CoxSums(CoxRows rows, bool isEfron)
    {
        (_rows, _isEfron, _p) = (rows, isEfron, rows.Columns);
        Score = new double[_p];
        Information = new double[_p, _p];
        _first = new double[_p];
        _second = new double[_p * _p];
        _tiedFirst = new double[_p];
        _tiedSecond = new double[_p * _p];
    }

    /// <summary>The slope of the log-likelihood.</summary>
    public double[] Score { get; }

    /// <summary>The negative curvature; the lower triangle.</summary>
    public double[,] Information { get; }

    /// <summary>The log-likelihood, where it was asked for.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>Sums over the rows.</summary>
    public void Evaluate(double[] beta, bool withLikelihood = false)
    {
        if (_p == 1 && !withLikelihood)
        {
            EvaluateOne(beta[0]);
            return;
        }

        Array.Clear(Score);
        Array.Clear(Information);
        Array.Clear(_first);
        Array.Clear(_second);
        _zeroth = 0;
        LogLikelihood = 0;
        int row = 0;
        for (int g = 0; g < _rows.Groups; g++)
        {
            int events = 0;
            _tied = 0;
            for (; row < _rows.Ends[g]; row++)
            {
                events += Add(beta, row, isFirstEvent: events == 0) ? 1 : 0;
            }

            for (int k = 0; k < events; k++)
            {
                double share = _isEfron ? k / (double)events : 0;
                int times = _isEfron ? 1 : events;
                Take(share, times, withLikelihood);
                k += times - 1;
            }
        }
    }

    // The same for one covariate. Of an indicator the weight is computed once a value.
    private void EvaluateOne(double beta)
    {
        double s0 = 0, s1 = 0, s2 = 0, score = 0, information = 0;
        double lastX = double.NaN;
        double otherX = double.NaN;
        double lastWeight = 0;
        double otherWeight = 0;
        int row = 0;
        double[] values = _rows.Values;
        bool[] happened = _rows.Events;
        for (int g = 0; g < _rows.Groups; g++)
        {
            int events = 0;
            double t0 = 0, t1 = 0, t2 = 0;
            for (int end = _rows.Ends[g]; row < end; row++)
            {
                double x = values[row];
                if (x != lastX)
                {
                    (lastX, otherX, lastWeight, otherWeight) = (otherX, lastX, otherWeight, lastWeight);
                    if (x != lastX)
                    {
                        (lastX, lastWeight) = (x, Math.Exp(beta * x));
                    }
                }

                double first = lastWeight * x;
                s0 += lastWeight;
                s1 += first;
                s2 += first * x;
                if (happened[row])
                {
                    events++;
                    score += x;
                    t0 += lastWeight;
                    t1 += first;
                    t2 += first * x;
                }
            }

            for (int k = 0; k < events; k++)
            {
                double share = _isEfron ? k / (double)events : 0;
                double inverse = 1 / (s0 - (share * t0));
                double mean = (s1 - (share * t1)) * inverse;
                score -= mean;
                information += ((s2 - (share * t2)) * inverse) - (mean * mean);
            }
        }

        Score[0] = score;
        Information[0, 0] = information;
    }

    // Adds a row to the risk set, and to the tied events of its time if it is one.
    private bool Add(double[] beta, int row, bool isFirstEvent)
    {
        ReadOnlySpan<double> x = _rows.Values.AsSpan(row * _p, _p);
        double predictor = 0;
        for (int c = 0; c < _p; c++)
        {
            predictor += beta[c] * x[c];
        }

        double weight = Math.Exp(predictor);
        _zeroth += weight;
        for (int c = 0; c < _p; c++)
        {
            double weighted = weight * x[c];
            _first[c] += weighted;
            for (int d = 0; d <= c; d++)
            {
                _second[(c * _p) + d] += weighted * x[d];
            }
        }

        if (!_rows.Events[row])
        {
            return false;
        }

        LogLikelihood += predictor;
        for (int c = 0; c < _p; c++)
        {
            Score[c] += x[c];
        }

        if (_isEfron)
        {
            AddTied(weight, x, isFirstEvent);
        }

        return true;
    }

    private void AddTied(double weight, ReadOnlySpan<double> x, bool isFirst)
    {
        if (isFirst)
        {
            Array.Clear(_tiedFirst);
            Array.Clear(_tiedSecond);
        }

        _tied += weight;
        for (int c = 0; c < _p; c++)
        {
            double weighted = weight * x[c];
            _tiedFirst[c] += weighted;
            for (int d = 0; d <= c; d++)
            {
                _tiedSecond[(c * _p) + d] += weighted * x[d];
            }
        }
    }

    // One event, or several by Breslow's method, from the risk set less a share of the tied events.
    private void Take(double share, int times, bool withLikelihood)
    {
        double sum = _zeroth - (share * _tied);
        double inverse = 1 / sum;
        for (int c = 0; c < _p; c++)
        {
            double mean = (_first[c] - (share * (share == 0 ? 0 : _tiedFirst[c]))) * inverse;
            Score[c] -= times * mean;
            for (int d = 0; d <= c; d++)
            {
                double other = (_first[d] - (share * (share == 0 ? 0 : _tiedFirst[d]))) * inverse;
                double square = (_second[(c * _p) + d] - (share * (share == 0 ? 0 : _tiedSecond[(c * _p) + d]))) * inverse;
                Information[c, d] += times * (square - (mean * other));
            }
        }

        LogLikelihood -= withLikelihood ? times * Math.Log(sum) : 0;
    }
}
