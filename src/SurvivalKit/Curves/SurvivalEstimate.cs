namespace SurvivalKit;

/// <summary>A survival curve at one time.</summary>
/// <param name="Time">The time, in the unit of the data.</param>
/// <param name="AtRisk">The number (or weight) at risk just before the time.</param>
/// <param name="Events">The number of events after the time before in the same list, up to and including this one.</param>
/// <param name="Censored">The number censored after the time before in the same list, up to and including this one.</param>
/// <param name="Survival">The estimated probability of surviving beyond the time.</param>
/// <param name="StandardError">Greenwood's standard error of <paramref name="Survival"/>; not a number where none can
/// be given (survival 0).</param>
/// <param name="Lower">The lower confidence limit; not a number where none can be given.</param>
/// <param name="Upper">The upper confidence limit; not a number where none can be given.</param>
public sealed record SurvivalEstimate(
    double Time, double AtRisk, double Events, double Censored, double Survival, double StandardError, double Lower, double Upper);
