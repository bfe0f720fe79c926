using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The cumulative incidence of one cause in one group: the probability that the event happens by a time and from this
/// cause.</summary>
/// <remarks>All lists have an element for each of <see cref="Time"/>. The incidence is 0 before the first time, and
/// right-continuous.</remarks>
public sealed class CauseIncidence
{
    private readonly CumulativeIncidenceCurve _curve;
    private readonly int _place;

    internal CauseIncidence(CumulativeIncidenceCurve curve, string cause, int place)
    {
        _curve = curve;
        _place = place;
        Cause = cause;
        double[] incidence = curve.Estimate.Incidence[place];
        double[] error = Array.ConvertAll(IncidenceJackknife.Variance(curve.Rows, curve.Estimate, place), Math.Sqrt);
        Incidence = CumulativeIncidenceCurve.Share(incidence);
        StandardError = CumulativeIncidenceCurve.Share(error);
        Events = CumulativeIncidenceCurve.Share(curve.Estimate.Events[place]);
        (Lower, Upper) = IncidenceLimits.Compute(incidence, error, curve.Options.ConfidenceType, curve.Options.Level);
    }

    /// <summary>The cause: a level of the status.</summary>
    public string Cause { get; }

    /// <summary>The distinct times at which observations end, increasing.</summary>
    public ImmutableArray<double> Time => _curve.Time;

    /// <summary>The (weighted) number of events of this cause at each time.</summary>
    public ImmutableArray<double> Events { get; }

    /// <summary>The (weighted) number of events of this cause in the group.</summary>
    public double EventTotal => Events.Sum();

    /// <summary>The incidence by each time; R's <c>pstate</c>.</summary>
    public ImmutableArray<double> Incidence { get; }

    /// <summary>Its standard error, of the infinitesimal jackknife; R's <c>std.err</c>.</summary>
    public ImmutableArray<double> StandardError { get; }

    /// <summary>The lower pointwise confidence limit; not a number where its scale has none, as at an incidence of 0.</summary>
    public ImmutableArray<double> Lower { get; }

    /// <summary>The upper pointwise confidence limit; not a number where its scale has none, as at an incidence of 0.</summary>
    public ImmutableArray<double> Upper { get; }

    /// <summary>The time by which a fraction of the group has had the event from this cause, with the interval read off the
    /// limits.</summary>
    /// <param name="probability">The fraction, between 0 and 1; of the whole group, not of those who will have this event.</param>
    /// <remarks>As <see cref="KaplanMeierCurve.Quantile"/> of one minus the incidence. R gives none for several states.</remarks>
    /// <exception cref="SurvivalDataException">The fraction is not between 0 and 1.</exception>
    public QuantileEstimate Quantile(double probability)
    {
        StepQuantile.Check(probability);
        return new(probability, Find(Incidence), Find(Upper), Find(Lower));

        double? Find(ImmutableArray<double> values) =>
            StepQuantile.Find(Time.AsSpan(), [.. values.Select(value => 1 - value)], probability);
    }

    /// <summary>The incidence at given times, as R's <c>summary(fit, times, extend = TRUE)</c>; beyond the last time it stays
    /// constant.</summary>
    /// <param name="times">The times; the result is in increasing order of time.</param>
    /// <exception cref="SurvivalDataException">A time is not a number.</exception>
    public ImmutableArray<IncidenceEstimate> At(params IEnumerable<double> times) =>
    [
        .. StepLookup.Places(Time, _curve.AtRisk, Events, _curve.Censored, times).Select(at => at.Row < 0
            ? new IncidenceEstimate(at.Time, at.AtRisk, at.Events, 0, 0, double.NaN, double.NaN)
            : new(
                at.Time, at.AtRisk, at.Events, Incidence[at.Row], StandardError[at.Row], Lower[at.Row], Upper[at.Row])),
    ];

    /// <summary>The mean time lost to this cause up to a horizon: the area under its incidence (Andersen 2013). R's
    /// <c>print(fit, rmean = horizon)</c> calls it the mean time in the state.</summary>
    /// <param name="horizon">The horizon (tau), positive, in the unit of the data.</param>
    /// <exception cref="SurvivalDataException">The horizon is not a positive time.</exception>
    public RestrictedMean TimeLost(double horizon)
    {
        if (!(double.IsFinite(horizon) && horizon > 0))
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"The mean time lost up to {horizon} was asked for; a positive time was expected."));
        }

        // A step of the incidence at s raises the area by its height times the time from s to the horizon.
        double[] left = [.. Time.Select(time => Math.Max(0, horizon - time))];
        double area = 0;
        for (int i = 0; i < left.Length; i++)
        {
            area += left[i] * (Incidence[i] - (i == 0 ? 0 : Incidence[i - 1]));
        }

        double variance = IncidenceJackknife.Variance(_curve.Rows, _curve.Estimate, _place, left)[^1];
        return new RestrictedMean(horizon, area, Math.Sqrt(variance))
        {
            IsExtrapolated = horizon > Time[^1] && _curve.Survival[^1] > 0,
        };
    }
}
