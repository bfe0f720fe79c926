namespace SurvivalKit;

/// <summary>The mean number of events by one time.</summary>
/// <param name="Time">The time, in the unit of the data.</param>
/// <param name="AtRisk">The number (or weight) at risk just before the time.</param>
/// <param name="Events">The number of events after the time before in the same list, up to and including this one.</param>
/// <param name="Mean">The estimated mean number of events of a subject by the time.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Lower">The lower confidence limit.</param>
/// <param name="Upper">The upper confidence limit.</param>
public sealed record MeanCumulativePoint(
    double Time, double AtRisk, double Events, double Mean, double StandardError, double Lower, double Upper);
