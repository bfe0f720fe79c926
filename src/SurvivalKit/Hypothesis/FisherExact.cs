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
        return TryTest(table) ?? throw new SurvivalDataException(
            "The table has too many tables of the same margins to be counted out; a chi-square test or fewer categories were expected.");
    }

    /// <summary>The same, or <see langword="null"/> where the table is too large to be counted out.</summary>
    internal static TestResult? TryTest(ContingencyTable table) =>
        TableProbabilities.OfTablesNotMoreProbable(TableCheck.TwoByTwoAtLeast(table)) is { } p
            ? new TestResult("Fisher's exact test", null, null, Math.Min(1, p))
            : null;
}
