namespace SurvivalKit;

/// <summary>Maximises the partial likelihood by Newton-Raphson with step halving. The status follows from the likelihood: a last step that
/// is long, or an information that vanishes, only raises a doubt, which <see cref="RecessionDirection"/> settles.</summary>
internal sealed class CoxMaximizer
{
    // A step this long, in standard deviations of a column or in the linear predictor of a row, is no last step of Newton's.
    private const double LongStep = 1e-2;

    // An information that has fallen to less of what it was may be that of a coefficient on its way to infinity, which one long step can
    // take so far that the likelihood no longer shows a slope.
    private const double Vanished = 1e-6;

    // Of an information that has fallen to less of what it was the sums hold no digit.
    private const double Lost = 1e-13;

    // After a last step that changes no linear predictor by more, Newton's next one would be of the square of this.
    private const double ShortStep = 1e-5;

    private readonly CoxData _data;
    private readonly CoxOptions _options;
    private readonly ICoxObjective _likelihood;
    private readonly bool _mayDiverge;
    private double[] _beta;
    private double[] _step = [];
    private double[] _scoreAtZero = [];
    private double[,] _informationAtZero = new double[0, 0];
    private bool _hasMaximum;
    private bool _isAccurate;

    private CoxMaximizer(CoxData data, ICoxObjective likelihood, CoxOptions options, bool hasMaximum)
    {
        _data = data;
        _options = options;
        _likelihood = likelihood;
        _beta = new double[data.Columns];
        _mayDiverge = !options.Firth && options.Ridge == 0 && !hasMaximum;
        _hasMaximum = !_mayDiverge;
    }

    /// <summary>Maximises; the likelihood stays evaluated at the estimates.</summary>
    /// <param name="data">The rows.</param>
    /// <param name="likelihood">Their likelihood, evaluated at coefficients of 0, where there is an event.</param>
    /// <param name="options">The options of the fit.</param>
    /// <param name="hasMaximum">Whether it is known to have a maximum.</param>
    public static CoxMaximum Run(CoxData data, ICoxObjective likelihood, CoxOptions options, bool hasMaximum = false) =>
        new CoxMaximizer(data, likelihood, options, hasMaximum).Run();

    private CoxMaximum Run()
    {
        GeneralizedCholesky factor = Factor();
        GeneralizedCholesky start = factor;
        int rank = factor.Rank;
        KeepStart();
        _step = factor.Solve(_likelihood.Score);
        double scoreStatistic = Dot(_step, _likelihood.Score);
        double promise = scoreStatistic;
        int iterations = 0;
        FitStatus status = FitStatus.Converged;
        double[] direction = [];

        // Where rounding leaves no slope at all, an information that has vanished still raises the doubt.
        while ((promise > 0 || (promise == 0 && iterations > 0 && !_isAccurate && HasFallen(start, factor, Vanished))) && factor.Rank > 0)
        {
            if (iterations == _options.MaxIterations)
            {
                status = FitStatus.IterationLimit;
                direction = iterations == 0 ? [] : Direction();
                break;
            }

            iterations++;
            double before = _likelihood.Value;
            bool last = promise / 2 <= _options.Tolerance * _data.EventWeight;
            double[] predictor = last && LargestDistance() > ShortStep ? (double[])_likelihood.LinearPredictor.Clone() : [];
            Advance(promise);
            factor = Factor();
            double distance = Distance(predictor);
            bool isLong = last
                ? distance > LongStep
                : _likelihood.Value - before <= 1e-9 * Math.Abs(before) && Array.Exists(_step, step => Math.Abs(step) > LongStep);
            bool isLost = factor.Rank < rank || HasFallen(start, factor, Lost);
            if (isLong || isLost || (last && HasFallen(start, factor, Vanished)))
            {
                direction = Direction();
            }

            if (direction.Length == 0 && (last || isLost) && !_isAccurate && HasFallen(start, factor, Vanished))
            {
                // There is a maximum, and the sums of a large value may hide the slope that is left.
                _isAccurate = true;
                _likelihood.BeAccurate();
                _likelihood.Evaluate(_beta);
                factor = Factor();
            }
            else if (direction.Length > 0 || (last && (distance <= ShortStep || _likelihood.Value <= before)))
            {
                break;
            }

            _step = factor.Solve(_likelihood.Score);
            promise = Dot(_step, _likelihood.Score);
        }

        return Maximum(direction.Length > 0 ? FitStatus.Separation : status, iterations, scoreStatistic, rank, factor) with
        {
            Direction = direction,
            NeedsAccuracy = _isAccurate,
        };
    }

    private bool HasFallen(GeneralizedCholesky start, GeneralizedCholesky factor, double share)
    {
        bool hasFallen = false;
        for (int column = 0; column < _beta.Length; column++)
        {
            hasFallen |= factor.Pivot(column) < share * start.Pivot(column);
        }

        return hasFallen;
    }

    private void KeepStart()
    {
        if (_mayDiverge)
        {
            _scoreAtZero = (double[])_likelihood.Score.Clone();
            _informationAtZero = (double[,])_likelihood.Information.Clone();
        }
    }

    // A direction in which the likelihood rises for ever; empty where there is none, which is asked once.
    private double[] Direction()
    {
        double[] direction = _hasMaximum
            ? []
            : RecessionDirection.Find(_data, _scoreAtZero, _informationAtZero, _options.Ties == Ties.Exact) ?? [];
        _hasMaximum |= direction.Length == 0;
        return direction;
    }

    private GeneralizedCholesky Factor() => GeneralizedCholesky.Factorize(_likelihood.Information);

    // No more than this can a linear predictor change.
    private double LargestDistance()
    {
        double distance = 0;
        for (int column = 0; column < _step.Length; column++)
        {
            distance += Math.Abs(_step[column]) * _data.Largest[column];
        }

        return distance;
    }

    // The largest change of a linear predictor that the likelihood sees.
    private double Distance(double[] before)
    {
        double distance = 0;
        for (int row = 0; row < before.Length; row++)
        {
            double change = Math.Abs(_likelihood.LinearPredictor[row] - before[row]);
            distance = _data.Weight[row] > 0 && !(change <= distance) ? change : distance;
        }

        return distance;
    }

    // A full Newton step; halved until the likelihood does not fall. After twenty times it becomes shorter faster, as far as the promise is
    // more than rounding: where an offset makes the likelihood nearly linear, its curvature says little of how far the slope goes.
    private void Advance(double promise)
    {
        double before = _likelihood.Value;
        double[] origin = _beta;
        double shortest = promise > 1e-6 * _data.EventWeight ? 1e-18 : 1e-6;
        for (double fraction = 1; fraction > shortest; fraction /= fraction > 1e-6 ? 2 : 16)
        {
            double length = fraction;
            _beta = [.. origin.Zip(_step, (value, step) => value + (length * step))];
            _likelihood.Evaluate(_beta);

            // A decrease within rounding error at the maximum is accepted.
            if (double.IsFinite(_likelihood.Value) && _likelihood.Value >= before - (1e-11 * Math.Abs(before))
                && (!_options.Firth || IsNearer(before, length, promise)))
            {
                return;
            }
        }

        _beta = origin;
        _likelihood.Evaluate(_beta);
    }

    // The information of the likelihood is not the curvature of Firth's: where that is twice as large, full steps would only go to and fro.
    private bool IsNearer(double before, double length, double promise) =>
        _likelihood.Value - before >= length * promise / 4 || Dot(Factor().Solve(_likelihood.Score), _likelihood.Score) <= promise / 2;

    private CoxMaximum Maximum(FitStatus status, int iterations, double scoreStatistic, int rank, GeneralizedCholesky factor)
    {
        var product = new double[_beta.Length];
        for (int j = 0; j < product.Length; j++)
        {
            for (int k = 0; k < product.Length; k++)
            {
                product[j] += _likelihood.Information[Math.Max(j, k), Math.Min(j, k)] * _beta[k];
            }
        }

        return new CoxMaximum(
            status, iterations, _beta, factor.Inverse(), _likelihood.Value, Dot(product, _beta), scoreStatistic, rank);
    }

    private static double Dot(double[] left, double[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
