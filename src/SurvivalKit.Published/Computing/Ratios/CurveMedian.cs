namespace SurvivalKit.Published;

/// <summary>The median of a step function of survival, by each convention of <see cref="MedianReading"/>.</summary>
internal static class CurveMedian
{
    // One half counts as reached within the tolerance of R's quantile.survfit.
    private const double Tolerance = 1.490116119384766e-08;

    /// <summary>The median; <see langword="null"/>: the curve does not come down to one half.</summary>
    /// <param name="time">The times at which the curve may step down, increasing.</param>
    /// <param name="survival">The curve at and after each.</param>
    /// <param name="reading">The convention.</param>
    public static double? Find(ReadOnlySpan<double> time, ReadOnlySpan<double> survival, MedianReading reading)
    {
        double? first = null;
        for (int i = 0; i < time.Length; i++)
        {
            if (survival[i] > 0.5 + Tolerance)
            {
                continue;
            }

            if (survival[i] < 0.5 - Tolerance || reading == MedianReading.First)
            {
                return reading == MedianReading.Midpoint && first is { } flat ? (flat + time[i]) / 2 : time[i];
            }

            first ??= time[i];
        }

        return reading == MedianReading.Midpoint && first is { } last ? (last + time[^1]) / 2 : null;
    }
}
