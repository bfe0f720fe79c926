namespace SurvivalKit;

/// <summary>A quantile of a survival time with its Brookmeyer-Crowley interval.</summary>
/// <param name="Probability">The fraction that has had the event: .5 for the median.</param>
/// <param name="Estimate">The time, or <see langword="null"/> where the curve does not fall that far ("not reached").</param>
/// <param name="Lower">The lower limit, or <see langword="null"/> where it is not estimable.</param>
/// <param name="Upper">The upper limit, or <see langword="null"/> where it is not estimable.</param>
/// <remarks>A limit is not reached where its curve stays above the level, and not estimable where it ends before, at a survival of 0, which
/// has no error on most scales: both are <see langword="null"/>, as both are NA in R; tables show which.</remarks>
public sealed record QuantileEstimate(double Probability, double? Estimate, double? Lower, double? Upper);
