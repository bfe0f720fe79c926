using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>How many patients have the one and how many the other of two levels: <c>count-pair</c>.</summary>
/// <param name="Column">The column.</param>
/// <param name="First">The level counted first.</param>
/// <param name="Second">The level counted second.</param>
public sealed record CountPairMeasure(string Column, string First, string Second) : StudyMeasure
{
    /// <inheritdoc/>
    public override string Name => "count-pair";

    /// <inheritdoc/>
    public override ImmutableArray<string> Aspects => [Published.Aspects.FirstCount, Published.Aspects.SecondCount];

    /// <inheritdoc/>
    public override ImmutableArray<string> Columns => [Column];
}
