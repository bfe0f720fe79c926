namespace SurvivalKit;

/// <summary>Subjects that are observed in several rows, as with covariates that change.</summary>
internal static class SubjectRows
{
    /// <summary>Whether each row's subject goes on in a row that starts where this one ends.</summary>
    /// <param name="response">The response.</param>
    /// <param name="subjects">The subject of each row; empty: each is its own, and none goes on.</param>
    public static bool[] GoOn(Surv response, int[] subjects)
    {
        if (subjects.Length != response.Count || !response.IsCounting)
        {
            return subjects.Length == 0 ? [] : new bool[subjects.Length];
        }

        var starts = new HashSet<(int, double)>(subjects.Select((subject, row) => (subject, response.Start[row])));
        return [.. subjects.Select((subject, row) => starts.Contains((subject, response.Time[row])))];
    }

    /// <summary>The number of subjects among some rows; the number of rows where each is its own.</summary>
    public static int Count(int[] subjects, ReadOnlySpan<int> rows)
    {
        if (subjects.Length == 0)
        {
            return rows.Length;
        }

        var seen = new HashSet<int>();
        foreach (int row in rows)
        {
            seen.Add(subjects[row]);
        }

        return seen.Count;
    }
}
