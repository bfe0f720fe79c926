using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>A term of a Cox model, its hazard ratio with the 95% Wald interval and Wald's P: <c>cox</c>.</summary>
/// <remarks>Where the same row has a <c>p-value</c> measure too, that one gives the P.</remarks>
public sealed record CoxMeasure : StudyMeasure
{
    /// <inheritdoc/>
    public override string Name => "cox";

    /// <summary>The endpoint.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The columns of the model, in order.</summary>
    public required ImmutableArray<string> Covariates { get; init; }

    /// <summary>The column among them whose hazard ratio it is.</summary>
    public required string Term { get; init; }

    /// <summary>For a category of more than two levels: the level that is compared with the first.</summary>
    public string? Level { get; init; }

    /// <summary>How tied times are treated.</summary>
    public required Ties Ties { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<string> Aspects =>
        [Published.Aspects.HazardRatio, Published.Aspects.Lower, Published.Aspects.Upper, Published.Aspects.P];

    /// <inheritdoc/>
    public override ImmutableArray<string> Columns => Covariates;

    /// <inheritdoc/>
    public override string EndpointName => Endpoint;
}
