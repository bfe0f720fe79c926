namespace SurvivalKit;

/// <summary>A group against the reference group in restricted mean survival time.</summary>
/// <param name="Group">The group.</param>
/// <param name="Reference">The group it is compared with.</param>
/// <param name="Difference">The mean of the group minus that of the reference, in the unit of the data.</param>
/// <param name="Ratio">The mean of the group divided by that of the reference; <see langword="null"/> where one of them is 0.</param>
/// <param name="TimeLostRatio">The time lost before the horizon (horizon - mean) of the group divided by that of the reference;
/// <see langword="null"/> where one of them is 0.</param>
public sealed record RestrictedMeanContrast(
    string Group, string Reference, RestrictedMeanEffect Difference, RestrictedMeanEffect? Ratio, RestrictedMeanEffect? TimeLostRatio)
{
    // Zhao et al. (2016); the ratio's error by the delta method on the log scale, as survRM2's rmst2.
    internal static RestrictedMeanContrast Compare(string group, RestrictedMean mean, string reference, RestrictedMean other, double level)
    {
        double z = ConfidenceLevel.NormalQuantile(level);
        double difference = mean.Estimate - other.Estimate;
        double error = Math.Sqrt(Square(mean.StandardError) + Square(other.StandardError));
        return new(
            group,
            reference,
            new(difference, error, difference - (z * error), difference + (z * error), P(difference, error)),
            Ratio(mean.Estimate, other.Estimate),
            Ratio(mean.Horizon - mean.Estimate, other.Horizon - other.Estimate));

        RestrictedMeanEffect? Ratio(double one, double two)
        {
            if (!(one > 0 && two > 0))
            {
                return null;
            }

            double log = Math.Log(one / two);
            double logError = Math.Sqrt(Square(mean.StandardError / one) + Square(other.StandardError / two));
            return new(one / two, logError, Math.Exp(log - (z * logError)), Math.Exp(log + (z * logError)), P(log, logError));
        }
    }

    private static double P(double estimate, double error) =>
        ReferenceDistribution.NormalTwoSided(error > 0 ? estimate / error : double.NaN);

    private static double Square(double value) => value * value;
}
