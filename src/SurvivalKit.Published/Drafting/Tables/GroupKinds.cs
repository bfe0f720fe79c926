namespace SurvivalKit.Published;

/// <summary>Whether the rows below a heading are levels of one category, or things of which a patient may have several.</summary>
internal static class GroupKinds
{
    private const double Tolerance = 0.1;

    private static readonly string[] Several =
    [
        "metasta", "sites", "comorbid", "adverse", "toxicit", "symptom", "prior", "previous", "medication", "complication", "events",
        "concomitant", "organs", "received", "history", "reasons", "mutations", "alterations",
    ];

    /// <summary>
    /// Counts that sum to the size of most columns, or percentages that sum to 100, are of one category, even where a column has one
    /// too many.
    /// Other sums above a size are of several things, and sums below it are of what the heading says.
    /// </summary>
    public static bool IsCategory(
        DraftGroup group, IReadOnlyList<DraftRow> rows, TextTableGroups groups, IReadOnlyList<(int Column, int N)> sizes)
    {
        DraftRow[] counted = [.. rows.Where(row => row.IsCount && !row.Row.IsSum)];
        if (counted.Length < 2 || rows.Any(row => row.IsNumber))
        {
            return false;
        }

        int whole = 0;
        int above = 0;
        int far = 0;
        int summed = 0;
        foreach ((int column, int n) in sizes)
        {
            double sum = counted.Sum(row => (double)(row[column, Aspects.Count]?.Value ?? 0));
            bool isWhole = sum == n || groups.CategoriesOf(counted[0].Row, column, true) is not null
                || groups.CategoriesOf(counted[0].Row, column, false) is not null;
            summed += sum > 0 ? 1 : 0;
            whole += isWhole ? 1 : 0;
            above += !isWhole && sum > n ? 1 : 0;
            far += !isWhole && sum > n * (1 + Tolerance) ? 1 : 0;
        }

        string heading = group.Label?.Text ?? "";
        return summed > 0 && (above > 0
            ? 2 * whole > sizes.Count && far == 0
            : whole > 0 || !Several.Any(word => heading.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }
}
