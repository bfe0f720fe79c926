using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The result of the maximisation, in the units of the caller's columns.</summary>
internal sealed record CoxSolution(
    FitStatus Status,
    ImmutableArray<string> AtFault,
    int Iterations,
    double NullLogLikelihood,
    double LogLikelihood,
    double[] Coefficients,
    double[,] Covariance,
    double WaldStatistic,
    double ScoreStatistic,
    int Rank)
{
    /// <summary>The number of estimated coefficients; fewer under a ridge penalty.</summary>
    public double EffectiveDegreesOfFreedom { get; init; } = Rank;
}
