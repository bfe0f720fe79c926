namespace SurvivalKit;

/// <summary>The options of state occupancy.</summary>
public sealed record StateOccupancyOptions
{
    /// <summary>The scale of the pointwise intervals; default: <see cref="ConfidenceType.Log"/>, as in R.</summary>
    public ConfidenceType ConfidenceType { get; init; } = ConfidenceType.Log;

    /// <summary>The confidence level of the intervals, between 0 and 1; default: 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Whether errors and intervals are computed, R's <c>se.fit</c>; default: yes. They take a time in proportion to subjects
    /// times distinct times of transitions, probabilities alone do not; without them they are not a number.</summary>
    public bool StandardErrors { get; init; } = true;

    /// <summary>The time from which on probabilities are estimated, R's <c>start.time</c>: rows that end before it are left out, and the
    /// states at the first transition from it on are the first ones; default: the start of the data.</summary>
    public double? StartTime { get; init; }

    /// <summary>The state in which all are at the start: the probabilities are then those of transition out of it from the start time to
    /// each time; default: the states are distributed as those at risk then are.</summary>
    public string? StartState { get; init; }

    /// <summary>The name of the state of those whose first state is not given; default: R's <c>(s0)</c>.</summary>
    public string InitialState { get; init; } = "(s0)";

    /// <summary>Whether times that differ only by rounding are one time, as R's <c>timefix</c>; default: yes.</summary>
    /// <remarks>Rounding is a difference within 1.5e-8, absolutely or relative to the mean time. Give times in a unit in which they are not
    /// themselves so small, or turn this off.</remarks>
    public bool JoinNearTies { get; init; } = true;
}
