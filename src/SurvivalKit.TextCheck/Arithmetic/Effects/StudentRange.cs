namespace SurvivalKit.TextCheck;

/// <summary>P values of Student's test where the degrees of freedom are known to a range only: from the fewest to the normal
/// distribution.</summary>
internal static class StudentRange
{
    /// <summary>The two-sided P values of an estimate over its standard error.</summary>
    /// <param name="t">The sizes of the statistic.</param>
    /// <param name="leastFreedom">The fewest degrees of freedom.</param>
    public static ValueRange OfStatistic(ValueRange t, double leastFreedom) =>
        new(ReferenceDistribution.NormalTwoSided(t.High), ReferenceDistribution.StudentTwoSided(t.Low, leastFreedom));

    /// <summary>The two-sided P values of an estimate over the half-width of its interval. At a share of 1 they are 1 less the level,
    /// whatever the degrees of freedom; the same quantile belongs to the interval and to P.</summary>
    /// <param name="share">The sizes of the estimate in half-widths.</param>
    /// <param name="level">The level of the interval.</param>
    /// <param name="leastFreedom">The fewest degrees of freedom.</param>
    public static ValueRange OfShare(ValueRange share, double level, double leastFreedom)
    {
        double many = ReferenceDistribution.NormalTwoSidedQuantile(1 - level);
        if (double.IsInfinity(leastFreedom))
        {
            return new(Normal(share.High), Normal(share.Low));
        }

        double few = ReferenceDistribution.StudentTwoSidedQuantile(1 - level, leastFreedom);
        return new(Math.Min(Normal(share.High), Student(share.High)), Math.Max(Normal(share.Low), Student(share.Low)));

        double Normal(double size) => ReferenceDistribution.NormalTwoSided(size * many);

        double Student(double size) => ReferenceDistribution.StudentTwoSided(size * few, leastFreedom);
    }

    /// <summary>The quantiles of an interval in standard errors, from the normal one to that of the fewest degrees of freedom.</summary>
    public static ValueRange Quantiles(double level, double leastFreedom) =>
        new(
            ReferenceDistribution.NormalTwoSidedQuantile(1 - level),
            ReferenceDistribution.StudentTwoSidedQuantile(1 - level, leastFreedom));
}
