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
                $"The table has counts in {NumberText.Count(used.Rows, "row")} and {NumberText.Count(used.Columns, "column")}; two or more of each were expected for a test."));
    }

    /// <summary>The table without its empty rows and columns, if it is 2 x 2.</summary>
    public static ContingencyTable TwoByTwo(ContingencyTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        ContingencyTable used = TwoByTwoAtLeast(table);
        return used.Rows == 2 && used.Columns == 2
            ? used
            : throw new SurvivalDataException(FormattableString.Invariant(
                $"The table has counts in {NumberText.Count(used.Rows, "row")} and {NumberText.Count(used.Columns, "column")}; two of each were expected for this test."));
    }

    /// <summary>All tables with the margins of a 2 x 2 table.</summary>
    public static Hypergeometric CountedOut(ContingencyTable table) => Hypergeometric.FromMargins(
        TwoByTwo(table)) ?? throw new SurvivalDataException(
        "The table has too many tables of the same margins to be counted out; a chi-square test was expected.");
}
