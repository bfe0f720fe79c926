namespace SurvivalKit;

/// <summary>A quantity predicted for a row, with its error by the delta method.</summary>
/// <param name="Row">The row of the new data, from 0.</param>
/// <param name="At">The time, or for a quantile the part of the subjects.</param>
/// <param name="Estimate">The estimate; NaN where a value that the model uses is missing.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="Lower">The lower confidence limit.</param>
/// <param name="Upper">The upper confidence limit.</param>
public sealed record ParametricEstimate(int Row, double At, double Estimate, double StandardError, double Lower, double Upper);
