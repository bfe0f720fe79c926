namespace SurvivalKit.TextCheck;

/// <summary>Finds the columns of all patients, which are no groups to be compared.</summary>
internal static class TotalColumns
{
    private const int LeastRows = 2;

    private static readonly HashSet<string> Words =
        new(StringComparer.Ordinal) { "all", "total", "overall", "whole", "entire", "combined", "pooled" };

    // "All patients (N = 56)" names nothing but all; "Total thyroidectomy (N = 56)" is a group.
    private static readonly HashSet<string> Alone = new(StringComparer.Ordinal)
    {
        "all", "total", "overall", "whole", "entire", "combined", "pooled", "patients", "patient", "participants", "subjects", "cohort",
        "population", "sample", "cases", "group", "n", "study", "the", "no", "of", "number",
    };

    /// <summary>Marks the column of all patients among those up to a column of P values: it has such a name, and the others add up to it or
    /// none is larger; or its numbers are the sums of the others, whatever its name.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">The rows below the headings.</param>
    public static void Mark(TextColumn[] columns, IReadOnlyList<TextRow> rows)
    {
        for (int start = 0; start < columns.Length;)
        {
            int p = Array.FindIndex(columns, start, column => column.IsP);
            int end = p < 0 ? columns.Length : p;
            int[] sized = [.. Enumerable.Range(start, end - start).Where(c => columns[c].N is not null)];
            if (Find(columns, rows, sized) is { } total)
            {
                columns[total] = columns[total] with { IsTotal = true };
            }

            start = end + 1;
        }
    }

    /// <summary>Whether a heading names all patients.</summary>
    public static bool IsNamed(TextColumn column) => column.Tokens.Any(token => Words.Contains(token.Key));

    private static int? Find(TextColumn[] columns, IReadOnlyList<TextRow> rows, int[] sized)
    {
        int[] sums = [.. sized.Where(c => sized.Sum(other => (long)columns[other].N!.Value) == 2L * columns[c].N!.Value)];
        int[] named = [.. sized.Where(c => IsNamed(columns[c]))];
        if (named.Intersect(sums).Cast<int?>().FirstOrDefault() is { } certain)
        {
            return certain;
        }

        if (named is [var only] && sized.All(other => columns[other].N <= columns[only].N)
            && (sized.Length > 2 || (sized.Length == 2 && columns[only].Tokens.All(IsAlone)
                && sized.All(other => other == only || columns[other].N < columns[only].N))))
        {
            return only;
        }

        return sized.Length > 2 ? sums.Cast<int?>().FirstOrDefault(c => IsSumOfRows(rows, sized, c!.Value)) : null;
    }

    private static bool IsAlone(Token token) => token.Kind != TokenKind.Word || Alone.Contains(token.Key);

    private static bool IsSumOfRows(IReadOnlyList<TextRow> rows, int[] sized, int total)
    {
        int tried = 0;
        foreach (TextRow row in rows)
        {
            int[] counts = [.. sized.Where(c => c != total).Select(c => TextTableGroups.CountOf(row, c)).OfType<int>()];
            if (counts.Length == sized.Length - 1 && TextTableGroups.CountOf(row, total) is { } all)
            {
                if (counts.Sum(count => (long)count) != all)
                {
                    return false;
                }

                tried++;
            }
        }

        return tried >= LeastRows;
    }
}
