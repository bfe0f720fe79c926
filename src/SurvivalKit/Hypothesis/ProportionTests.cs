using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Every test that a paper may have used on the same counts.</summary>
public static class ProportionTests
{
    /// <summary>Runs Pearson's chi-square test, for 2 x 2 tables also with Yates' correction, and Fisher's exact test unless the table is too large for it.</summary>
    /// <param name="table">The counts.</param>
    /// <exception cref="SurvivalDataException">Fewer than two rows or columns have a count.</exception>
    public static ImmutableArray<TestResult> All(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        ContingencyTable used = TableCheck.TwoByTwoAtLeast(table);
        return used.Rows == 2 && used.Columns == 2
            ? [ChiSquare.Test(used), ChiSquare.Test(used, yates: true), FisherExact.Test(used)]
            : FisherExact.TryTest(used) is { } exact ? [ChiSquare.Test(used), exact] : [ChiSquare.Test(used)];
    }
}
