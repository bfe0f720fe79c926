using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A gene and the kinds of alterations it can have in a synthetic cohort.</summary>
/// <param name="Gene">The gene's symbol as printed.</param>
/// <param name="Kinds">Kinds of alterations, at least one.</param>
public sealed record SequencedGene(string Gene, ImmutableArray<string> Kinds);
