using System.Collections.Immutable;

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

    /// <summary>The times at which the hazard of <see cref="ParametricDistribution.PiecewiseExponential"/> changes, increasing; default,
    /// empty: the quartiles of the times of events.</summary>
    public ImmutableArray<double> Cuts { get; init; } = [];

    /// <summary>The number of inner knots of a spline, from 0 to 20, at equally spaced quantiles of the log times of events; default: 1, as
    /// a spline of 2 degrees of freedom.</summary>
    public int Knots { get; init; } = 1;

    /// <summary>The times of a spline's inner knots, between the first and the last event, in the place of <see cref="Knots"/>; default:
    /// empty.</summary>
    public ImmutableArray<double> KnotTimes { get; init; } = [];
}
