namespace SurvivalKit;

/// <summary>Where a decreasing step function crosses a level, as R's <c>quantile.survfit</c>.</summary>
internal static class StepQuantile
{
    // A level counts as reached within R's tolerance for rounding.
    private const double Tolerance = NearTies.Tolerance;

    /// <summary>The first time at which 1 - survival reaches the probability; the middle of the flat part where the curve equals the
    /// level.</summary>
    /// <returns>The time, or <see langword="null"/> where it is not reached.</returns>
    public static double? Find(ReadOnlySpan<double> time, ReadOnlySpan<double> survival, double probability)
    {
        if (probability == 0)
        {
            return 0;
        }

        double? reached = FirstAtLeast(time, survival, probability - Tolerance, out double level);
        if (reached is null)
        {
            return null;
        }

        bool flat = Math.Abs(level - probability) < Tolerance;
        if (!flat)
        {
            return reached;
        }

        if (FirstAtLeast(time, survival, probability + Tolerance, out _) is { } passed)
        {
            return (reached + passed) / 2;
        }

        // The last flat part of the curve equals the level: up to its end, if the curve is defined there.
        return double.IsNaN(survival[^1]) ? null : (reached + time[^1]) / 2;
    }

    private static double? FirstAtLeast(ReadOnlySpan<double> time, ReadOnlySpan<double> survival, double target, out double level)
    {
        for (int i = 0; i < time.Length; i++)
        {
            level = 1 - survival[i];
            if (level >= target)
            {
                return time[i];
            }
        }

        level = double.NaN;
        return null;
    }

    /// <summary>Throws where a fraction is none.</summary>
    public static void Check(double probability)
    {
        if (probability is not (>= 0 and <= 1))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The time that a fraction {probability} reaches was asked for; a fraction between 0 and 1 was expected."));
        }
    }
}
