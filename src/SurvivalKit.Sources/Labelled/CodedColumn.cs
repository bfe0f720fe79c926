namespace SurvivalKit.Sources;

/// <summary>What the header of a file says of a column.</summary>
/// <param name="Name">The name.</param>
/// <param name="Label">Its label; empty where it has none.</param>
/// <param name="Moment">What its numbers count, where they are dates.</param>
internal sealed record CodedColumn(string Name, string Label, MomentKind Moment)
{
    /// <summary>The labels of numbers.</summary>
    public IReadOnlyDictionary<double, string> Labels { get; init; } = new Dictionary<double, string>();

    /// <summary>The labels of texts.</summary>
    public IReadOnlyDictionary<string, string> TextLabels { get; init; } = new Dictionary<string, string>();
}
