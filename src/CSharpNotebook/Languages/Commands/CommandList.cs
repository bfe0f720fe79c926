using System.Collections.Immutable;

namespace CSharpNotebook.Languages.Commands;

/// <summary>The commands that this host knows.</summary>
internal static class CommandList
{
    public static ImmutableArray<ICellCommand> All { get; } =
    [
        new ShareCommand(),
        new SetCommand(),
        new WhoCommand(),
        new WhosCommand(),
        new VariablesCommand(),
        new TimeCommand(),
        new ImportCommand(),
        new LangCommand(),
        new HelpCommand(),
        new ListCommand(),
        new AboutCommand(),
        new ConnectCommand(),
    ];

    /// <summary>Finds a command by its name.</summary>
    public static ICellCommand? Find(string name) => All.FirstOrDefault(command => command.Name == name);

    /// <summary>The sentence about a word that is neither a command nor a language, with the most similar known one.</summary>
    public static string Unknown(string word)
    {
        string[] known = [.. All.Select(command => command.Name)
            .Concat(LanguageList.All.SelectMany(kind => kind.Aliases.Prepend(kind.Name)))];
        string nearest = known.MinBy(name => Distance(word.ToLowerInvariant(), name))!;
        return Distance(word.ToLowerInvariant(), nearest) <= Math.Max(2, nearest.Length / 2)
            ? $"The command #!{word} is not known to this host; #!{nearest} is the nearest that is."
            : $"The command #!{word} is not known to this host; #!lsmagic lists those that are.";
    }

    /// <summary>
    /// The number of letters to insert, delete, substitute or transpose to turn one word into the other (Damerau, 1964).
    /// </summary>
    private static int Distance(string left, string right)
    {
        int[,] distance = new int[left.Length + 1, right.Length + 1];
        for (int i = 0; i <= left.Length; i++)
        {
            distance[i, 0] = i;
        }

        for (int j = 0; j <= right.Length; j++)
        {
            distance[0, j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            for (int j = 1; j <= right.Length; j++)
            {
                int change = distance[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                distance[i, j] = Math.Min(Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1, change);
                bool isSwap = i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
                if (isSwap)
                {
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
                }
            }
        }
        return distance[left.Length, right.Length];
    }
}
