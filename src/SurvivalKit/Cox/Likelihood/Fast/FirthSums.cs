namespace SurvivalKit;

/// <summary>The derivative of the information of a Cox model by each coefficient: third central moments of the covariates over the risk
/// sets, contracted with a matrix, as needed by Firth's (1993) penalty (Heinze and Schemper 2001).</summary>
/// <remarks>With q = x' A x and m, V the mean and covariance of x over a risk set, the sum over a, b of A_ab times the third central moment
/// of x_a, x_b, x_r is E[q x_r] - E[q] m_r - 2 (A m)' V_r. Running sums of r, r x, r x x', r q and r q x give it
/// at each event time.</remarks>
internal sealed class FirthSums(CoxData data, CoxRisks risks, Ties ties)
{
    private readonly int _p = data.Columns;
    private readonly RiskSums _all = new(data.Columns);
    private readonly RiskSums _tied = new(data.Columns);
    private readonly RiskSums _allSquares = new(data.Columns);
    private readonly RiskSums _tiedSquares = new(data.Columns);
    private readonly double[] _x = new double[data.Columns];
    private readonly double[] _mean = new double[data.Columns];
    private readonly double[] _trace = new double[data.Columns];

    /// <summary>For each coefficient the trace of a matrix times the derivative of the information.</summary>
    /// <param name="matrix">The matrix, symmetric.</param>
    public double[] TraceOfChange(double[,] matrix)
    {
        Array.Clear(_trace);
        EventTimes events = data.Events;
        for (int s = 0; s + 1 < data.StratumStarts.Length; s++)
        {
            _all.Clear();
            _allSquares.Clear();
            int row = data.StratumStarts[s];
            int entry = row;
            for (int m = events.StratumStarts[s]; m < events.StratumStarts[s + 1]; m++)
            {
                for (; row < events.End[m]; row++)
                {
                    Add(_all, _allSquares, row, risks.Risk[row], matrix);
                }

                for (; events.EntryEnd.Length > 0 && entry < events.EntryEnd[m]; entry++)
                {
                    Add(_all, _allSquares, data.EntryOrder[entry], -risks.EntryRisk[entry], matrix);
                }

                AddTime(m, matrix);
            }
        }

        return (double[])_trace.Clone();
    }

    private void Add(RiskSums sums, RiskSums squares, int row, double risk, double[,] matrix)
    {
        double square = 0;
        for (int j = 0; j < _p; j++)
        {
            _x[j] = data.X[j][row];
            for (int k = 0; k < j; k++)
            {
                square += 2 * matrix[j, k] * _x[j] * _x[k];
            }

            square += matrix[j, j] * _x[j] * _x[j];
        }

        sums.Add(risk, _x);
        squares.Add(risk * square, _x);
    }

    private void AddTime(int m, double[,] matrix)
    {
        int first = data.Events.First[m];
        int events = data.Events.Events[m];
        if (ties == Ties.Breslow || events == 1)
        {
            AddFactor(data.Events.Weight[m], 0, matrix);
            return;
        }

        _tied.Clear();
        _tiedSquares.Clear();
        for (int i = first; i < first + events; i++)
        {
            Add(_tied, _tiedSquares, i, risks.Risk[i], matrix);
        }

        for (int k = 0; k < events; k++)
        {
            AddFactor(data.Events.Weight[m] / events, (double)k / events, matrix);
        }
    }

    private void AddFactor(double weight, double without, double[,] matrix)
    {
        double s0 = _all.S0 - (without * _tied.S0);
        double square = (_allSquares.S0 - (without * _tiedSquares.S0)) / s0;
        for (int j = 0; j < _p; j++)
        {
            _mean[j] = (_all.S1[j] - (without * _tied.S1[j])) / s0;
        }

        for (int j = 0; j < _p; j++)
        {
            double change = ((_allSquares.S1[j] - (without * _tiedSquares.S1[j])) / s0) - (square * _mean[j]);
            for (int k = 0; k < _p; k++)
            {
                int at = RiskSums.PlaceOf(j, k);
                double covariance = ((_all.S2[at] - (without * _tied.S2[at])) / s0) - (_mean[j] * _mean[k]);
                double product = 0;
                for (int l = 0; l < _p; l++)
                {
                    product += matrix[k, l] * _mean[l];
                }

                change -= 2 * product * covariance;
            }

            _trace[j] += weight * change;
        }
    }
}
