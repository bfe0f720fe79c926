namespace SurvivalKit;

internal static class TableCheck
{
    /// <summary>The table without its empty rows and columns, if two of each are left.</summary>
    public static ContingencyTable TwoByTwoAtLeast(ContingencyTable table)
    {
        ContingencyTable used = table.WithoutEmpty();
        return used.Rows >= 2 && used.Columns >= 2
            ? used
            : throw new SurvivalDataException(FormattableString.Invariant(
                $"The table has counts in {used.Rows} rows and {used.Columns} columns; two or more of each were expected for a test."));
    }
}
