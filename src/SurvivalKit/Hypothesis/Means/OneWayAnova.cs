namespace SurvivalKit;

/// <summary>One-way analysis of variance (Fisher 1925); agrees with R's <c>oneway.test(var.equal = TRUE)</c>.</summary>
public static class OneWayAnova
{
    /// <summary>Tests whether several samples have one mean.</summary>
    /// <param name="samples">The samples, two or more.</param>
    /// <returns>The F statistic, the degrees of freedom between the samples, and the P value.</returns>
    /// <exception cref="SurvivalDataException">There are fewer than two samples, one has fewer than two values, or none varies.</exception>
    public static TestResult Test(params IReadOnlyList<SampleSummary> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count < 2)
        {
            throw new SurvivalDataException("Only one sample was given; two or more were expected.");
        }

        foreach (SampleSummary sample in samples)
        {
            sample.Check();
        }

        double count = samples.Sum(sample => sample.Count);
        double mean = samples.Sum(sample => sample.Count * sample.Mean) / count;
        double between = samples.Sum(sample => sample.Count * (sample.Mean - mean) * (sample.Mean - mean));
        double within = samples.Sum(sample => (sample.Count - 1) * sample.StandardDeviation * sample.StandardDeviation);
        if (within == 0)
        {
            throw new SurvivalDataException("No sample varies; a standard deviation above 0 was expected in one of them.");
        }

        double first = samples.Count - 1;
        double second = count - samples.Count;
        double f = between / first / (within / second);
        return new TestResult(TestKind.OneWayAnova, f, first, ReferenceDistribution.FUpper(f, first, second));
    }
}
