namespace SurvivalKit.Published;

/// <summary>The probably intended name: the one with the least edits (Levenshtein's distance) for its length.</summary>
internal static class NearestName
{
    public static string Find(string wanted, IEnumerable<string> names) =>
        names.MinBy(name => (double)Distance(wanted, name) / Math.Max(wanted.Length, name.Length)) ?? "";

    private static int Distance(string left, string right)
    {
        var row = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            row[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
