namespace SurvivalKit.Published;

/// <summary>The Cox model of a search, fitted anew after every change: Newton's method from the last estimate, over patients who are
/// already
/// in order. The estimates are those of <see cref="CoxModel"/>, which computes the figures of the cohort in the end.</summary>
internal sealed class CoxNewton
{
    private const int MostIterations = 40;
    private const double ShortStep = 3e-5;

    // In standard deviations of a column: a longer step is none of Newton's near the maximum, and a coefficient beyond is infinite.
    private const double LongestStep = 1;
    private const double Largest = 15;
    private const double LeastPivot = 1e-10;

    private readonly CoxRows _rows;
    private readonly CoxSums _sums;
    private readonly double[] _beta;
    private readonly double[] _step;
    private readonly double[,] _factor;
    private readonly double[] _variances;
    private readonly double[] _keptBeta;
    private readonly double[,] _keptInformation;
    private readonly double[] _column;
    private bool _hasKept;

    public CoxNewton(double[][] columns, Ties ties)
    {
        if (ties == Ties.Exact)
        {
            throw new SurvivalDataException("A search was asked for with exact ties; efron or breslow was expected.");
        }

        _rows = new CoxRows(columns);
        _sums = new CoxSums(_rows, ties == Ties.Efron);
        _beta = new double[columns.Length];
        _step = new double[columns.Length];
        _factor = new double[columns.Length, columns.Length];
        _variances = new double[columns.Length];
        _column = new double[columns.Length];
        _keptBeta = new double[columns.Length];
        _keptInformation = new double[columns.Length, columns.Length];
        Influence = new CoxInfluence(_rows, columns[0].Length);
    }

    /// <summary>What a change of patients contributes, for <see cref="Foretell"/>.</summary>
    public CoxInfluence Influence { get; }

    /// <summary>A value of a column, centred and in standard deviations, as <see cref="Influence"/> takes it.</summary>
    public double Standard(int column, double value) => _rows.Standard(column, value);

    /// <summary>The number of coefficients.</summary>
    public int Columns => _beta.Length;

    /// <summary>Fits the model to the patients whose covariates are all known.</summary>
    /// <returns>Whether there is an estimate.</returns>
    public bool Fit(EndpointDraft endpoint)
    {
        _rows.Gather(endpoint);
        if (Maximize(without: -1) && Invert())
        {
            return true;
        }

        Array.Clear(_beta);
        return false;
    }

    /// <summary>Keeps the fit just made as the one of which changes are foretold.</summary>
    public void Keep()
    {
        _beta.CopyTo(_keptBeta, 0);
        Array.Copy(_sums.Information, _keptInformation, _keptInformation.Length);
        Influence.Learn(_beta);
        _hasKept = true;
    }

    /// <summary>The estimates of the fit that was kept, after the change in <see cref="Influence"/>, by one step of Newton's.</summary>
    /// <returns>Whether there are any.</returns>
    public bool Foretell()
    {
        for (int c = 0; c < _beta.Length; c++)
        {
            for (int d = 0; d <= c; d++)
            {
                Influence.Information[c, d] += _keptInformation[c, d];
            }
        }

        if (!_hasKept || !Solve(Influence.Information, Influence.Score, without: -1) || !Invert())
        {
            return false;
        }

        for (int c = 0; c < _beta.Length; c++)
        {
            _beta[c] = _keptBeta[c] + _step[c];
        }

        return true;
    }

    /// <summary>The estimate of a coefficient, after <see cref="Fit"/>.</summary>
    public RatioEstimate Ratio(int term) =>
        new(_beta[term] / _rows.ScaleOf(term), Math.Sqrt(_variances[term]) / _rows.ScaleOf(term));

    /// <summary>The score statistic that all coefficients are 0, after <see cref="Fit"/>.</summary>
    public double ScoreStatistic()
    {
        _sums.Evaluate(new double[_beta.Length]);
        double[] score = [.. _sums.Score];
        double statistic = Solve(_sums.Information, score, -1) ? _step.Select((step, c) => step * score[c]).Sum() : double.NaN;
        _sums.Evaluate(_beta);
        return statistic;
    }

    /// <summary>Twice the log-likelihood that a term adds, after <see cref="Fit"/>; <see langword="null"/>: the model without it has no
    /// estimate.</summary>
    public double? LikelihoodRatio(int term)
    {
        double[] estimates = [.. _beta];
        double with = LogLikelihood();
        _beta[term] = 0;
        bool isFound = Maximize(term);
        double without = LogLikelihood();
        estimates.CopyTo(_beta, 0);
        _sums.Evaluate(_beta);
        return isFound ? Math.Max(0, 2 * (with - without)) : null;
    }

    private double LogLikelihood()
    {
        _sums.Evaluate(_beta, withLikelihood: true);
        return _sums.LogLikelihood;
    }

    private bool Maximize(int without)
    {
        for (int iteration = 0; iteration < MostIterations; iteration++)
        {
            _sums.Evaluate(_beta);
            if (!Solve(_sums.Information, _sums.Score, without))
            {
                return false;
            }

            double longest = 0;
            foreach (double step in _step)
            {
                longest = Math.Max(longest, Math.Abs(step));
            }

            double factor = longest > LongestStep ? LongestStep / longest : 1;
            double greatest = 0;
            for (int c = 0; c < _beta.Length; c++)
            {
                _beta[c] += factor * _step[c];
                greatest = Math.Max(greatest, Math.Abs(_beta[c]));
            }

            if (!(greatest < Largest))
            {
                return false;
            }

            // The next step would be of the square of this one.
            if (longest < ShortStep)
            {
                return true;
            }
        }

        return false;
    }

    // The information is factored as L D L'; the step solves it for the score. A column that is left out has no step.
    private bool Solve(double[,] information, double[] score, int without)
    {
        for (int c = 0; c < _beta.Length; c++)
        {
            if (c == without)
            {
                continue;
            }

            for (int d = 0; d <= c; d++)
            {
                double sum = information[c, d];
                for (int k = 0; k < d; k++)
                {
                    sum -= k == without || d == without ? 0 : _factor[c, k] * _factor[d, k] * _factor[k, k];
                }

                _factor[c, d] = d == c ? sum : d == without ? 0 : sum / _factor[d, d];
            }

            if (!(_factor[c, c] > LeastPivot))
            {
                return false;
            }
        }

        for (int c = 0; c < _beta.Length; c++)
        {
            double sum = c == without ? 0 : score[c];
            for (int k = 0; k < c && c != without; k++)
            {
                sum -= k == without ? 0 : _factor[c, k] * _step[k];
            }

            _step[c] = sum;
        }

        for (int c = _beta.Length - 1; c >= 0; c--)
        {
            double sum = c == without ? 0 : _step[c] / _factor[c, c];
            for (int k = c + 1; k < _beta.Length && c != without; k++)
            {
                sum -= k == without ? 0 : _factor[k, c] * _step[k];
            }

            _step[c] = sum;
        }

        return true;
    }

    // The diagonal of the inverse, from the factor of the last iteration: the sum over rows of the squares of L's inverse over D.
    private bool Invert()
    {
        for (int c = 0; c < _beta.Length; c++)
        {
            double variance = 1 / _factor[c, c];
            for (int row = c + 1; row < _beta.Length; row++)
            {
                // Forward substitution of a unit vector.
                double sum = -_factor[row, c];
                for (int k = c + 1; k < row; k++)
                {
                    sum -= _factor[row, k] * _column[k];
                }

                _column[row] = sum;
                variance += sum * sum / _factor[row, row];
            }

            if (!(variance > 0))
            {
                return false;
            }

            _variances[c] = variance;
        }

        return true;
    }
}
