namespace SurvivalKit;

/// <summary>Finds a group by the name a user gives.</summary>
internal static class GroupNames
{
    /// <summary>The place of a group by its name, <c>sex=1</c>, or by its level alone where there is one grouping
    /// variable, <c>1</c>.</summary>
    /// <exception cref="SurvivalDataException">There is no such group; the message lists those there are.</exception>
    public static int IndexOf(string[] names, string group)
    {
        int whole = Array.IndexOf(names, group);
        int level = whole >= 0
            ? whole
            : Array.FindIndex(
                names, name => !name.Contains(", ", StringComparison.Ordinal) && name.EndsWith("=" + group, StringComparison.Ordinal));
        return level >= 0 ? level : throw new SurvivalDataException(
            $"There is no group \"{group}\"; the fit has {string.Join("; ", names)}.");
    }
}
