namespace SurvivalKit;

/// <summary>An average over the rows, or a difference of two, with its error and interval.</summary>
/// <param name="Time">The time, or the horizon of a mean.</param>
/// <param name="Estimate">The survival, the mean survival time, or a difference.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Lower">The lower confidence limit.</param>
/// <param name="Upper">The upper confidence limit.</param>
/// <param name="P">The two-sided P value of a difference; <see langword="null"/> for what is no difference.</param>
public sealed record AdjustedEstimate(double Time, double Estimate, double StandardError, double Lower, double Upper, double? P);
