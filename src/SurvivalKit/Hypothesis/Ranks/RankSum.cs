namespace SurvivalKit;

/// <summary>The rank-sum test of two samples (Wilcoxon 1945) by its normal approximation with the variance of ties, as R's
/// <c>wilcox.test(exact = FALSE)</c>.</summary>
public static class RankSum
{
    /// <summary>Tests whether the values of one sample tend to be larger than those of another.</summary>
    /// <param name="first">The values of the first sample; missing ones (not a number) are left out.</param>
    /// <param name="second">Those of the second.</param>
    /// <param name="continuity">Whether half a rank is taken off, as R does by default.</param>
    /// <returns>The z statistic, above 0 where the first sample tends to be larger, and the P value.</returns>
    /// <exception cref="SurvivalDataException">A sample has no value, or all values are equal.</exception>
    public static TestResult Test(IEnumerable<double> first, IEnumerable<double> second, bool continuity = true)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        PooledRanks ranks = PooledRanks.Of([first, second]);
        double n = ranks.Counts[0];
        double m = ranks.Counts[1];
        double all = n + m;
        double distance = ranks.Sums[0] - (n * (n + 1) / 2) - (n * m / 2);
        double variance = n * m / 12 * (all + 1 - (all > 1 ? ranks.TieSum / (all * (all - 1)) : 0));
        if (!(variance > 0))
        {
            throw new SurvivalDataException("All values are equal; two different ones were expected.");
        }

        double z = (distance - (continuity ? 0.5 * Math.Sign(distance) : 0)) / Math.Sqrt(variance);
        return new TestResult(TestKind.RankSum, z, null, ReferenceDistribution.NormalTwoSided(z));
    }
}
