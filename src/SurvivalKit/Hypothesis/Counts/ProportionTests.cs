using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>Every test that a paper may have used on the same counts.</summary>
public static class ProportionTests
{
    /// <summary>Runs every test that the table allows, in a fixed order.</summary>
    /// <remarks>
    /// A 2 x 2 table: Pearson, Yates, N - 1, likelihood ratio, Fisher by both two-sided definitions and
    /// one-sided, mid-P by both definitions,
    /// and the z test with unpooled variance. A larger one: Pearson, likelihood ratio, Fisher, and where one side has two levels
    /// the Cochran-Armitage test and the linear-by-linear association over the given order. Exact tests are left out where there
    /// are too many tables to enumerate, the z test where its standard error is 0.
    /// </remarks>
    /// <param name="table">The counts: a row each group, a column each outcome; rows and columns that are all 0 are left out.</param>
    /// <param name="ordered">Whether the levels of a table with more than two rows and columns are ordered, so that a linear-by-linear
    /// association is meant.</param>
    /// <exception cref="SurvivalDataException">Fewer than two rows or columns have a count.</exception>
    public static CountTests All(ContingencyTable table, bool ordered = false)
    {
        ArgumentNullException.ThrowIfNull(table);
        ContingencyTable used = TableCheck.TwoByTwoAtLeast(table);
        return new CountTests(table, used.Rows == 2 && used.Columns == 2 ? OfFourCounts(used) : OfMoreCounts(table, used, ordered));
    }

    private static ImmutableArray<TestResult> OfFourCounts(ContingencyTable table)
    {
        ImmutableArray<TestResult> chiSquares =
        [
            ChiSquare.Test(table), ChiSquare.Test(table, yates: true), NMinusOneChiSquare.Test(table), LikelihoodRatioChiSquare.Test(table),
        ];
        ImmutableArray<TestResult> exact = FisherExact.TryTest(table) is { } fisher
            ? [fisher, FisherExact.Doubled(table), FisherExact.OneSided(table), MidP.Test(table), MidP.Doubled(table)]
            : [];
        return ZTest.TryProportions(table) is { } z ? [.. chiSquares, .. exact, z] : [.. chiSquares, .. exact];
    }

    private static ImmutableArray<TestResult> OfMoreCounts(ContingencyTable table, ContingencyTable used, bool ordered)
    {
        ImmutableArray<TestResult> tests = [ChiSquare.Test(used), LikelihoodRatioChiSquare.Test(used)];
        if (FisherExact.TryTest(used) is { } exact)
        {
            tests = tests.Add(exact);
        }

        bool proportions = used.Rows == 2 || used.Columns == 2;
        if (proportions)
        {
            tests = tests.Add(OverTheOrder(TrendTest.CochranArmitage(table)));
        }

        return proportions || ordered ? tests.Add(OverTheOrder(TrendTest.LinearByLinear(table))) : tests;
    }

    private static TestResult OverTheOrder(TestResult test) => test with { OverGivenOrder = true };
}
