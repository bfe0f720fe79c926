using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The probability of being in one state, in one group.</summary>
/// <remarks>All lists have an element for each of <see cref="Time"/>. The probability is right-continuous, and
/// <see cref="Initial"/> before the first time.</remarks>
public sealed class StateProbability
{
    private readonly StateOccupancyCurve _curve;
    private readonly int _place;

    internal StateProbability(StateOccupancyCurve curve, string state, int place)
    {
        _curve = curve;
        _place = place;
        State = state;
        StateEstimate estimate = curve.Estimate;
        Initial = estimate.Initial[place];
        double[] error = Array.ConvertAll(estimate.Variance[place], Math.Sqrt);
        (AtRisk, Entries, Censored, Probability, StandardError) = (
            [.. estimate.AtRisk[place]], [.. estimate.Entries[place]], [.. estimate.Censored[place]], [.. estimate.Probability[place]],
            [.. error]);
        (Lower, Upper) = IncidenceLimits.Compute(
            estimate.Probability[place], error, curve.Options.ConfidenceType, curve.Options.Level);
    }

    /// <summary>The state.</summary>
    public string State { get; }

    /// <summary>The probability at the start; R's <c>p0</c>.</summary>
    public double Initial { get; }

    /// <summary>The distinct times at which a subject moves or its observation ends.</summary>
    public ImmutableArray<double> Time => _curve.Time;

    /// <summary>The (weighted) number at risk in the state just before each time.</summary>
    public ImmutableArray<double> AtRisk { get; }

    /// <summary>The (weighted) number of transitions into the state; R's <c>n.event</c>.</summary>
    public ImmutableArray<double> Entries { get; }

    /// <summary>The (weighted) number censored in the state.</summary>
    public ImmutableArray<double> Censored { get; }

    /// <summary>The probability; R's <c>pstate</c>.</summary>
    public ImmutableArray<double> Probability { get; }

    /// <summary>Its standard error, of the infinitesimal jackknife; R's <c>std.err</c> of <c>survfit(..., influence = TRUE)</c>, which
    /// counts the first states as estimates where they differ.</summary>
    public ImmutableArray<double> StandardError { get; }

    /// <summary>The lower pointwise confidence limit; not a number where its scale has none, as at a probability of 0.</summary>
    public ImmutableArray<double> Lower { get; }

    /// <summary>The upper pointwise confidence limit; not a number where its scale has none, as at a probability of 0.</summary>
    public ImmutableArray<double> Upper { get; }

    /// <summary>The probability at given times; beyond the last time it stays constant.</summary>
    /// <param name="times">The times; the result is in increasing order of time.</param>
    /// <exception cref="SurvivalDataException">A time is not a number.</exception>
    public ImmutableArray<StatePoint> At(params IEnumerable<double> times) =>
    [
        .. StepLookup.Places(Time, AtRisk, Entries, Censored, times).Select(at => at.Row < 0
            ? new StatePoint(at.Time, at.AtRisk, at.Events, Initial, Initial is 0 or 1 ? 0 : double.NaN, double.NaN, double.NaN)
            : new(at.Time, at.AtRisk, at.Events, Probability[at.Row], StandardError[at.Row], Lower[at.Row], Upper[at.Row])),
    ];

    /// <summary>The mean time in the state up to a horizon: the area under its probability (R's <c>print(fit, rmean =
    /// horizon)</c>).</summary>
    /// <param name="horizon">The horizon (tau), after the start of the estimate, in the unit of the data.</param>
    /// <exception cref="SurvivalDataException">The horizon is not after the start.</exception>
    public RestrictedMean MeanTime(double horizon)
    {
        StateEstimate estimate = _curve.UpTo(horizon);
        return new RestrictedMean(horizon, estimate.Area[_place], Math.Sqrt(estimate.AreaVariance[_place]))
        {
            IsExtrapolated = horizon > Time[^1],
        };
    }

    internal StatePoint Step(int i) => new(
        Time[i], AtRisk[i], Entries[i], Probability[i], StandardError[i], Lower[i], Upper[i]);
}
