namespace SurvivalKit;

/// <summary>The options of a win ratio.</summary>
public sealed record WinRatioOptions
{
    /// <summary>The group whose wins are counted; default: the second level of the groups, the first being the control.</summary>
    public string? Treatment { get; init; }

    /// <summary>The confidence level of the intervals, between 0 and 1; default: 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Whether times that differ only by rounding are one time, as R's <c>timefix</c>; default: yes.</summary>
    /// <remarks>Rounding is a difference within 1.5e-8, absolutely or relative to the mean time. Give times in a unit in which they are not
    /// themselves so small, or turn this off.</remarks>
    public bool JoinNearTies { get; init; } = true;
}
