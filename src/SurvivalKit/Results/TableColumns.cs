namespace SurvivalKit;

/// <summary>Columns that many tables have.</summary>
internal static class TableColumns
{
    /// <summary>Columns of numbers.</summary>
    public static IEnumerable<TableColumn> Numbers(params string[] headers) => headers.Select(header => new TableColumn(header));

    /// <summary>The columns of an interval's limits.</summary>
    public static IEnumerable<TableColumn> Limits(double level) =>
        Numbers(NumberText.Level(level) + " lower", NumberText.Level(level) + " upper");
}
