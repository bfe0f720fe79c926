using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>What the terms of a formula took from the data of a fit, keyed by the text of the expression that needs it.</summary>
internal sealed class FittedConstants
{
    /// <summary>The levels of factors whose order matters inside an expression: <c>as.numeric(factor(x))</c>.</summary>
    public Dictionary<string, ImmutableArray<string>> Levels { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Numbers such as the mean that <c>scale(x)</c> takes away, or the breaks of <c>cut(x, 3)</c>.</summary>
    public Dictionary<string, FittedNumbers> Numbers { get; init; } = new(StringComparer.Ordinal);

    /// <summary>The bases of terms of several columns.</summary>
    public Dictionary<string, TermBasis> Bases { get; init; } = new(StringComparer.Ordinal);
}
