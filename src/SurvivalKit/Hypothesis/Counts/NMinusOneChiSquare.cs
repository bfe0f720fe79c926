namespace SurvivalKit;

/// <summary>The N - 1 chi-square test of a 2 x 2 table (E. Pearson 1947; Campbell 2007): Pearson's statistic times (N - 1) / N.</summary>
/// <remarks>It is also the linear-by-linear association of a 2 x 2 table.</remarks>
public static class NMinusOneChiSquare
{
    /// <summary>Tests whether rows and columns are independent.</summary>
    /// <param name="table">The counts; rows and columns that are all 0 are left out.</param>
    /// <exception cref="SurvivalDataException">The table is not 2 x 2.</exception>
    public static TestResult Test(ContingencyTable table)
    {
        ContingencyTable used = TableCheck.TwoByTwo(table);
        double total = used.Total;
        double statistic = ChiSquare.Test(used).Statistic!.Value * (total - 1) / total;
        return new(TestKind.NMinusOneChiSquare, statistic, 1, ReferenceDistribution.ChiSquareUpper(statistic, 1));
    }
}
