using System.Collections.Immutable;
using CSharpNotebook.Languages.Commands;

namespace CSharpNotebook.Languages;

/// <summary>The commands that this host knows.</summary>
internal static class CommandList
{
    public static ImmutableArray<ICellCommand> All { get; } =
    [
        new ShareCommand(),
        new SetCommand(),
        new WhoCommand(),
        new WhosCommand(),
        new TimeCommand(),
        new ImportCommand(),
        new HelpCommand(),
        new ListCommand(),
        new AboutCommand(),
    ];

    /// <summary>Finds a command by its name.</summary>
    public static ICellCommand? Find(string name) => All.FirstOrDefault(command => command.Name == name);

    /// <summary>The sentence about a word that is neither a command nor a language, with the known one that is most like it.</summary>
    public static string Unknown(string word)
    {
        string[] known = [.. All.Select(command => command.Name).Concat(LanguageList.All.SelectMany(kind => kind.Aliases.Prepend(kind.Name)))];
        string nearest = known.MinBy(name => Distance(word.ToLowerInvariant(), name))!;
        return Distance(word.ToLowerInvariant(), nearest) <= Math.Max(2, nearest.Length / 2)
            ? $"The command #!{word} is not known to this host; #!{nearest} is the nearest that is."
            : $"The command #!{word} is not known to this host; #!lsmagic lists those that are.";
    }

    /// <summary>How many letters have to be put in, left out or changed to make one word of the other (Levenshtein).</summary>
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
