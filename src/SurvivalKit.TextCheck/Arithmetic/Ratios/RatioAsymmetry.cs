namespace SurvivalKit.TextCheck;

/// <summary>How far from the middle of its interval a ratio can be, on the log scale, if the interval is not Wald's.</summary>
/// <remarks>
/// The standard error s of a log ratio is at least that of the smallest count, 1/sqrt(m), so that an interval of half-width 1.96 s leaves
/// at least m = 1/s^2 events to that count. Exact intervals of a count m (Garwood 1936), from the chi-square quantiles at 2m and 2m + 2
/// degrees of freedom, are the least symmetrical of those in use; the longer half over the shorter one, and a tenth more, is the bound.
/// </remarks>
internal static class RatioAsymmetry
{
    private const double Allowance = 1.1;

    // An interval of a standard error above it leaves two events or fewer to a group, where no normal approximation holds.
    private const double LargestWaldError = 0.7;

    /// <summary>Whether an exact, profile-likelihood or bootstrap interval may have its ratio there.</summary>
    public static bool IsPossible(PrintedNumber ratio, PrintedInterval interval)
    {
        if (ratio.Value <= 0 || interval.Lower.Value <= 0)
        {
            return true;
        }

        (ValueRange m, ValueRange l, ValueRange u) =
            (Log(ValueRange.PrintedAs(ratio)), Log(ValueRange.PrintedAs(interval.Lower)), Log(ValueRange.PrintedAs(interval.Upper)));
        double longBelow = Least(m.Low - l.High, u.High - m.Low);
        double longAbove = Least(u.Low - m.High, m.High - l.Low);
        return Math.Max(longBelow, longAbove) <= Allowance * Largest(Error(interval), interval.Level);

        static double Least(double one, double other) => other > 0 ? one / other : double.PositiveInfinity;
    }

    /// <summary>Whether the interval is so wide that its method has to be another than Wald's to mean much.</summary>
    public static bool IsOfFewEvents(PrintedInterval interval) => Error(interval) > LargestWaldError;

    private static double Error(PrintedInterval interval) =>
        Math.Log((double)interval.Upper.Value / (double)interval.Lower.Value)
        / (2 * ReferenceDistribution.NormalTwoSidedQuantile(1 - interval.Level));

    /// <summary>The longer half of the exact interval of a count over the shorter one.</summary>
    private static double Largest(double error, double level)
    {
        double m = 1 / (error * error);
        if (m < 0.5)
        {
            return double.PositiveInfinity;
        }

        (double lower, double upper) = PoissonLimits.Exact(m, level);
        (double below, double above) = (Math.Log(m / lower), Math.Log(upper / m));
        return Math.Max(below / above, above / below);
    }

    private static ValueRange Log(ValueRange range) => new(Math.Log(Math.Max(range.Low, 1e-12)), Math.Log(range.High));
}
