using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>
/// The median and the sample standard deviation (divisor n - 1) of the values that are not missing: <c>median-sd</c>. The median of an
/// even number of values is the mean of the two middle ones, as in R's <c>median</c>.
/// </summary>
/// <param name="Column">The column.</param>
public sealed record MedianSdMeasure(string Column) : StudyMeasure
{
    /// <inheritdoc/>
    public override string Name => "median-sd";

    /// <inheritdoc/>
    public override ImmutableArray<string> Aspects => [Published.Aspects.Median, Published.Aspects.StandardDeviation];

    /// <inheritdoc/>
    public override ImmutableArray<string> Columns => [Column];
}
