using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>What a summary of state occupancy shows in addition to the last probabilities; default: nothing.</summary>
public sealed record StateSummaryOptions
{
    /// <summary>Times at which the probabilities are shown, as R's <c>summary(fit, times)</c>; default: none.</summary>
    public ImmutableArray<double> Times { get; init; } = [];

    /// <summary>The horizon of the mean time in each state, in the unit of the data; default: none.</summary>
    public double? Horizon { get; init; }
}
