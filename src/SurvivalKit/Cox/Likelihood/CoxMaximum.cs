namespace SurvivalKit;

/// <summary>Where <see cref="CoxMaximizer"/> stopped, on the centred and scaled columns.</summary>
/// <param name="Status">Converged, stopped at the largest number of iterations, or found to have no maximum.</param>
/// <param name="Iterations">The number of steps.</param>
/// <param name="Coefficients">The coefficients.</param>
/// <param name="Covariance">The inverse of the information there.</param>
/// <param name="LogLikelihood">The log-likelihood there.</param>
/// <param name="WaldStatistic">The Wald test of all coefficients 0.</param>
/// <param name="ScoreStatistic">The score test of all coefficients 0.</param>
/// <param name="Rank">The number of coefficients that the likelihood moves in.</param>
internal sealed record CoxMaximum(
    FitStatus Status,
    int Iterations,
    double[] Coefficients,
    double[,] Covariance,
    double LogLikelihood,
    double WaldStatistic,
    double ScoreStatistic,
    int Rank)
{
    /// <summary>A direction in which the likelihood rises for ever; empty where there is none.</summary>
    public double[] Direction { get; init; } = [];

    /// <summary>Whether the likelihood has to be evaluated accurately (<see cref="ICoxObjective.BeAccurate"/>).</summary>
    public bool NeedsAccuracy { get; init; }
}
