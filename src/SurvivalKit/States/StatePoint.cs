namespace SurvivalKit;

/// <summary>The probability of a state at one time.</summary>
/// <param name="Time">The time, in the unit of the data.</param>
/// <param name="AtRisk">The number (or weight) at risk in the state just before the time.</param>
/// <param name="Entries">The number of transitions into the state after the time before in the same list, up to and including this
/// one.</param>
/// <param name="Probability">The probability of being in the state.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Lower">The lower confidence limit; not a number where its scale has none.</param>
/// <param name="Upper">The upper confidence limit; not a number where its scale has none.</param>
public sealed record StatePoint(
    double Time, double AtRisk, double Entries, double Probability, double StandardError, double Lower, double Upper);
