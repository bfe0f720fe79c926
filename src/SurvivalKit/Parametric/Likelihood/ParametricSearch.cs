namespace SurvivalKit;

/// <summary>Where a search ended, in its own units.</summary>
/// <param name="Likelihood">The likelihood.</param>
/// <param name="Parameters">Its parameters at the maximum.</param>
/// <param name="Inverse">The inverse information.</param>
/// <param name="ToCaller">The derivatives of the caller's parameters by these.</param>
internal sealed record ParametricSearch(IParametricLikelihood Likelihood, double[] Parameters, double[,] Inverse, double[,] ToCaller)
{
    /// <summary>The rows.</summary>
    public ParametricData Data => Likelihood.Data;
}
