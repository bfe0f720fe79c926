namespace SurvivalKit;

/// <summary>Mid-P values of a 2 x 2 table given its margins (Lancaster 1961): the table itself counts with half
/// of its probability.</summary>
public static class MidP
{
    /// <summary>The two-sided mid-P value: Fisher's P minus half of the table's own probability.</summary>
    /// <param name="table">The counts; rows and columns that are all 0 are left out.</param>
    /// <exception cref="SurvivalDataException">The table is not 2 x 2, or too large to be enumerated.</exception>
    public static TestResult Test(ContingencyTable table)
    {
        Hypergeometric all = TableCheck.CountedOut(table);
        return new(TestKind.MidP, null, null, all.NotMoreProbable - (all.Observed / 2));
    }

    /// <summary>The other two-sided definition: twice the smaller one-sided mid-P value, at most 1.</summary>
    /// <param name="table">The counts; rows and columns that are all 0 are left out.</param>
    /// <exception cref="SurvivalDataException">The table is not 2 x 2, or too large to be enumerated.</exception>
    public static TestResult Doubled(ContingencyTable table)
    {
        Hypergeometric all = TableCheck.CountedOut(table);
        return new(TestKind.MidPDoubled, null, null, Math.Min(1, (2 * Math.Min(all.Lower, all.Upper)) - all.Observed));
    }
}
