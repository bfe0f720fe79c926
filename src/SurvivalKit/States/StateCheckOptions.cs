namespace SurvivalKit;

/// <summary>The options of a check of states.</summary>
public sealed record StateCheckOptions
{
    /// <summary>The name of the state of those whose first state is not given; default: R's <c>(s0)</c>.</summary>
    public string InitialState { get; init; } = "(s0)";

    /// <summary>Whether times that differ only by rounding are one time, as R's <c>timefix</c>; default: yes.</summary>
    /// <remarks>Rounding is a difference within 1.5e-8, absolutely or relative to the mean time. Give times in a unit in which they are not
    /// themselves so small, or turn this off.</remarks>
    public bool JoinNearTies { get; init; } = true;
}
