namespace SurvivalKit;

/// <summary>The difference or ratio of two groups' restricted mean survival times.</summary>
/// <param name="Estimate">The difference or the ratio.</param>
/// <param name="StandardError">The standard error of the difference, or of the logarithm of the ratio.</param>
/// <param name="Lower">The lower confidence limit.</param>
/// <param name="Upper">The upper confidence limit.</param>
/// <param name="P">The two-sided P value of no difference, from the normal distribution; not a number where both errors are 0.</param>
public sealed record RestrictedMeanEffect(double Estimate, double StandardError, double Lower, double Upper, double P);
