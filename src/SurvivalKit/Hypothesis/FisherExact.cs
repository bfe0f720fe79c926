namespace SurvivalKit;

/// <summary>Fisher's exact test of a contingency table of any size (Fisher 1934; Freeman and Halton 1951); agrees with R's <c>fisher.test</c>.</summary>
public static class FisherExact
{
    /// <summary>Tests whether rows and columns are independent: the probability, given all row and column sums, of a table no more probable than this one.</summary>
    /// <param name="table">The counts; rows and columns that are all 0 are left out.</param>
    /// <returns>The two-sided P value; there is no statistic.</returns>
    /// <exception cref="SurvivalDataException">Fewer than two rows or columns have a count, or the table is too large to be counted out.</exception>
    public static TestResult Test(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        table = TableCheck.TwoByTwoAtLeast(table);
        return new TestResult("Fisher's exact test", null, null, Math.Min(1, TableProbabilities.OfTablesNotMoreProbable(table)));
    }
}
