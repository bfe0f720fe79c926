namespace SurvivalKit;

/// <summary>The rows of each subject in the order of time, with the number of its events before each row: what every model of recurrent
/// events is made from.</summary>
/// <remarks>A response without starts has a row for each event or end of observation; a row starts where the subject's row before ended,
/// and the first one at 0.</remarks>
internal sealed class SubjectHistories
{
    private SubjectHistories(int[][] subjects, double[] start, double[] stop, int[] before, double[] origin)
    {
        Subjects = subjects;
        Start = start;
        Stop = stop;
        EventsBefore = before;
        Origin = origin;
    }

    /// <summary>The rows of each subject, in the order of time.</summary>
    public int[][] Subjects { get; }

    /// <summary>The start of each row.</summary>
    public double[] Start { get; }

    /// <summary>The end of each row.</summary>
    public double[] Stop { get; }

    /// <summary>The number of the subject's events before each row.</summary>
    public int[] EventsBefore { get; }

    /// <summary>For each row the time of the subject's event before it; before the first event, the start of its first row.</summary>
    public double[] Origin { get; }

    /// <summary>Orders the rows of a response by subject and time.</summary>
    /// <param name="response">The response.</param>
    /// <param name="subjects">The subject of each row, from 0.</param>
    /// <param name="nameOf">The id of a row's subject as the data have it, for messages.</param>
    /// <param name="isTerminal">Whether a row ends with an event after which there can be none; <see langword="null"/>: no row
    /// does.</param>
    /// <exception cref="SurvivalDataException">A subject is at risk in two rows at the same time, or has a row after a terminal event; the
    /// message names the subject and both rows.</exception>
    public static SubjectHistories Read(Surv response, int[] subjects, Func<int, string> nameOf, bool[]? isTerminal = null)
    {
        int[] rows = [.. Enumerable.Range(0, response.Count)];
        double[] keys = [.. response.Time];
        Array.Sort(keys, rows);
        int[][] bySubject = [.. rows.GroupBy(row => subjects[row]).OrderBy(group => group.Key).Select(group => group.ToArray())];
        var start = new double[response.Count];
        var before = new int[response.Count];
        var origin = new double[response.Count];
        foreach (int[] own in bySubject)
        {
            int events = 0;
            double since = response.IsCounting ? response.Start[own[0]] : 0;
            for (int i = 0; i < own.Length; i++)
            {
                int row = own[i];
                double ended = i == 0 ? 0 : response.Time[own[i - 1]];
                start[row] = response.IsCounting ? response.Start[row] : ended;
                if (start[row] >= response.Time[row] || (i > 0 && start[row] < ended))
                {
                    throw i == 0 ? NotAfterOrigin(response, row) : Overlap(response, nameOf(row), row, own[i - 1]);
                }

                if (i > 0 && isTerminal is not null && isTerminal[own[i - 1]])
                {
                    throw AfterTheEnd(response, nameOf(row), row, own[i - 1]);
                }

                (before[row], origin[row]) = (events, since);
                (events, since) = response.Event[row] && isTerminal?[row] != true ? (events + 1, response.Time[row]) : (events, since);
            }
        }

        return new SubjectHistories(bySubject, start, [.. response.Time], before, origin);
    }

    private static SurvivalDataException NotAfterOrigin(Surv response, int row) => At(response, row, FormattableString.Invariant(
        $"{response.Time[row]} is not after 0, from which the subject is at risk; a time after 0 was expected."));

    private static SurvivalDataException Overlap(Surv response, string subject, int row, int other) => At(
        response,
        row,
        response.IsCounting
            ? $"the subject \"{subject}\" is at risk in row {Place(response, other)} at the same time; "
                + "rows (start, stop] one after the other were expected."
            : $"the subject \"{subject}\" has the same time in row {Place(response, other)}; a later one for each event was expected.");

    private static SurvivalDataException AfterTheEnd(Surv response, string subject, int row, int other) => At(
        response,
        row,
        $"the subject \"{subject}\" goes on after its terminal event in row {Place(response, other)}; no row after one was expected.");

    private static SurvivalDataException At(Surv response, int row, string problem) => SurvivalDataException.AtCell(
        null, Place(response, row), response.Names.Time, FormattableString.Invariant($"{response.Time[row]}"), problem);

    private static int Place(Surv response, int row) => (response.Rows?[row] ?? row) + 1;
}
