namespace SurvivalKit.Fuzz;

/// <summary>The rows of a set that a question uses.</summary>
internal static class UsedRows
{
    /// <summary>The rows without a missing value in the columns that are named.</summary>
    public static IReadOnlyList<int> Of(FuzzSet set, Question question)
    {
        FuzzSet named = set.Of(question);
        return [.. Enumerable.Range(0, set.Rows).Where(row => named.Columns.All(column => !double.IsNaN(column.Values[row])))];
    }
}
