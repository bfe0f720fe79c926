namespace SurvivalKit;

/// <summary>Pearson's chi-square test of a contingency table (Pearson 1900); agrees with R's <c>chisq.test</c>.</summary>
public static class ChiSquare
{
    /// <summary>Tests whether rows and columns are independent.</summary>
    /// <param name="table">The counts; rows and columns that are all 0 are left out.</param>
    /// <param name="yates">Whether a 2 x 2 table is corrected for continuity (Yates 1934): each absolute difference is reduced by 0.5, but
    /// not below 0; larger tables are not corrected.</param>
    /// <exception cref="SurvivalDataException">Fewer than two rows or columns have a count.</exception>
    public static TestResult Test(ContingencyTable table, bool yates = false)
    {
        ArgumentNullException.ThrowIfNull(table);
        table = TableCheck.TwoByTwoAtLeast(table);
        bool corrected = yates && table.Rows == 2 && table.Columns == 2;
        double correction = corrected ? Math.Min(0.5, SmallestDifference(table)) : 0;
        double statistic = 0;
        for (int row = 0; row < table.Rows; row++)
        {
            for (int column = 0; column < table.Columns; column++)
            {
                double expected = Expected(table, row, column);
                double difference = Math.Abs(table[row, column] - expected) - correction;
                statistic += difference * difference / expected;
            }
        }

        double freedom = (table.Rows - 1) * (table.Columns - 1);
        TestKind kind = corrected ? TestKind.YatesChiSquare : TestKind.PearsonChiSquare;
        return new TestResult(kind, statistic, freedom, ReferenceDistribution.ChiSquareUpper(statistic, freedom));
    }

    /// <summary>The count expected under independence.</summary>
    internal static double Expected(ContingencyTable table, int row, int column) =>
        (double)table.RowTotal(row) * table.ColumnTotal(column) / table.Total;

    private static double SmallestDifference(ContingencyTable table)
    {
        double smallest = double.PositiveInfinity;
        for (int row = 0; row < table.Rows; row++)
        {
            for (int column = 0; column < table.Columns; column++)
            {
                smallest = Math.Min(smallest, Math.Abs(table[row, column] - Expected(table, row, column)));
            }
        }

        return smallest;
    }
}
