namespace SurvivalKit.Figures;

/// <summary>A property of the samples, drawn as a row of coloured cells below the genes.</summary>
/// <param name="Name">The name of the property, such as <c>Arm</c> or <c>MSI</c>.</param>
/// <param name="Values">The value of each sample; a sample that is missing here, or has an empty value, is drawn as not known.</param>
public sealed record SampleTrack(string Name, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The values in the order of the key. Default (null): sorted.</summary>
    public IReadOnlyList<string>? Levels { get; init; }
}
