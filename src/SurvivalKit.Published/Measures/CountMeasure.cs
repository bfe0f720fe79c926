using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>How many patients, and how many percent of the column's patients, meet a condition: <c>count</c>.</summary>
/// <param name="Condition">The condition.</param>
public sealed record CountMeasure(PatientCondition Condition) : StudyMeasure
{
    /// <inheritdoc/>
    public override string Name => "count";

    /// <inheritdoc/>
    public override ImmutableArray<string> Aspects => [Published.Aspects.Count, Published.Aspects.Percent];

    /// <inheritdoc/>
    public override ImmutableArray<string> Columns => Condition.Columns;
}
