using MathNet.Numerics.Distributions;

namespace SurvivalKit;

/// <summary>A confidence level and its normal quantile.</summary>
internal static class ConfidenceLevel
{
    public static void Check(double level)
    {
        if (level is not (> 0 and < 1))
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"A confidence level of {level} was given; a number between 0 and 1 was expected."));
        }
    }

    /// <summary>The two-sided normal quantile: 1.96 for a level of 0.95.</summary>
    public static double NormalQuantile(double level) => Normal.InvCDF(0, 1, 1 - ((1 - level) / 2));
}
