namespace SurvivalKit;

/// <summary>Tests of a trend over ordered levels.</summary>
/// <remarks>Rows and columns that are all 0 are left out, but keep their place in the order: the scores are 1, 2, ... of the given
/// table.</remarks>
public static class TrendTest
{
    /// <summary>The Cochran-Armitage test for a trend in proportions (Cochran 1954; Armitage 1955) over a 2 x k or k x 2 table; agrees with
    /// R's <c>prop.trend.test</c>.</summary>
    /// <param name="table">The counts.</param>
    /// <exception cref="SurvivalDataException">The rows and columns with counts do not form a 2 x k or k x 2 table.</exception>
    public static TestResult CochranArmitage(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        ContingencyTable used = TableCheck.TwoByTwoAtLeast(table);
        if (used.Rows != 2 && used.Columns != 2)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"The table has counts in {NumberText.Count(used.Rows, "row")} and {NumberText.Count(used.Columns, "column")}; two of one of them were expected for a trend in proportions."));
        }

        return Result(TestKind.CochranArmitage, table.Total * SquaredCorrelation(table));
    }

    /// <summary>The linear-by-linear association of ordered rows and columns (Mantel 1963), as SPSS names it: (N - 1) r^2, with r Pearson's
    /// correlation of the scores.</summary>
    /// <param name="table">The counts.</param>
    /// <exception cref="SurvivalDataException">Fewer than two rows or columns have a count.</exception>
    public static TestResult LinearByLinear(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        TableCheck.TwoByTwoAtLeast(table);
        return Result(TestKind.LinearByLinear, (table.Total - 1) * SquaredCorrelation(table));
    }

    private static TestResult Result(TestKind kind, double statistic) =>
        new(kind, statistic, 1, ReferenceDistribution.ChiSquareUpper(statistic, 1));

    private static double SquaredCorrelation(ContingencyTable table)
    {
        double total = table.Total;
        double meanRow = Enumerable.Range(0, table.Rows).Sum(row => row * (double)table.RowTotal(row)) / total;
        double meanColumn = Enumerable.Range(0, table.Columns).Sum(column => column * (double)table.ColumnTotal(column)) / total;
        double rows = Enumerable.Range(0, table.Rows).Sum(row => table.RowTotal(row) * (row - meanRow) * (row - meanRow));
        double columns =
            Enumerable.Range(0, table.Columns).Sum(column => table.ColumnTotal(column) * (column - meanColumn) * (column - meanColumn));
        double both = 0;
        for (int row = 0; row < table.Rows; row++)
        {
            for (int column = 0; column < table.Columns; column++)
            {
                both += table[row, column] * (row - meanRow) * (column - meanColumn);
            }
        }

        return both * both / (rows * columns);
    }
}
