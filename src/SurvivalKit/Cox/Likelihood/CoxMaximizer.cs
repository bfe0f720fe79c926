using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Maximises the partial likelihood by Newton-Raphson with step halving.</summary>
internal sealed class CoxMaximizer
{
    // If the last step is this large, in standard deviations of a column, the coefficient diverges to infinity.
    private const double RunawayStep = 1e-2;

    private readonly CoxData _data;
    private readonly CoxOptions _options;
    private readonly ICoxObjective _likelihood;
    private double[] _beta;
    private double[] _step = [];

    private CoxMaximizer(CoxData data, ICoxObjective likelihood, CoxOptions options)
    {
        _data = data;
        _options = options;
        _likelihood = likelihood;
        _beta = new double[data.Columns];
    }

    /// <summary>Fits; the likelihood stays evaluated at the estimates.</summary>
    public static CoxSolution Run(CoxData data, ICoxObjective likelihood, CoxOptions options) =>
        new CoxMaximizer(data, likelihood, options).Run();

    private CoxSolution Run()
    {
        _likelihood.Evaluate(_beta);
        double nullValue = _likelihood.Value;
        if (_data.EventCount == 0)
        {
            return Solution(
                FitStatus.NoEvents, _data.Names, 0, nullValue, 0, GeneralizedCholesky.Factorize(new double[_beta.Length, _beta.Length]));
        }

        if (!double.IsFinite(nullValue))
        {
            throw new SurvivalDataException(
                "The offset is so far spread that the likelihood cannot be computed; offsets within a few hundred of each other were expected.");
        }

        GeneralizedCholesky factor = Factor();
        _step = factor.Solve(_likelihood.Score);
        double scoreStatistic = Dot(_step, _likelihood.Score);
        double promise = scoreStatistic;
        int iterations = 0;
        FitStatus status = FitStatus.Converged;
        while (promise > 0 && factor.Rank > 0)
        {
            if (iterations == _options.MaxIterations)
            {
                status = FitStatus.IterationLimit;
                break;
            }

            iterations++;
            double before = _likelihood.Value;
            Advance();
            bool last = promise / 2 <= _options.Tolerance * _data.EventWeight;
            bool stalled = _likelihood.Value - before <= 1e-9 * Math.Abs(before)
                && Array.Exists(_step, step => Math.Abs(step) > RunawayStep);
            if (last || stalled)
            {
                status = Array.Exists(_step, step => Math.Abs(step) > RunawayStep) ? FitStatus.Separation : FitStatus.Converged;
                factor = Factor();
                break;
            }

            factor = Factor();
            _step = factor.Solve(_likelihood.Score);
            promise = Dot(_step, _likelihood.Score);
        }

        bool[] runaway = Array.ConvertAll(_step, step => Math.Abs(step) > RunawayStep);
        ImmutableArray<string> dependent = [.. _data.Names.Where((_, column) => !factor.IsIndependent(column))];
        if (status == FitStatus.Converged && dependent.Length > 0)
        {
            return Solution(FitStatus.Singular, dependent, iterations, nullValue, scoreStatistic, factor);
        }

        ImmutableArray<string> atFault = status == FitStatus.Converged ? [] : [.. _data.Names.Where((_, column) => runaway[column])];
        return Solution(status, atFault, iterations, nullValue, scoreStatistic, factor);
    }

    private GeneralizedCholesky Factor() =>
        GeneralizedCholesky.Factorize(_likelihood.Information, 1e-14 * _data.EventCount * _data.EventWeight);

    // A full Newton step; halved until the likelihood does not fall.
    private void Advance()
    {
        double before = _likelihood.Value;
        double[] origin = _beta;
        for (double fraction = 1; fraction > 1e-6; fraction /= 2)
        {
            double length = fraction;
            _beta = [.. origin.Zip(_step, (value, step) => value + (length * step))];
            _likelihood.Evaluate(_beta);

            // A decrease within rounding error at the maximum is accepted.
            if (double.IsFinite(_likelihood.Value) && _likelihood.Value >= before - (1e-11 * Math.Abs(before)))
            {
                return;
            }
        }

        _beta = origin;
        _likelihood.Evaluate(_beta);
    }

    private CoxSolution Solution(
        FitStatus status,
        ImmutableArray<string> atFault,
        int iterations,
        double nullValue,
        double scoreStatistic,
        GeneralizedCholesky factor)
    {
        int p = _beta.Length;
        var coefficients = new double[p];
        double[,] covariance = factor.Inverse();
        var product = new double[p];
        for (int j = 0; j < p; j++)
        {
            coefficients[j] = factor.IsIndependent(j) ? _beta[j] / _data.Scale[j] : double.NaN;
            for (int k = 0; k < p; k++)
            {
                product[j] += _likelihood.Information[Math.Max(j, k), Math.Min(j, k)] * _beta[k];
                covariance[j, k] = covariance[j, k] == 0 ? 0 : covariance[j, k] / (_data.Scale[j] * _data.Scale[k]);
            }
        }

        return new CoxSolution(
            status, atFault, iterations, nullValue, _likelihood.Value, coefficients, covariance, Dot(
                product, _beta), scoreStatistic, factor.Rank);
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
