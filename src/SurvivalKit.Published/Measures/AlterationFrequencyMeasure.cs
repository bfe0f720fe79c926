using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>How many, and how many percent, of the sequenced patients have an alteration in one of the genes:
/// <c>alteration-frequency</c>.</summary>
/// <param name="Genes">The genes.</param>
public sealed record AlterationFrequencyMeasure(ImmutableArray<string> Genes) : StudyMeasure
{
    /// <inheritdoc/>
    public override string Name => "alteration-frequency";

    /// <inheritdoc/>
    public override ImmutableArray<string> Aspects => [Published.Aspects.Count, Published.Aspects.Percent];
}
