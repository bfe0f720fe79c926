namespace SurvivalKit;

/// <summary>A quantity of a population, with its error by the delta method.</summary>
/// <param name="Group">The value that all rows were given of a variable; <c>all</c>: their own.</param>
/// <param name="At">The time, or for a quantile the part of the subjects.</param>
/// <param name="Estimate">The estimate.</param>
/// <param name="StandardError">Its standard error, that of the parameters for these rows.</param>
/// <param name="Lower">The lower confidence limit.</param>
/// <param name="Upper">The upper confidence limit.</param>
public sealed record ParametricAverage(string Group, double At, double Estimate, double StandardError, double Lower, double Upper);
