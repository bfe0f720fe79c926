using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>The options of a mean cumulative function.</summary>
public sealed record MeanCumulativeOptions
{
    /// <summary>The levels of the status after which a subject can have no event, as death; default: none. The other levels but censoring
    /// are the recurrent events.</summary>
    public ImmutableArray<string> Terminal { get; init; } = [];

    /// <summary>The scale of the pointwise intervals; default: <see cref="HazardConfidenceType.Log"/>, on which limits stay
    /// positive.</summary>
    public HazardConfidenceType ConfidenceType { get; init; } = HazardConfidenceType.Log;

    /// <summary>The confidence level of the intervals, between 0 and 1; default: 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Whether times that differ only by rounding are one time, as R's <c>timefix</c>; default: yes.</summary>
    /// <remarks>Rounding is a difference within 1.5e-8, absolutely or relative to the mean time. Give times in a unit in which they are not
    /// themselves so small, or turn this off.</remarks>
    public bool JoinNearTies { get; init; } = true;
}
