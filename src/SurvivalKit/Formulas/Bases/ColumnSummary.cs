namespace SurvivalKit;

/// <summary>Summaries of numbers as R computes them.</summary>
internal static class ColumnSummary
{
    /// <summary>The mean, in two passes, so that a large mean loses no precision; not-a-number of no numbers.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        double mean = sum / values.Length;
        double rest = 0;
        foreach (double value in values)
        {
            rest += value - mean;
        }

        return mean + (rest / values.Length);
    }

    /// <summary>The variance with n - 1; not-a-number of fewer than two numbers.</summary>
    public static double Variance(ReadOnlySpan<double> values)
    {
        double mean = Mean(values);
        double sum = 0;
        foreach (double value in values)
        {
            sum += (value - mean) * (value - mean);
        }

        return values.Length < 2 ? double.NaN : sum / (values.Length - 1);
    }
}
