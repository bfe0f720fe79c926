namespace SurvivalKit;

/// <summary>The event times of a cause on the scales of <see cref="TimeTransform"/> (Grambsch and Therneau 1994); where Kaplan and
/// Meier's scale of a Cox model is one minus the survival, that of a subdistribution is the incidence of the cause.</summary>
internal static class SubdistributionTimeScale
{
    /// <summary>The value of a time on a scale.</summary>
    /// <param name="transform">The scale.</param>
    /// <param name="sample">The observations.</param>
    /// <param name="cause">The place of the cause, from 1.</param>
    public static Func<double, double> Of(TimeTransform transform, SurvivalSample sample, int cause)
    {
        switch (transform)
        {
            case TimeTransform.Identity:
                return time => time;
            case TimeTransform.Log:
                return Math.Log;
            case TimeTransform.Rank:
                double[] ends = [.. sample.Order.SortedTime];
                return time => (CountBelow(ends, time) + 1 + CensoringWeight.CountUpTo(ends, time)) / 2.0;
            default:
                AalenJohansen estimate = AalenJohansen.Estimate(sample.All());
                double[] times = [.. estimate.Table.Time];
                double[] incidence = estimate.Incidence[cause - 1];
                return time => CountBelow(times, time) is > 0 and var before ? incidence[before - 1] : 0;
        }
    }

    private static int CountBelow(double[] increasing, double limit) =>
        CensoringWeight.CountUpTo(increasing, Math.BitDecrement(limit));
}
