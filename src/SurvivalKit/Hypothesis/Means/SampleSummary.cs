namespace SurvivalKit;

/// <summary>The summary of a sample that a paper prints.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="StandardDeviation">The standard deviation, with n - 1 in the denominator.</param>
/// <param name="Count">The number of values.</param>
public sealed record SampleSummary(double Mean, double StandardDeviation, int Count)
{
    /// <summary>Summarises values; missing ones (not a number) are left out.</summary>
    /// <param name="values">The values.</param>
    /// <exception cref="SurvivalDataException">Fewer than two values are there.</exception>
    public static SampleSummary Summarize(params IEnumerable<double> values)
    {
        double[] present = [.. values.Where(value => !double.IsNaN(value))];
        if (present.Length < 2)
        {
            throw new SurvivalDataException(
                FormattableString.Invariant($"A sample of {NumberText.Count(present.Length, "value")} has no standard deviation; two or more were expected."));
        }

        double mean = present.Average();
        return new SampleSummary(
            mean, Math.Sqrt(present.Sum(value => (value - mean) * (value - mean)) / (present.Length - 1)), present.Length);
    }

    /// <summary>The squared standard error of the mean.</summary>
    internal double MeanVariance => StandardDeviation * StandardDeviation / Count;

    internal void Check()
    {
        if (Count < 2 || !(StandardDeviation >= 0) || !double.IsFinite(StandardDeviation) || !double.IsFinite(Mean))
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"A sample with mean {Mean}, SD {StandardDeviation} and n = {Count} was given; a finite mean, a finite SD of 0 or more and n of 2 or more were expected."));
        }
    }
}
