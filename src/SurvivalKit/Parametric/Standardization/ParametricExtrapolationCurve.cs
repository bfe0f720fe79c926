using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The survival and hazard of a population by one distribution.</summary>
/// <param name="Distribution">The distribution.</param>
/// <param name="Survival">The mean survival of the rows at each time.</param>
/// <param name="Hazard">The hazard of the population at each time, that of those who still live.</param>
public sealed record ParametricExtrapolationCurve(
    ParametricDistribution Distribution, ImmutableArray<double> Survival, ImmutableArray<double> Hazard)
{
    /// <summary>The name of the distribution.</summary>
    public string Name => ParametricTables.NameOf(Distribution);
}
