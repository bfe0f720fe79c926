using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>What a summary of cumulative incidences shows in addition to n, events and the last incidence; default: nothing.</summary>
public sealed record CumulativeIncidenceSummaryOptions
{
    /// <summary>Times at which the incidences are shown, as R's <c>summary(fit, times)</c>; default: none.</summary>
    public ImmutableArray<double> Times { get; init; } = [];

    /// <summary>Fractions of the group, between 0 and 1: the times by which they have had the event are shown; default: none.</summary>
    public ImmutableArray<double> Quantiles { get; init; } = [];

    /// <summary>The horizon of the mean time lost to each cause, in the unit of the data; default: none.</summary>
    public double? Horizon { get; init; }
}
