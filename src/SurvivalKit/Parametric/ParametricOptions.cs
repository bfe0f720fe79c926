namespace SurvivalKit;

/// <summary>The options of a parametric regression.</summary>
public sealed record ParametricOptions
{
    /// <summary>The distribution of the time; default: <see cref="ParametricDistribution.Weibull"/>, as in R's <c>survreg</c>.</summary>
    public ParametricDistribution Distribution { get; init; } = ParametricDistribution.Weibull;

    /// <summary>The confidence level of the intervals, between 0 and 1; default: 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Whether errors are robust; default, <see langword="null"/>: with clusters, and where a weight is not a whole
    /// number.</summary>
    public bool? Robust { get; init; }

    /// <summary>The largest number of Newton-Raphson steps; default: 100.</summary>
    public int MaxIterations { get; init; } = 100;
}
