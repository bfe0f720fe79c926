namespace SurvivalKit;

/// <summary>The options of a Nelson-Aalen fit.</summary>
public sealed record NelsonAalenOptions
{
    /// <summary>How tied events add to the hazard; default: d/n.</summary>
    public HazardMethod Method { get; init; } = HazardMethod.NelsonAalen;

    /// <summary>The scale of the pointwise intervals; default: <see cref="HazardConfidenceType.Log"/>.</summary>
    public HazardConfidenceType ConfidenceType { get; init; } = HazardConfidenceType.Log;

    /// <summary>The confidence level of the intervals, between 0 and 1; default: 0.95.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Whether standard errors are robust; default: R's rule, as for <see cref="KaplanMeierOptions.Robust"/>.</summary>
    public bool? Robust { get; init; }

    /// <summary>Whether times that differ only by rounding are one time; default: yes, as for
    /// <see cref="KaplanMeierOptions.JoinNearTies"/>.</summary>
    public bool JoinNearTies { get; init; } = true;
}
