using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The mean and the sample standard deviation (divisor n - 1) of the values that are not missing: <c>mean-sd</c>.</summary>
/// <param name="Column">The column.</param>
public sealed record MeanSdMeasure(string Column) : StudyMeasure
{
    /// <inheritdoc/>
    public override string Name => "mean-sd";

    /// <inheritdoc/>
    public override ImmutableArray<string> Aspects => [Published.Aspects.Mean, Published.Aspects.StandardDeviation];

    /// <inheritdoc/>
    public override ImmutableArray<string> Columns => [Column];
}
