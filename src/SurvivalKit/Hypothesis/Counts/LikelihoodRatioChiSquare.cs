namespace SurvivalKit;

/// <summary>The likelihood-ratio chi-square test of a contingency table, or G test (Wilks 1935; Sokal and Rohlf 1962).</summary>
public static class LikelihoodRatioChiSquare
{
    /// <summary>Tests whether rows and columns are independent: G is twice the sum of observed times ln(observed / expected).</summary>
    /// <param name="table">The counts; rows and columns that are all 0 are left out.</param>
    /// <exception cref="SurvivalDataException">Fewer than two rows or columns have a count.</exception>
    public static TestResult Test(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        table = TableCheck.TwoByTwoAtLeast(table);
        double sum = 0;
        for (int row = 0; row < table.Rows; row++)
        {
            for (int column = 0; column < table.Columns; column++)
            {
                if (table[row, column] is > 0 and var count)
                {
                    sum += count * Math.Log(count / ChiSquare.Expected(table, row, column));
                }
            }
        }

        // Without association the sum is 0, and rounding may make it negative.
        double statistic = Math.Max(0, 2 * sum);
        double freedom = (table.Rows - 1) * (table.Columns - 1);
        return new(TestKind.LikelihoodRatioChiSquare, statistic, freedom, ReferenceDistribution.ChiSquareUpper(statistic, freedom));
    }
}
