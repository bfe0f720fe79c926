namespace SurvivalKit;

/// <summary>The spline models of Royston and Parmar (2002; flexsurv's <c>flexsurvspline</c>): an error of a standard distribution lives
/// longer than the linear predictor and a natural cubic spline of log time, which is log cumulative hazard, log cumulative odds, or a
/// normal deviate.</summary>
/// <typeparam name="TError">The distribution: extreme value, logistic or normal.</typeparam>
/// <param name="basis">The spline's columns.</param>
internal sealed class SplineFamily<TError>(LogTimeSpline basis) : IFlexibleFamily
    where TError : struct, IStandardError
{
    public int Shapes => basis.Columns;

    public IFlexibleLifetime At(ReadOnlySpan<double> shapes) => new Lifetime(basis, shapes.ToArray());

    private sealed class Lifetime(LogTimeSpline basis, double[] shapes) : IFlexibleLifetime
    {
        public double LogDensity(double time, double predictor, Span<double> first, Span<double> second)
        {
            Span<double> slopes = stackalloc double[first.Length];
            double z = Spline(time, predictor, first, slopes, out double slope);

            // A spline that falls is no distribution.
            if (!(slope > 0))
            {
                return double.NegativeInfinity;
            }

            (double value, double once, double twice) = default(TError).LogDensity(z);
            for (int p = 0, at = 0; p < first.Length; p++)
            {
                for (int q = 0; q <= p; q++, at++)
                {
                    second[at] = (twice * first[p] * first[q]) - (slopes[p] * slopes[q] / (slope * slope));
                }
            }

            for (int p = 0; p < first.Length; p++)
            {
                first[p] = (once * first[p]) + (slopes[p] / slope);
            }

            return value + Math.Log(slope);
        }

        public double LogSurvival(double time, double predictor, Span<double> first, Span<double> second)
        {
            if (double.IsNegativeInfinity(time))
            {
                first.Clear();
                second.Clear();
                return 0;
            }

            Span<double> slopes = stackalloc double[first.Length];
            double z = Spline(time, predictor, first, slopes, out _);
            (double value, double once, double twice) = default(TError).LogSurvival(z);
            for (int p = 0, at = 0; p < first.Length; p++)
            {
                for (int q = 0; q <= p; q++, at++)
                {
                    second[at] = twice * first[p] * first[q];
                }
            }

            for (int p = 0; p < first.Length; p++)
            {
                first[p] *= once;
            }

            return value;
        }

        // The value and slope of predictor and spline, and those of each column.
        private double Spline(double time, double predictor, Span<double> values, Span<double> slopes, out double slope)
        {
            (values[0], slopes[0]) = (1, 0);
            basis.Evaluate(time, values[1..], slopes[1..]);
            double z = predictor;
            slope = 0;
            for (int p = 0; p < shapes.Length; p++)
            {
                z += shapes[p] * values[1 + p];
                slope += shapes[p] * slopes[1 + p];
            }

            return z;
        }
    }
}
