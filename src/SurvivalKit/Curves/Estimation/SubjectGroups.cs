namespace SurvivalKit;

/// <summary>Checks that the rows of a subject are of one group: an estimate by group is that of the subjects who are in it.</summary>
internal static class SubjectGroups
{
    /// <summary>Throws where a subject is in two groups.</summary>
    /// <param name="frame">The rows.</param>
    /// <param name="groups">Their groups.</param>
    /// <param name="subjects">Their subjects.</param>
    /// <param name="nameOf">The id of a row's subject.</param>
    /// <exception cref="SurvivalDataException">A subject is in two groups; the message names it and both rows.</exception>
    public static void Check(ModelFrame frame, Grouping groups, int[] subjects, Func<int, string> nameOf)
    {
        var first = new Dictionary<int, int>();
        for (int row = 0; row < subjects.Length; row++)
        {
            if (first.TryAdd(subjects[row], row) || groups.Codes[first[subjects[row]]] == groups.Codes[row])
            {
                continue;
            }

            throw new SurvivalDataException(
                $"The subject \"{nameOf(row)}\" is in the group {At(first[subjects[row]])} and in {At(row)}; "
                + "one group for each subject was expected.");
        }

        string At(int row) => FormattableString.Invariant($"{groups.Names[groups.Codes[row]]} in row {frame.Rows[row] + 1}");
    }
}
