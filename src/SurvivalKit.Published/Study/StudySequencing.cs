using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>The part of a study that sequenced tumours.</summary>
public sealed record StudySequencing
{
    /// <summary>The number of sequenced patients.</summary>
    public required int N { get; init; }

    /// <summary>Where the number comes from, when it is not printed; <see langword="null"/>: it is.</summary>
    public string? Note { get; init; }

    /// <summary>The kinds of alterations that the study distinguishes.</summary>
    public required ImmutableArray<string> Kinds { get; init; }

    /// <summary>The genes that the study names, each with the kinds of alterations it is given in a synthetic cohort.</summary>
    public required ImmutableArray<SequencedGene> Genes { get; init; }

    /// <summary>The least tumour mutational burden of a synthetic patient, in mutations a megabase.</summary>
    public required double MinimumBurden { get; init; }

    /// <summary>The greatest tumour mutational burden of a synthetic patient, in mutations a megabase.</summary>
    public required double MaximumBurden { get; init; }

    /// <summary>The decimals of the tumour mutational burden.</summary>
    public required int BurdenDecimals { get; init; }

    /// <summary>The microsatellite states that occur.</summary>
    public required ImmutableArray<string> MicrosatelliteStates { get; init; }
}
