using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The statistical methods according to the methods section.</summary>
/// <param name="Software">The program that was used.</param>
/// <param name="Tests">The tests it names.</param>
/// <param name="Continuous">How numbers are summarised.</param>
/// <param name="Ties">How that program treats tied times in a Cox model.</param>
/// <param name="Significance">The level below which P counts as significant.</param>
public sealed record StudyMethods(string Software, ImmutableArray<NamedTest> Tests, string Continuous, Ties Ties, double Significance)
{
    /// <summary>How printed figures were computed that can be computed in several ways; default: all open.</summary>
    public StudyReadings Readings { get; init; } = new();
}

