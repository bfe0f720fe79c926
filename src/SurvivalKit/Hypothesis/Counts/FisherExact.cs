namespace SurvivalKit;

/// <summary>Fisher's exact test of a contingency table of any size (Fisher 1934; Freeman and Halton 1951); agrees with R's
/// <c>fisher.test</c>.</summary>
public static class FisherExact
{
    /// <summary>Tests whether rows and columns are independent: the probability, given all row and column sums, of a table no more
    /// probable than this one.</summary>
    /// <param name="table">The counts; rows and columns that are all 0 are left out.</param>
    /// <returns>The two-sided P value; there is no statistic.</returns>
    /// <exception cref="SurvivalDataException">Fewer than two rows or columns have a count, or the table is too large to be
    /// enumerated.</exception>
    public static TestResult Test(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return TryTest(table) ?? throw new SurvivalDataException(
            "The table has too many tables of the same margins to be counted out; a chi-square test or fewer categories were expected.");
    }

    /// <summary>The other two-sided definition for a 2 x 2 table: twice the smaller one-sided P, at most 1.</summary>
    /// <param name="table">The counts; rows and columns that are all 0 are left out.</param>
    /// <exception cref="SurvivalDataException">The table is not 2 x 2, or too large to be enumerated.</exception>
    public static TestResult Doubled(ContingencyTable table)
    {
        Hypergeometric all = TableCheck.CountedOut(table);
        return new(TestKind.FisherDoubled, null, null, Math.Min(1, 2 * Math.Min(all.Lower, all.Upper)));
    }

    /// <summary>The one-sided test of a 2 x 2 table; R's <c>fisher.test</c> with <c>alternative</c> less or greater.</summary>
    /// <param name="table">The counts; rows and columns that are all 0 are left out.</param>
    /// <param name="side">The side.</param>
    /// <exception cref="SurvivalDataException">The table is not 2 x 2, or too large to be enumerated, or the side is two-sided, which is
    /// <see cref="Test"/>.</exception>
    public static TestResult OneSided(ContingencyTable table, TestSide side = TestSide.SmallerTail)
    {
        Hypergeometric all = TableCheck.CountedOut(table);
        double p = side switch
        {
            TestSide.Less => all.Lower,
            TestSide.Greater => all.Upper,
            TestSide.SmallerTail => Math.Min(all.Lower, all.Upper),
            TestSide.TwoSided => throw new SurvivalDataException(
                "A one-sided test was asked for on both sides; one side was expected: less, greater or the smaller tail."),
            _ => throw new ArgumentOutOfRangeException(nameof(side), side, "There is no such side."),
        };
        return new TestResult(TestKind.FisherExact, null, null, p) { Side = side };
    }

    /// <summary>The same as the test, or <see langword="null"/> where the table is too large to be enumerated.</summary>
    internal static TestResult? TryTest(ContingencyTable table)
    {
        ContingencyTable used = TableCheck.TwoByTwoAtLeast(table);
        double? p = used.Rows == 2 && used.Columns == 2
            ? Hypergeometric.FromMargins(used)?.NotMoreProbable
            : TableProbabilities.OfTablesNotMoreProbable(used);
        return p is { } value ? new TestResult(TestKind.FisherExact, null, null, Math.Min(1, value)) : null;
    }
}
