namespace SurvivalKit;

/// <summary>A ratio with its confidence limits.</summary>
/// <param name="Estimate">The ratio.</param>
/// <param name="Lower">The lower limit.</param>
/// <param name="Upper">The upper limit.</param>
public sealed record RatioEstimate(double Estimate, double Lower, double Upper);
