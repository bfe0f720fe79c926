namespace SurvivalKit.Published;

/// <summary>What single patients contribute to the score and the information of a fitted model, so that the estimates after a change of one
/// or two patients are foretold without a fit.</summary>
/// <remarks>
/// The contribution of a patient with covariates x, time t and event d is d(x - m(t)) - exp(bx)(xA(t) - B(t)) to the score, and
/// dV(t) + exp(bx)(xx'A(t) - xB(t)' - B(t)x' + C(t)) to the information; m and V are the weighted mean and variance of x among those at
/// risk, A, B and C the sums over the event times up to t of 1/S, m/S and (mm' - V)/S, S being the sum of weights at risk (the
/// infinitesimal
/// jackknife: Cain and Lange 1984). Tied events count as by Breslow's method.
/// </remarks>
internal sealed class CoxInfluence
{
    private readonly CoxRows _rows;
    private readonly int _p;
    private readonly int _width;
    private readonly int[] _times;
    private readonly double[] _at;
    private readonly double[] _sums;
    private readonly double[] _beta;
    private readonly double[] _risk;
    private int _count;

    public CoxInfluence(CoxRows rows, int patients)
    {
        (_rows, _p) = (rows, rows.Columns);

        // 1, x and xx' of a time in a row.
        _width = 1 + _p + (_p * _p);
        _times = new int[patients];
        _at = new double[(patients + 1) * _width];
        _sums = new double[(patients + 1) * _width];
        _beta = new double[_p];
        _risk = new double[_width];
        Score = new double[_p];
        Information = new double[_p, _p];
    }

    /// <summary>The foretold change of the score.</summary>
    public double[] Score { get; }

    /// <summary>The foretold change of the information; the lower triangle.</summary>
    public double[,] Information { get; }

    /// <summary>Learns the sums from rows just gathered and the estimates.</summary>
    public void Learn(double[] beta)
    {
        beta.CopyTo(_beta, 0);
        Array.Clear(_risk);
        _count = 0;
        int row = 0;
        for (int g = 0; g < _rows.Groups; g++)
        {
            int events = 0;
            for (; row < _rows.Ends[g]; row++)
            {
                events += _rows.Events[row] ? 1 : 0;
                AddToRisk(_rows.Values.AsSpan(row * _p, _p));
            }

            if (events > 0)
            {
                Keep(_rows.Times[g], events);
            }
        }

        Accumulate();
    }

    /// <summary>Forgets the changes of before.</summary>
    public void Begin()
    {
        Array.Clear(Score);
        Array.Clear(Information);
    }

    /// <summary>Adds what a patient contributes, or takes it away.</summary>
    /// <param name="x">The covariates in standard deviations; a missing one contributes nothing.</param>
    /// <param name="time">The time.</param>
    /// <param name="happened">Whether it is an event.</param>
    /// <param name="sign">1, or -1 to take away.</param>
    public void Add(ReadOnlySpan<double> x, int time, bool happened, int sign)
    {
        double predictor = 0;
        for (int c = 0; c < _p; c++)
        {
            predictor += _beta[c] * x[c];
        }

        if (double.IsNaN(predictor) || _count == 0)
        {
            return;
        }

        // Times decrease: those from here on are no later.
        int from = First(time);
        double weight = sign * Math.Exp(predictor);
        ReadOnlySpan<double> sums = _sums.AsSpan(from * _width, _width);

        // Those at risk at a time without events are about those at risk at the next event.
        ReadOnlySpan<double> at = _at.AsSpan((from < _count && _times[from] == time ? from : Math.Max(0, from - 1)) * _width, _width);
        double one = happened ? sign : 0;
        for (int c = 0; c < _p; c++)
        {
            Score[c] += (one * (x[c] - at[1 + c])) - (weight * ((x[c] * sums[0]) - sums[1 + c]));
            for (int d = 0; d <= c; d++)
            {
                int cd = 1 + _p + (c * _p) + d;
                Information[c, d] += (one * at[cd])
                    + (weight * ((x[c] * x[d] * sums[0]) - (x[c] * sums[1 + d]) - (x[d] * sums[1 + c]) + sums[cd]));
            }
        }
    }

    private void AddToRisk(ReadOnlySpan<double> x)
    {
        double predictor = 0;
        for (int c = 0; c < _p; c++)
        {
            predictor += _beta[c] * x[c];
        }

        double weight = Math.Exp(predictor);
        _risk[0] += weight;
        for (int c = 0; c < _p; c++)
        {
            _risk[1 + c] += weight * x[c];
            for (int d = 0; d <= c; d++)
            {
                _risk[1 + _p + (c * _p) + d] += weight * x[c] * x[d];
            }
        }
    }

    // The means and variances at an event time, and its own part of the sums.
    private void Keep(int time, int events)
    {
        Span<double> at = _at.AsSpan(_count * _width, _width);
        Span<double> sums = _sums.AsSpan(_count * _width, _width);
        double each = events / _risk[0];
        sums[0] = each;
        for (int c = 0; c < _p; c++)
        {
            at[1 + c] = _risk[1 + c] / _risk[0];
            sums[1 + c] = each * at[1 + c];
            for (int d = 0; d <= c; d++)
            {
                int cd = 1 + _p + (c * _p) + d;
                double product = at[1 + c] * at[1 + d];
                at[cd] = (_risk[cd] / _risk[0]) - product;
                sums[cd] = each * (product - at[cd]);
            }
        }

        _times[_count++] = time;
    }

    // From the last time to the first, so that the sums of a place are those of its own time and all earlier ones.
    private void Accumulate()
    {
        _sums.AsSpan(_count * _width, _width).Clear();
        for (int k = _count - 1; k >= 0; k--)
        {
            for (int part = 0; part < _width; part++)
            {
                _sums[(k * _width) + part] += _sums[((k + 1) * _width) + part];
            }
        }
    }

    private int First(int time)
    {
        int low = 0;
        int high = _count;
        while (low < high)
        {
            int middle = (low + high) >> 1;
            if (_times[middle] <= time)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
