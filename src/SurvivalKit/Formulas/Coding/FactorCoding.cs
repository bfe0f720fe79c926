using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SurvivalKit;

/// <summary>How a categorical variable was coded in a fit.</summary>
/// <param name="Levels">Its levels in order.</param>
/// <param name="Reference">The place of the level that the others are compared with.</param>
/// <param name="IsOrdered">Whether its levels are ordered and were coded by polynomials.</param>
internal sealed record FactorCoding(
    ImmutableArray<string> Levels,
    int Reference,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool IsOrdered = false);
