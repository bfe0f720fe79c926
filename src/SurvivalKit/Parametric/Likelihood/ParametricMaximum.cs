namespace SurvivalKit;

/// <summary>Where the likelihood of a parametric regression was left.</summary>
/// <param name="Status">How the search ended.</param>
/// <param name="Iterations">The number of steps.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Sums">The likelihood there.</param>
/// <param name="Moving">Whether each parameter was still moving away.</param>
internal sealed record ParametricMaximum(
    FitStatus Status, int Iterations, double[] Parameters, ParametricSums Sums, bool[] Moving);
