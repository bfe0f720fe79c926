using System.Collections.Immutable;

namespace SurvivalKit.Sources;

/// <summary>The values of a variable that an SPSS file declares to be missing.</summary>
/// <param name="Numbers">Single numbers.</param>
/// <param name="Texts">Single texts.</param>
/// <param name="Low">The least of a range; above <paramref name="High"/> where there is none.</param>
/// <param name="High">The greatest of the range.</param>
internal sealed record SpssMissing(ImmutableArray<double> Numbers, ImmutableArray<string> Texts, double Low, double High)
{
    public static SpssMissing None { get; } = new([], [], 1, 0);

    public bool Has(double value) => Numbers.Contains(value) || (value >= Low && value <= High);

    public bool Has(string value) => Texts.Contains(value, StringComparer.Ordinal);
}
