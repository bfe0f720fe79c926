using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The values that a formula uses, for the complete rows.</summary>
/// <param name="Response">The survival response.</param>
/// <param name="Variables">The values of each variable of the terms; a <c>strata()</c> is a factor of its combinations.</param>
/// <param name="Strata">The place of each row's stratum, or empty where there are no strata.</param>
/// <param name="StrataNames">The names of the strata, <c>sex=1, ph.ecog=0</c>; empty where there are none.</param>
/// <param name="Clusters">The place of each row's cluster, from 0, or empty where there is no <c>cluster()</c>.</param>
/// <param name="Offset">The offset of each row, or empty.</param>
/// <param name="Weights">The case weight of each row, or empty.</param>
internal sealed record ModelValues(
    Surv Response,
    ImmutableArray<FormulaValue> Variables,
    int[] Strata,
    ImmutableArray<string> StrataNames,
    int[] Clusters,
    double[] Offset,
    double[] Weights)
{
    /// <summary>The subject of each row, from 0, or empty where each row is its own.</summary>
    public int[] Subjects { get; init; } = [];

    /// <summary>How many equal observations each row stands for; empty: one.</summary>
    public int[] Copies { get; init; } = [];
}
