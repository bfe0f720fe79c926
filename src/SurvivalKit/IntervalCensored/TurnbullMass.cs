namespace SurvivalKit;

/// <summary>An interval in which Turnbull's estimate has mass; where in it the mass is, the data do not say.</summary>
/// <param name="Lower">The time after which the interval begins; the upper limit itself where it is a single time.</param>
/// <param name="Upper">The time with which it ends; infinite where nobody's event bounds it.</param>
/// <param name="Probability">The mass.</param>
/// <param name="Survival">The probability of living longer than the interval.</param>
/// <param name="SurvivalLower">Its lower confidence limit; <see langword="null"/> without bootstrap samples.</param>
/// <param name="SurvivalUpper">Its upper confidence limit; <see langword="null"/> without bootstrap samples.</param>
public sealed record TurnbullMass(
    double Lower, double Upper, double Probability, double Survival, double? SurvivalLower, double? SurvivalUpper);
