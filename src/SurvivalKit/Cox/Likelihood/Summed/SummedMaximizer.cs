namespace SurvivalKit;

/// <summary>Maximises the likelihood of summed rows by Newton-Raphson with step halving, in as few passes as there can be.</summary>
internal sealed class SummedMaximizer(ISummedRows rows, SummedLikelihood likelihood, CoxOptions options)
{
    // After a last step so short Newton's next one would be of its square.
    private const double ShortStep = 1e-6;

    // A step this long where the likelihood no longer rises is one on the way to infinity.
    private const double LongStep = 1e-2;

    private readonly double _eventWeight = rows.Strata.Sum(stratum => stratum.EventWeight.Sum());

    /// <summary>Maximises; the likelihood stays evaluated at the estimates.</summary>
    /// <exception cref="SurvivalDataException">The likelihood has no maximum.</exception>
    public CoxMaximum Run()
    {
        double[] beta = new double[rows.Names.Length];
        GeneralizedCholesky factor = GeneralizedCholesky.Factorize(likelihood.Information);
        int rank = factor.Rank;
        double[] step = factor.Solve(likelihood.Score);
        double scoreStatistic = Dot(step, likelihood.Score);
        double promise = scoreStatistic;
        int iterations = 0;
        FitStatus status = FitStatus.Converged;
        while (promise > 0 && rank > 0)
        {
            if (iterations == options.MaxIterations)
            {
                status = FitStatus.IterationLimit;
                break;
            }

            iterations++;
            bool isLast = promise / 2 <= options.Tolerance * _eventWeight && Largest(step) <= ShortStep;
            double before = likelihood.Value;
            beta = Advance(beta, step, before);
            factor = GeneralizedCholesky.Factorize(likelihood.Information);
            bool isFlat = likelihood.Value - before <= 1e-9 * Math.Abs(before);
            if (factor.Rank < rank || (isFlat && Largest(step) > LongStep))
            {
                Refuse(step);
            }

            if (isLast)
            {
                break;
            }

            step = factor.Solve(likelihood.Score);
            promise = Dot(step, likelihood.Score);
        }

        return new CoxMaximum(
            status, iterations, beta, factor.Inverse(), likelihood.Value, Quadratic(beta), scoreStatistic, rank);
    }

    private double[] Advance(double[] origin, double[] step, double before)
    {
        for (double fraction = 1; fraction > 1e-6; fraction /= 2)
        {
            double length = fraction;
            double[] beta = [.. origin.Zip(step, (value, part) => value + (length * part))];
            likelihood.Evaluate(beta);

            // A decrease within rounding error at the maximum is accepted.
            if (double.IsFinite(likelihood.Value) && likelihood.Value >= before - (1e-11 * Math.Abs(before)))
            {
                return beta;
            }
        }

        likelihood.Evaluate(origin);
        return origin;
    }

    private void Refuse(double[] step)
    {
        double largest = Largest(step);
        double[] direction = Array.ConvertAll(step, part => Math.Abs(part) > 1e-6 * largest ? part : 0);
        if (rows.IsMonotone(direction))
        {
            string[] names = [.. rows.Names.Where((_, column) => direction[column] != 0)];
            throw new SurvivalDataException(
                $"The likelihood has no maximum: {string.Join(", ", names)} {(names.Length == 1 ? "separates" : "separate")} the events, and a fit in the limit needs the rows; data in memory, or a model without it, were expected.");
        }
    }

    private double Quadratic(double[] beta)
    {
        double sum = 0;
        for (int j = 0; j < beta.Length; j++)
        {
            for (int k = 0; k < beta.Length; k++)
            {
                sum += beta[j] * likelihood.Information[Math.Max(j, k), Math.Min(j, k)] * beta[k];
            }
        }

        return sum;
    }

    private static double Largest(double[] step) => step.Select(Math.Abs).DefaultIfEmpty(0).Max();

    private static double Dot(double[] left, double[] right) => left.Zip(right, (a, b) => a * b).Sum();
}
