namespace SurvivalKit;

/// <summary>The mean survival time up to a horizon: the area under the survival curve from 0 to it.</summary>
/// <param name="Horizon">The horizon (tau), in the unit of the data.</param>
/// <param name="Estimate">The area, in the unit of the data.</param>
/// <param name="StandardError">Its standard error.</param>
public sealed record RestrictedMean(double Horizon, double Estimate, double StandardError)
{
    /// <summary>Whether the horizon is later than the last time while some still survive: the curve was then taken to stay where it was, as R does.</summary>
    public bool IsExtrapolated { get; init; }
}
