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

    /// <summary>Throws where a subject goes on after an event, which ends the observation of competing risks.</summary>
    /// <param name="response">The response.</param>
    /// <param name="subjects">The subject of each row; empty: each is its own.</param>
    /// <exception cref="SurvivalDataException">One does; the message names both rows.</exception>
    public static void CheckEnds(Surv response, int[] subjects)
    {
        var last = new Dictionary<int, int>();
        for (int row = 0; row < subjects.Length; row++)
        {
            if (!last.TryGetValue(subjects[row], out int other) || response.Time[row] > response.Time[other])
            {
                last[subjects[row]] = row;
            }
        }

        for (int row = 0; row < subjects.Length; row++)
        {
            if (response.Event[row] && last[subjects[row]] is var later && later != row)
            {
                int place = (response.Rows?[row] ?? row) + 1;
                string time = FormattableString.Invariant($"{response.Time[later]}");
                throw SurvivalDataException.AtCell(
                    null,
                    (response.Rows?[later] ?? later) + 1L,
                    response.Names.Time,
                    time,
                    FormattableString.Invariant(
                        $"the subject goes on to {time} after its event in row {place}; no row after an event of a competing cause was expected."));
            }
        }
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
