namespace SurvivalKit.Cli;

/// <summary>Words with commas between them, as an option takes them.</summary>
internal static class Words
{
    /// <summary>The words; none where the option was left out.</summary>
    /// <exception cref="CommandException">One of them is empty.</exception>
    public static string[] Split(string option, string? given)
    {
        string[] words = given?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        return words.All(word => word.Length > 0)
            ? words
            : throw new CommandException($"{option} {given}: words with one comma between them were expected.");
    }
}
