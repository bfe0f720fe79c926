namespace SurvivalKit.TextCheck;

/// <summary>The P values that tests of means can have where means and standard deviations are printed.</summary>
internal static class MeanTests
{
    public static ValueRange Student(SampleRanges samples, int first, int second)
    {
        double freedom = first + second - 2;
        ValueRange error = samples.Within.Map(within => Math.Sqrt(within / freedom * ((1.0 / first) + (1.0 / second))));
        return P(samples.Difference, error, t => ReferenceDistribution.StudentTwoSided(t, freedom));
    }

    public static ValueRange Z(SampleRanges samples) =>
        P(samples.Difference, (samples.MeanVariance(0) + samples.MeanVariance(1)).Map(Math.Sqrt), ReferenceDistribution.NormalTwoSided);

    /// <summary>
    /// Welch's degrees of freedom depend on the proportions of the variances in their sum, so that P need not increase with a standard
    /// deviation. For a given proportion it increases with the sum: the extremes are on the edges of the box of the two variances, the
    /// least on those of the smaller and the greatest on those of the larger variances. Along an edge they are searched for.
    /// </summary>
    public static ValueRange Welch(SampleRanges samples, int first, int second)
    {
        ValueRange v1 = samples.MeanVariance(0);
        ValueRange v2 = samples.MeanVariance(1);
        ValueRange difference = samples.Difference;
        return new(
            Math.Min(-Edge(v => -Of(difference.High, v1.Low, v), v2), -Edge(v => -Of(difference.High, v, v2.Low), v1)),
            Math.Max(Edge(v => Of(difference.Low, v1.High, v), v2), Edge(v => Of(difference.Low, v, v2.High), v1)));

        double Of(double d, double a, double b)
        {
            double variance = a + b;
            double freedom = variance * variance / ((a * a / (first - 1)) + (b * b / (second - 1)));
            return d == 0 ? 1 : variance == 0 ? 0 : ReferenceDistribution.StudentTwoSided(d / Math.Sqrt(variance), freedom);
        }
    }

    public static ValueRange Anova(SampleRanges samples, int groups)
    {
        double first = groups - 1;
        double second = samples.Total - groups;
        ValueRange within = samples.Within;
        ValueRange between = samples.Between;
        return new(Of(between.High, within.Low), Of(between.Low, within.High));

        double Of(double b, double w) => b == 0 ? 1 : ReferenceDistribution.FUpper(b / first / (w / second), first, second);
    }

    // The greatest value along an edge: a grid, then a ternary search around its best point.
    private static double Edge(Func<double, double> value, ValueRange edge)
    {
        const int Steps = 32;
        double step = (edge.High - edge.Low) / Steps;
        double[] grid = [.. Enumerable.Range(0, Steps + 1).Select(i => edge.Low + (i * step))];
        double best = grid.MaxBy(value);
        (double low, double high) = (Math.Max(edge.Low, best - step), Math.Min(edge.High, best + step));
        for (int i = 0; i < 60; i++)
        {
            (double left, double right) = (low + ((high - low) / 3), high - ((high - low) / 3));
            (low, high) = value(left) > value(right) ? (low, right) : (left, high);
        }

        return Math.Max(value(best), value((low + high) / 2));
    }

    private static ValueRange P(ValueRange difference, ValueRange error, Func<double, double> tail) => new(
        difference.High == 0 ? 1 : tail(difference.High / error.Low),
        difference.Low == 0 ? 1 : tail(difference.Low / error.High));
}
