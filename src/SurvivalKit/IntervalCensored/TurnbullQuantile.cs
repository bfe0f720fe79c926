namespace SurvivalKit;

/// <summary>A quantile of interval-censored times: it is in an interval, and the data do not say where.</summary>
/// <param name="Part">The part of the subjects that has had the event.</param>
/// <param name="Lower">The time after which the quantile is.</param>
/// <param name="Upper">The time until which it is; infinite where the estimate does not say.</param>
public sealed record TurnbullQuantile(double Part, double Lower, double Upper);
