namespace SurvivalKit;

/// <summary>Where the likelihood of a parametric regression was left.</summary>
/// <param name="Status">How the search ended.</param>
/// <param name="Iterations">The number of steps.</param>
/// <param name="Parameters">The parameters.</param>
/// <param name="Sums">The likelihood there.</param>
/// <param name="Step">The last step; infinite for a parameter of which the likelihood tells no more.</param>
internal sealed record ParametricMaximum(
    FitStatus Status, int Iterations, double[] Parameters, ParametricSums Sums, double[] Step)
{
    // Parameters are in standard units; one that still moves so far where nothing is to be won goes to infinity.
    private const double LongStep = 1e-2;

    /// <summary>Whether a step is one on the way to infinity.</summary>
    public static bool IsLong(double step) => !(Math.Abs(step) <= LongStep);
}
