namespace SurvivalKit.Published;

/// <summary>Sums over the event times of two arms, of which the ratios of <see cref="RatioReading"/> are made.</summary>
/// <param name="Observed">Events of the arm.</param>
/// <param name="Expected">Those expected if both arms had the same hazard.</param>
/// <param name="ReferenceObserved">Events of the reference.</param>
/// <param name="ReferenceExpected">Those expected of it.</param>
/// <param name="Variance">The hypergeometric variance of observed minus expected.</param>
/// <param name="Rate">sum(d1 n0/n).</param>
/// <param name="ReferenceRate">sum(d0 n1/n).</param>
/// <param name="RateVariance">sum(d n1 n0/n²).</param>
internal readonly record struct ArmSums(
    double Observed,
    double Expected,
    double ReferenceObserved,
    double ReferenceExpected,
    double Variance,
    double Rate,
    double ReferenceRate,
    double RateVariance)
{
    /// <summary>Sums over two arms.</summary>
    /// <param name="order">The patients of all arms by increasing time.</param>
    /// <param name="times">The time of each patient; equal times are ties.</param>
    /// <param name="events">Whether each patient had the event.</param>
    /// <param name="arm">The arm of each patient.</param>
    /// <param name="first">The arm that is compared.</param>
    /// <param name="reference">The arm it is compared with; patients of other arms are left out.</param>
    public static ArmSums Of(
        ReadOnlySpan<int> order, ReadOnlySpan<int> times, ReadOnlySpan<bool> events, ReadOnlySpan<int> arm, int first, int reference)
    {
        double o1 = 0, e1 = 0, o0 = 0, e0 = 0, v = 0, rate = 0, referenceRate = 0, rateVariance = 0;
        int n1 = 0;
        int n0 = 0;
        for (int end = order.Length - 1; end >= 0;)
        {
            // From the last time to the first, so that the numbers at risk grow.
            int time = times[order[end]];
            int d1 = 0;
            int d0 = 0;
            for (; end >= 0 && times[order[end]] == time; end--)
            {
                int patient = order[end];
                int happened = events[patient] ? 1 : 0;
                if (arm[patient] == first)
                {
                    n1++;
                    d1 += happened;
                }
                else if (arm[patient] == reference)
                {
                    n0++;
                    d0 += happened;
                }
            }

            if (d1 + d0 == 0)
            {
                continue;
            }

            double n = n1 + n0;
            double d = d1 + d0;
            o1 += d1;
            o0 += d0;
            e1 += d * n1 / n;
            e0 += d * n0 / n;
            v += n > 1 ? d * n1 * n0 * (n - d) / (n * n * (n - 1)) : 0;
            rate += d1 * n0 / n;
            referenceRate += d0 * n1 / n;
            rateVariance += d * n1 * n0 / (n * n);
        }

        return new(o1, e1, o0, e0, v, rate, referenceRate, rateVariance);
    }

    /// <summary>The ratio by a reading other than Cox's; not finite where an arm has no events.</summary>
    public RatioEstimate Ratio(RatioReading reading) => reading switch
    {
        RatioReading.LogRank => new(
            Math.Log(Observed / Expected / (ReferenceObserved / ReferenceExpected)), Math.Sqrt((1 / Expected) + (1 / ReferenceExpected))),
        RatioReading.Peto => new((Observed - Expected) / Variance, 1 / Math.Sqrt(Variance)),
        RatioReading.MantelHaenszel => new(Math.Log(Rate / ReferenceRate), Math.Sqrt(RateVariance / (Rate * ReferenceRate))),
        _ => throw new ArgumentOutOfRangeException(nameof(reading), reading, "A Cox ratio is not made of these sums."),
    };
}
