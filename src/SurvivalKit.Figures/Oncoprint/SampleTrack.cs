namespace SurvivalKit.Figures;

/// <summary>A property of the samples, drawn as a row of coloured cells below the genes.</summary>
/// <param name="Name">The name of the property, such as <c>Arm</c> or <c>MSI</c>.</param>
/// <param name="Values">The value of each sample; a sample that is missing here, or has an empty value, is drawn as not known.</param>
public sealed record SampleTrack(string Name, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The values in the order of the key; those that no sample has are in it too. Default (null): sorted.</summary>
    public IReadOnlyList<string>? Levels { get; init; }

    /// <summary>Colours of values as <c>#RRGGBB</c>, by value, on every background. Default: each has one that follows from its name and the
    /// track's, the same in every figure; where two values of a track would have the same, the later takes another, for which a study
    /// that draws several figures names all its <see cref="Levels"/>.</summary>
    public IReadOnlyDictionary<string, string> Colours { get; init; } = new Dictionary<string, string>();
}
