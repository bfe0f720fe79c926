namespace SurvivalKit;

/// <summary>The absolute risk of a cause by one time.</summary>
/// <param name="Time">The time, in the unit of the data.</param>
/// <param name="Risk">The probability of an event of the cause by the time; of free survival, that of no event.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Lower">The lower confidence limit; not a number where its scale has none.</param>
/// <param name="Upper">The upper confidence limit; not a number where its scale has none.</param>
public sealed record AbsoluteRiskEstimate(double Time, double Risk, double StandardError, double Lower, double Upper);
