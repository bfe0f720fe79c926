namespace SurvivalKit;

/// <summary>Finds where the profile log-likelihood of a coefficient has fallen by half a chi-square quantile (Venzon
/// and Moolgavkar 1988).</summary>
/// <remarks>The signed root of twice the fall is nearly linear in the coefficient; Newton's steps on it, kept between bounds that
/// are known to be too near and too far, take a few constrained fits.</remarks>
internal sealed class ProfileSearch
{
    // In standard deviations of the column: a limit beyond a hazard ratio of e^32 counts as infinite.
    private const double Farthest = 32;

    private readonly CoxState _state;
    private readonly ICoxObjective _likelihood;
    private readonly double[] _estimates;
    private readonly double[,] _covariance;
    private readonly double _maximum;
    private readonly double _gain;

    /// <param name="state">The fit.</param>
    /// <param name="options">The options of the fit.</param>
    /// <param name="covariance">The inverse information of the caller's columns.</param>
    /// <exception cref="SurvivalDataException">Columns are so nearly dependent that a coefficient cannot be held while others
    /// move.</exception>
    public ProfileSearch(CoxState state, CoxOptions options, double[,] covariance)
    {
        if (state.IsIllConditioned)
        {
            throw new SurvivalDataException(
                "Profile limits hold one coefficient while the others move, and columns of this fit are nearly dependent; columns less a typical value, as I(year - 2000), were expected.");
        }

        _state = state;
        _covariance = covariance;
        _estimates = state.ScaledCoefficients.ToArray();
        _likelihood = CoxEstimation.Objective(state, options);
        _likelihood.Evaluate(_estimates);
        _maximum = _likelihood.Value;

        // The information used with Firth's penalty is approximate, so the predicted gain of a step is less reliable.
        _gain = options.Firth ? 1e-20 : 1e-12;
    }

    /// <summary>The limits of a coefficient for the caller's column.</summary>
    /// <param name="column">Its place.</param>
    /// <param name="z">The root of the chi-square quantile: 1.96 for 95%.</param>
    public (double Lower, double Upper) Limits(int column, double z)
    {
        double scale = _state.Data.Scale[column];
        return (Limit(column, z, -1) / scale, Limit(column, z, 1) / scale);
    }

    private double Limit(int column, double z, int side)
    {
        double error = Math.Sqrt(_covariance[column, column]) * _state.Data.Scale[column];
        double near = 0;
        double far = double.PositiveInfinity;

        // A standard error as large as this means a nearly flat likelihood and is no guide to the limit.
        double distance = error is > 0 and < Farthest / 8 ? z * error : 1;
        double farthest = Math.Max(Farthest, 4 * distance);
        double[] start = Tangent(column, side * distance);
        for (int iteration = 0; iteration < 100; iteration++)
        {
            (double root, double slope, double[] coefficients) = RootOfFall(column, side, start);
            if (!(root > z))
            {
                near = distance;
            }
            else
            {
                far = distance;
            }

            double step = (z - root) / slope;
            double next = distance + step;
            if (double.IsInfinity(far) && (!(slope > 0) || next > 2 * distance))
            {
                next = 2 * distance;
            }
            else if (!(next > near && next < far))
            {
                next = double.IsInfinity(far) ? 2 * distance : (near + far) / 2;
            }

            if (double.IsInfinity(far) && near >= farthest)
            {
                return side * double.PositiveInfinity;
            }

            bool isDone = Math.Abs(next - distance) <= 1e-11 * distance;
            start = (double[])coefficients.Clone();
            start[column] = _estimates[column] + (side * next);
            distance = next;
            if (isDone || (double.IsFinite(far) && far - near <= 1e-13 * far))
            {
                break;
            }
        }

        return _estimates[column] + (side * distance);
    }

    private (double Root, double Slope, double[] Coefficients) RootOfFall(int column, int side, double[] start)
    {
        var isFixed = new bool[start.Length];
        isFixed[column] = true;
        var constrained = new ConstrainedLikelihood(_likelihood, _state.Data, isFixed);
        double fall = 2 * (_maximum - constrained.Maximize(start, _gain));
        if (double.IsNaN(fall))
        {
            return (double.PositiveInfinity, double.NaN, constrained.Coefficients);
        }

        double root = Math.Sqrt(Math.Max(0, fall));
        return (root, -side * constrained.Slope(column) / root, constrained.Coefficients);
    }

    // The first-order change of the other coefficients as one changes.
    private double[] Tangent(int column, double distance)
    {
        double[] start = (double[])_estimates.Clone();
        double variance = _covariance[column, column] * _state.Data.Scale[column];
        for (int j = 0; j < start.Length && variance > 0; j++)
        {
            start[j] += distance * _covariance[j, column] * _state.Data.Scale[j] / variance;
        }

        start[column] = _estimates[column] + distance;
        return start;
    }
}
