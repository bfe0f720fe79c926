using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace SurvivalKit;

/// <summary>Numbers that an expression took from the data of a fit; infinite ones can be saved too.</summary>
/// <param name="Values">The numbers.</param>
internal sealed record FittedNumbers(
    [property: JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)] ImmutableArray<double> Values);
