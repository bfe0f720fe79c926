namespace SurvivalKit;

/// <summary>The area under a Kaplan-Meier curve up to a horizon and its standard error (Klein and Moeschberger 2003, eq. 4.5.2; R's
/// <c>survmean</c>).</summary>
internal static class RestrictedMeanOfSteps
{
    /// <summary>Area A = sum of rectangles; variance = sum over event times of (area from there to the horizon)^2 d / (n (n - d)),
    /// leaving out times at which the curve reaches 0 (Klein and Moeschberger 2003, eq. 4.5.2; R's <c>survmean</c>).</summary>
    public static RestrictedMean Compute(KaplanMeierCurve curve, double horizon)
    {
        if (!(double.IsFinite(horizon) && (horizon > 0 || horizon > curve.Time[0])))
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"The mean to time {horizon} was asked for; a positive time was expected."));
        }

        double area = 0;
        double variance = 0;
        double end = horizon;
        for (int row = curve.Time.Length - 1; row >= 0; row--)
        {
            if (curve.Time[row] > horizon)
            {
                continue;
            }

            area += (end - curve.Time[row]) * curve.Survival[row];
            end = curve.Time[row];
            double left = curve.AtRisk[row] - curve.Events[row];
            if (left > 0)
            {
                variance += area * area * curve.Events[row] / (curve.AtRisk[row] * left);
            }
        }

        return new RestrictedMean(horizon, area + end, Math.Sqrt(variance))
        {
            IsExtrapolated = horizon > curve.Time[^1] && curve.Survival[^1] > 0,
        };
    }
}
