using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The mean, the least and the greatest of the values that are not missing: <c>mean-range</c>.</summary>
/// <param name="Column">The column.</param>
public sealed record MeanRangeMeasure(string Column) : StudyMeasure
{
    /// <inheritdoc/>
    public override string Name => "mean-range";

    /// <inheritdoc/>
    public override ImmutableArray<string> Aspects => [Published.Aspects.Mean, Published.Aspects.Minimum, Published.Aspects.Maximum];

    /// <inheritdoc/>
    public override ImmutableArray<string> Columns => [Column];
}
