namespace SurvivalKit;

/// <summary>The options of cumulative incidences.</summary>
public sealed record CumulativeIncidenceOptions
{
    /// <summary>The scale of the pointwise intervals; default: <see cref="ConfidenceType.Log"/>, as in R.</summary>
    public ConfidenceType ConfidenceType { get; init; } = ConfidenceType.Log;

    /// <summary>The confidence level of the intervals, between 0 and 1; default: 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Whether times that differ only by rounding are one time, as R's <c>timefix</c>; default: yes.</summary>
    /// <remarks>Rounding is a difference within 1.5e-8, absolutely or relative to the mean time. Give times in a unit in which they are not
    /// themselves so small, or turn this off.</remarks>
    public bool JoinNearTies { get; init; } = true;
}
