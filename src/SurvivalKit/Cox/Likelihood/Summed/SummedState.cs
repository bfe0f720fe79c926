using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Summed rows at the estimates of a fit to them, for its tests.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Risks">Their risks at the estimates, as <see cref="ISummedRows.At"/> gives them.</param>
/// <param name="Ties">How tied events are treated.</param>
/// <param name="IsEstimable">Whether each coefficient is.</param>
internal sealed record SummedState(ISummedRows Rows, IEnumerable<ImmutableArray<SummedRisks>> Risks, Ties Ties, bool[] IsEstimable);
