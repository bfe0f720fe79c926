namespace SurvivalKit;

/// <summary>Tests of a difference divided by its standard error, by the normal distribution.</summary>
public static class ZTest
{
    /// <summary>The z test of two proportions with unpooled variance (Wald). With a pooled variance its square is Pearson's
    /// chi-square.</summary>
    /// <param name="table">The counts: a row each group, a column each outcome; rows and columns that are all 0 are left out.</param>
    /// <returns>z of the first proportion minus the second.</returns>
    /// <exception cref="SurvivalDataException">The table is not 2 x 2, or each group has only one outcome, so that the standard error is
    /// 0.</exception>
    public static TestResult Proportions(ContingencyTable table) => TryProportions(table) ?? throw new SurvivalDataException(
        "Each group is all of one outcome; a proportion other than 0 and 1 was expected in one of them.");

    /// <summary>The same, or <see langword="null"/> where the standard error is 0.</summary>
    internal static TestResult? TryProportions(ContingencyTable table)
    {
        ContingencyTable used = TableCheck.TwoByTwo(table);
        double first = (double)used[0, 0] / used.RowTotal(0);
        double second = (double)used[1, 0] / used.RowTotal(1);
        double variance = (first * (1 - first) / used.RowTotal(0)) + (second * (1 - second) / used.RowTotal(1));
        return variance > 0 ? Result(TestKind.ProportionsZ, (first - second) / Math.Sqrt(variance)) : null;
    }

    /// <summary>The z test of two means: Welch's statistic on the normal distribution.</summary>
    /// <param name="first">The first sample.</param>
    /// <param name="second">The second sample.</param>
    /// <exception cref="SurvivalDataException">A sample has fewer than two values, or none of them varies.</exception>
    public static TestResult Means(SampleSummary first, SampleSummary second) =>
        Result(TestKind.MeansZ, TTest.Welch(first, second).Statistic!.Value);

    private static TestResult Result(TestKind kind, double z) => new(kind, z, null, ReferenceDistribution.NormalTwoSided(z));
}
