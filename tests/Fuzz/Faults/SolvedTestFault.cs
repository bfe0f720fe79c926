namespace SurvivalKit.Fuzz;

/// <summary>R's Wald and robust score tests solve with a matrix in the units of the columns, and take a column of small units for a
/// combination of the others; its robust score test leaves out the offset. Both are computed again in R from R's own coefficients,
/// covariance and residuals: with a matrix whose diagonal is 1, and with the offset.</summary>
internal sealed class SolvedTestFault : IFault
{
    public string Name => "a quadratic form in columns of far units, or without the offset";

    public bool Explains(Disagreement disagreement) =>
        disagreement.Key is "wald" or "robust.score"
        && disagreement.Their(disagreement.Key + ".defined") is [var defined]
        && disagreement.Our(disagreement.Key) is [var ours]
        && Math.Abs(ours - defined) <= 1e-5 * Math.Max(1e-3, defined);
}
