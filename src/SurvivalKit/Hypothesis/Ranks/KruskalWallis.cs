namespace SurvivalKit;

/// <summary>The rank test of several samples (Kruskal and Wallis 1952), corrected for ties, as R's <c>kruskal.test</c>.</summary>
public static class KruskalWallis
{
    /// <summary>Tests whether the values of one of several samples tend to be larger than those of the others.</summary>
    /// <param name="samples">The samples, two or more; missing values (not a number) are left out.</param>
    /// <returns>The chi-square statistic, its degrees of freedom, and the P value.</returns>
    /// <exception cref="SurvivalDataException">There are fewer than two samples, one has no value, or all values are equal.</exception>
    public static TestResult Test(params IReadOnlyList<IEnumerable<double>> samples)
    {
        ArgumentNullException.ThrowIfNull(samples);
        if (samples.Count < 2)
        {
            throw new SurvivalDataException("Only one sample was given; two or more were expected.");
        }

        PooledRanks ranks = PooledRanks.Of(samples);
        double n = ranks.Counts.Sum();
        double squares = ranks.Sums.Zip(ranks.Counts, (sum, count) => sum * sum / count).Sum();
        double untied = 1 - (ranks.TieSum / ((n * n * n) - n));
        if (!(untied > 0))
        {
            throw new SurvivalDataException("All values are equal; two different ones were expected.");
        }

        double statistic = ((12 * squares / (n * (n + 1))) - (3 * (n + 1))) / untied;
        double freedom = samples.Count - 1;
        return new TestResult(TestKind.KruskalWallis, statistic, freedom, ReferenceDistribution.ChiSquareUpper(statistic, freedom));
    }
}
