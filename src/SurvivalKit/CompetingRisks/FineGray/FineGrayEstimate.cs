namespace SurvivalKit;

/// <summary>What a Fine-Gray model predicts for one time.</summary>
/// <param name="Time">The time, in the unit of the data.</param>
/// <param name="CumulativeHazard">The cumulative hazard of the subdistribution.</param>
/// <param name="HazardError">Its standard error, including that of the coefficients.</param>
/// <param name="Incidence">The probability of an event of the cause by the time, 1 - exp(-cumulative hazard).</param>
/// <param name="StandardError">The standard error of <paramref name="Incidence"/>.</param>
/// <param name="Lower">The lower confidence limit of the incidence; NaN where its scale has none.</param>
/// <param name="Upper">The upper confidence limit of the incidence; NaN where its scale has none.</param>
public sealed record FineGrayEstimate(
    double Time,
    double CumulativeHazard,
    double HazardError,
    double Incidence,
    double StandardError,
    double Lower,
    double Upper)
{
    internal static FineGrayEstimate Of(CoxEstimate step) => new(
        step.Time, step.CumulativeHazard, step.HazardError, 1 - step.Survival, step.StandardError, 1 - step.Upper, 1 - step.Lower);
}
