namespace SurvivalKit;

/// <summary>Tests of the difference of two means; agree with R's <c>t.test</c>.</summary>
/// <remarks>Give the values themselves through <see cref="SampleSummary.Summarize"/>, or what a paper prints of
/// them: mean, SD and n.</remarks>
public static class TTest
{
    /// <summary>Student's t test, which assumes equal variances (Student 1908).</summary>
    /// <param name="first">The first sample.</param>
    /// <param name="second">The second sample.</param>
    /// <exception cref="SurvivalDataException">A sample has fewer than two values, or none of them varies.</exception>
    public static TestResult Student(SampleSummary first, SampleSummary second)
    {
        (SampleSummary a, SampleSummary b) = Checked(first, second);
        double freedom = a.Count + b.Count - 2;
        double pooled = (((a.Count - 1) * a.StandardDeviation * a.StandardDeviation)
            + ((b.Count - 1) * b.StandardDeviation * b.StandardDeviation)) / freedom;
        return Result(TestKind.StudentT, (a.Mean - b.Mean) / Math.Sqrt(pooled * ((1.0 / a.Count) + (1.0 / b.Count))), freedom);
    }

    /// <summary>Welch's t test, which does not assume equal variances (Welch 1947).</summary>
    /// <param name="first">The first sample.</param>
    /// <param name="second">The second sample.</param>
    /// <exception cref="SurvivalDataException">A sample has fewer than two values, or none of them varies.</exception>
    public static TestResult Welch(SampleSummary first, SampleSummary second)
    {
        (SampleSummary a, SampleSummary b) = Checked(first, second);
        double variance = a.MeanVariance + b.MeanVariance;
        double freedom =
            variance * variance / ((a.MeanVariance * a.MeanVariance / (a.Count - 1)) + (b.MeanVariance * b.MeanVariance / (b.Count - 1)));
        return Result(TestKind.WelchT, (a.Mean - b.Mean) / Math.Sqrt(variance), freedom);
    }

    /// <summary>Student's t test of two lists of values; missing ones (not a number) are left out.</summary>
    /// <param name="first">The first sample.</param>
    /// <param name="second">The second sample.</param>
    /// <exception cref="SurvivalDataException">A sample has fewer than two values, or none of them varies.</exception>
    public static TestResult Student(IEnumerable<double> first, IEnumerable<double> second) =>
        Student(SampleSummary.Summarize(first), SampleSummary.Summarize(second));

    /// <summary>Welch's t test of two lists of values; missing ones (not a number) are left out.</summary>
    /// <param name="first">The first sample.</param>
    /// <param name="second">The second sample.</param>
    /// <exception cref="SurvivalDataException">A sample has fewer than two values, or none of them varies.</exception>
    public static TestResult Welch(IEnumerable<double> first, IEnumerable<double> second) =>
        Welch(SampleSummary.Summarize(first), SampleSummary.Summarize(second));

    private static TestResult Result(TestKind kind, double t, double freedom) =>
        new(kind, t, freedom, ReferenceDistribution.StudentTwoSided(t, freedom));

    private static (SampleSummary First, SampleSummary Second) Checked(SampleSummary first, SampleSummary second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        first.Check();
        second.Check();
        return first.StandardDeviation > 0 || second.StandardDeviation > 0
            ? (first, second)
            : throw new SurvivalDataException("Neither sample varies; a t test was expected to have a standard deviation above 0.");
    }
}
