namespace SurvivalKit.Cli;

/// <summary>The value of <c>--vars</c>: expressions separated by commas, which may contain commas within brackets.</summary>
internal static class VariableList
{
    public static IEnumerable<string> Split(string? list)
    {
        if (list is null)
        {
            yield break;
        }

        int depth = 0;
        int start = 0;
        for (int i = 0; i <= list.Length; i++)
        {
            char c = i < list.Length ? list[i] : ',';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && (depth <= 0 || i == list.Length))
            {
                string variable = list[start..i].Trim();
                yield return variable.Length > 0
                    ? variable
                    : throw new CommandException($"--vars {list}: names of columns with one comma between them were expected.");
                start = i + 1;
            }
        }
    }
}
