using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>How many patients, and how many percent, meet a condition: <c>count</c>.</summary>
/// <param name="Condition">The condition.</param>
public sealed record CountMeasure(PatientCondition Condition) : StudyMeasure
{
    /// <summary>
    /// Whether percentages are of the patients whose value is known (of several columns, in one of them), and not of
    /// all patients. Default: of all.
    /// </summary>
    public bool OfKnown { get; init; }

    /// <inheritdoc/>
    public override string Name => "count";

    /// <inheritdoc/>
    public override ImmutableArray<string> Aspects => [Published.Aspects.Count, Published.Aspects.Percent];

    /// <inheritdoc/>
    public override ImmutableArray<string> Columns => Condition.Columns;
}
