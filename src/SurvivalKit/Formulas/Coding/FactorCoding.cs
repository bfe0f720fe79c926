using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>How a categorical variable was coded in a fit.</summary>
/// <param name="Levels">Its levels in order.</param>
/// <param name="Reference">The place of the level that the others are compared with.</param>
internal sealed record FactorCoding(ImmutableArray<string> Levels, int Reference);
