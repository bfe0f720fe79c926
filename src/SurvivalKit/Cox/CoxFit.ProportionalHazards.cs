namespace SurvivalKit;

/// <content>The test of proportional hazards.</content>
public sealed partial class CoxFit
{
    /// <summary>Tests whether the coefficients stay the same over time (Grambsch and Therneau 1994); equal to R's <c>cox.zph</c> of
    /// survival 3, its score form.</summary>
    /// <param name="transform">The time scale on which the coefficients may have a trend; default: <see cref="TimeTransform.KaplanMeier"/>,
    /// as in R.</param>
    /// <remarks>A fit with exact ties is tested with Breslow's risk sets, as in R. The variance is the model's, never the robust
    /// one.</remarks>
    /// <exception cref="SurvivalDataException">No coefficient is estimable, all events have one time, or the logarithm of a time
    /// that is not positive is needed.</exception>
    public ProportionalHazardsTest ProportionalHazards(TimeTransform transform = TimeTransform.KaplanMeier)
    {
        Choice.Check(transform);
        string name = EventTimeScale.NameOf(transform);
        return Summed is { } sums
            ? SummedProportionalHazards.Test(sums, name, SummedTimeScale.Compute(sums, transform))
            : ProportionalHazardsComputation.Test(State, name, data => EventTimeScale.Compute(data, transform));
    }

    /// <summary>Tests whether the coefficients stay the same over time, on a time scale given by the caller.</summary>
    /// <param name="transform">A function of time, finite at every event time.</param>
    /// <param name="name">The name of the scale in the result.</param>
    /// <exception cref="SurvivalDataException">No coefficient is estimable, all events have one value, or a
    /// value is not finite.</exception>
    public ProportionalHazardsTest ProportionalHazards(Func<double, double> transform, string name = "user")
    {
        ArgumentNullException.ThrowIfNull(transform);
        return Summed is { } sums
            ? SummedProportionalHazards.Test(sums, name, SummedTimeScale.Compute(sums, name, transform))
            : ProportionalHazardsComputation.Test(State, name, data => EventTimeScale.Compute(data, name, transform));
    }
}
