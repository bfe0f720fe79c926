namespace SurvivalKit;

/// <summary>Maximises the likelihood of a parametric regression by Newton-Raphson, with a damping of the information where it is not
/// positive definite (Marquardt 1963) and halving of steps along which the likelihood falls.</summary>
internal static class ParametricMaximizer
{
    // A promised rise that is rounding error of the likelihood.
    private const double Rounding = 1e-13;

    // The logarithm of a scale beside which nothing is left of the times' own spread.
    private const double Collapsed = -40;

    /// <param name="likelihood">The likelihood.</param>
    /// <param name="start">Where to start.</param>
    /// <param name="maxIterations">The largest number of steps.</param>
    public static ParametricMaximum Run(IParametricLikelihood likelihood, double[] start, int maxIterations)
    {
        double[] parameters = start;
        ParametricSums sums = likelihood.Evaluate(parameters);
        double[] step = new double[start.Length];
        for (int iteration = 1; iteration <= maxIterations; iteration++)
        {
            step = Step(sums);
            double promise = Dot(step, sums.Score);
            bool isLast = promise <= Rounding * (1 + Math.Abs(sums.Value));
            (parameters, ParametricSums next, double fraction) = Advance(likelihood, parameters, step, sums);
            double gain = next.Value - sums.Value;
            sums = next;
            if (isLast || fraction == 0)
            {
                double[] last = WithFlat(step, sums);
                FitStatus status = Array.Exists(last, ParametricMaximum.IsLong) ? FitStatus.Separation : FitStatus.Converged;
                return new ParametricMaximum(status, iteration, parameters, sums, last);
            }

            int collapsed = Array.FindIndex(parameters, parameters.Length - likelihood.Shapes, shape => shape < Collapsed);
            if (collapsed >= 0)
            {
                double[] last = new double[step.Length];
                last[collapsed] = double.NegativeInfinity;
                return new ParametricMaximum(FitStatus.Separation, iteration, parameters, sums, last);
            }

            // The likelihood flattens while a parameter goes on by steps that do not shorten.
            if (gain <= 1e-10 * (1 + Math.Abs(sums.Value)) && Array.Exists(step, ParametricMaximum.IsLong))
            {
                return new ParametricMaximum(FitStatus.Separation, iteration, parameters, sums, WithFlat(step, sums));
            }
        }

        return new ParametricMaximum(FitStatus.IterationLimit, maxIterations, parameters, sums, step);
    }

    // Where the information of a parameter is lost in rounding, the likelihood is flat: its step is without end.
    private static double[] WithFlat(double[] step, ParametricSums sums)
    {
        GeneralizedCholesky factor = GeneralizedCholesky.Factorize(sums.Matrix());
        return [.. step.Select((part, place) => factor.IsIndependent(place) ? part : double.PositiveInfinity)];
    }

    private static double[] Step(ParametricSums sums)
    {
        double[,] information = sums.Matrix();
        int size = sums.Score.Length;
        for (double damping = 0; ; damping = damping == 0 ? 1e-4 : damping * 10)
        {
            var damped = (double[,])information.Clone();
            for (int j = 0; j < size; j++)
            {
                damped[j, j] += damping * Math.Max(Math.Abs(information[j, j]), 1e-8);
            }

            GeneralizedCholesky factor = GeneralizedCholesky.Factorize(damped);
            if (factor.Rank == size || damping > 1e12)
            {
                return factor.Solve(sums.Score);
            }
        }
    }

    private static (double[] Parameters, ParametricSums Sums, double Fraction) Advance(
        IParametricLikelihood likelihood, double[] origin, double[] step, ParametricSums before)
    {
        // A first step far from the maximum may lead where nothing is finite.
        double longest = step.Max(Math.Abs);
        double fraction = longest > 5 ? 5 / longest : 1;
        for (int halving = 0; halving < 40; halving++, fraction /= 2)
        {
            double part = fraction;
            double[] parameters = [.. origin.Zip(step, (value, direction) => value + (part * direction))];
            ParametricSums sums = likelihood.Evaluate(parameters);
            if (double.IsFinite(sums.Value) && sums.Value >= before.Value - (Rounding * (1 + Math.Abs(before.Value))))
            {
                return (parameters, sums, fraction);
            }
        }

        return (origin, before, 0);
    }

    private static double Dot(double[] left, double[] right) => left.Zip(right, (a, b) => a * b).Sum();
}
