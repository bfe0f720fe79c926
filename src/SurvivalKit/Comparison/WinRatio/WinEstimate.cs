namespace SurvivalKit;

/// <summary>A measure of wins and losses with its interval.</summary>
/// <param name="Estimate">The estimate; infinite for a ratio without losses.</param>
/// <param name="StandardError">Its standard error; of a ratio, that of its logarithm.</param>
/// <param name="Lower">The lower confidence limit; not a number where there is none.</param>
/// <param name="Upper">The upper confidence limit; not a number where there is none.</param>
/// <param name="P">The two-sided P value of no difference.</param>
public sealed record WinEstimate(double Estimate, double StandardError, double Lower, double Upper, double P)
{
    internal static WinEstimate OfRatio(double ratio, double variance, double level)
    {
        double error = Math.Sqrt(variance);
        double factor = Math.Exp(ConfidenceLevel.NormalQuantile(level) * error);
        return ratio > 0 && double.IsFinite(ratio) && error > 0
            ? new(ratio, error, ratio / factor, ratio * factor, ReferenceDistribution.NormalTwoSided(Math.Log(ratio) / error))
            : new(ratio, double.NaN, double.NaN, double.NaN, double.NaN);
    }

    internal static WinEstimate OfDifference(double difference, double variance, double level)
    {
        double error = Math.Sqrt(variance);
        double half = ConfidenceLevel.NormalQuantile(level) * error;
        return error > 0
            ? new(difference, error, difference - half, difference + half, ReferenceDistribution.NormalTwoSided(difference / error))
            : new(difference, double.NaN, double.NaN, double.NaN, double.NaN);
    }
}
