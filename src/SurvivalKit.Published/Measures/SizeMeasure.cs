using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The number of patients of a column: <c>size</c>.</summary>
public sealed record SizeMeasure : StudyMeasure
{
    /// <inheritdoc/>
    public override string Name => "size";

    /// <inheritdoc/>
    public override ImmutableArray<string> Aspects => [Published.Aspects.Count];
}
