namespace SurvivalKit;

/// <summary>What a Cox model predicts for one time.</summary>
/// <param name="Time">The time, in the unit of the data.</param>
/// <param name="AtRisk">The number (or weight) at risk in the stratum just before the time.</param>
/// <param name="CumulativeHazard">The expected number of events up to the time.</param>
/// <param name="HazardError">Its standard error, including that of the coefficients.</param>
/// <param name="Survival">The probability of surviving beyond the time, exp(-cumulative hazard).</param>
/// <param name="StandardError">The standard error of <paramref name="Survival"/>.</param>
/// <param name="Lower">The lower confidence limit of the survival; NaN where its scale has none.</param>
/// <param name="Upper">The upper confidence limit of the survival; NaN where its scale has none.</param>
public sealed record CoxEstimate(
    double Time,
    double AtRisk,
    double CumulativeHazard,
    double HazardError,
    double Survival,
    double StandardError,
    double Lower,
    double Upper);
