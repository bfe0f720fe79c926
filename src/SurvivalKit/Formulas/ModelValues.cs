using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>What a formula uses, for the complete rows.</summary>
/// <param name="Response">The survival response.</param>
/// <param name="Variables">The values of each variable of the terms; a <c>strata()</c> is a factor of its combinations.</param>
/// <param name="Strata">The place of each row's stratum, or empty where there are no strata.</param>
/// <param name="Offset">The offset of each row, or empty.</param>
/// <param name="Weights">The case weight of each row, or empty.</param>
internal sealed record ModelValues(
    Surv Response,
    ImmutableArray<FormulaValue> Variables,
    int[] Strata,
    double[] Offset,
    double[] Weights)
{
    /// <summary>The place of each row's cluster, or empty where there are no clusters.</summary>
    public int[] Clusters { get; init; } = [];
}
