namespace SurvivalKit;

/// <summary>The incidence of a cause at one time.</summary>
/// <param name="Time">The time, in the unit of the data.</param>
/// <param name="AtRisk">The number (or weight) at risk just before the time.</param>
/// <param name="Events">The number of events of the cause after the time before in the same list, up to and including this one.</param>
/// <param name="Incidence">The estimated incidence by the time.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Lower">The lower confidence limit; not a number where its scale has none.</param>
/// <param name="Upper">The upper confidence limit; not a number where its scale has none.</param>
public sealed record IncidenceEstimate(
    double Time, double AtRisk, double Events, double Incidence, double StandardError, double Lower, double Upper);
