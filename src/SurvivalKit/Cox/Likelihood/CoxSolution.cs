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
    /// <summary>The columns in which the likelihood was maximised; <see langword="null"/>: those of the data.</summary>
    public ColumnBasis? Basis { get; init; }

    /// <summary>The limit of a likelihood without a maximum; <see langword="null"/> where it has one.</summary>
    public CoxLimit? Limit { get; init; }

    /// <summary>The number of estimated coefficients; fewer under a ridge penalty.</summary>
    public double EffectiveDegreesOfFreedom { get; init; } = Rank;
}
