using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>What a summary of Kaplan-Meier curves shows in addition to n, events and median; default: nothing.</summary>
public sealed record KaplanMeierSummaryOptions
{
    /// <summary>Times at which the curves are shown, as R's <c>summary(fit, times)</c>; default: none.</summary>
    public ImmutableArray<double> Times { get; init; } = [];

    /// <summary>Fractions of events, between 0 and 1, whose times are shown, as R's <c>quantile(fit, probs)</c>; default: none.</summary>
    public ImmutableArray<double> Quantiles { get; init; } = [];

    /// <summary>The horizon of restricted means and of their contrasts, in the unit of the data; default: none.</summary>
    public double? Horizon { get; init; }
}
