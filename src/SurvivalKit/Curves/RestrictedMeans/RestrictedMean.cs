namespace SurvivalKit;

/// <summary>The mean survival time up to a horizon: the area under the survival curve from 0 to it.</summary>
/// <param name="Horizon">The horizon (tau), in the unit of the data.</param>
/// <param name="Estimate">The area, in the unit of the data.</param>
/// <param name="StandardError">Its standard error.</param>
public sealed record RestrictedMean(double Horizon, double Estimate, double StandardError)
{
    /// <summary>Whether the horizon is later than the last time and the survival there is above 0: the curve was then continued as
    /// constant, as in R.</summary>
    public bool IsExtrapolated { get; init; }
}
