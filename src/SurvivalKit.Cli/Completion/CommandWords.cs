using System.Collections.Immutable;
using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary>What can be written after a command: its subcommands and its options, from the one description of the commands.</summary>
/// <param name="Place">The command with those above it: <c>survkit notebook run</c>.</param>
/// <param name="Commands">Its subcommands with their descriptions, or the words that its argument may be.</param>
/// <param name="Options">Its options.</param>
internal sealed record CommandWords(
    string Place, ImmutableArray<(string Name, string Description)> Commands, ImmutableArray<OptionWords> Options)
{
    /// <summary>The words of a command and of all below it.</summary>
    public static IEnumerable<CommandWords> Of(Command command) => Of(command, command.Name, []);

    private static IEnumerable<CommandWords> Of(Command command, string place, ImmutableArray<OptionWords> inherited)
    {
        ImmutableArray<OptionWords> own = [.. command.Options.Where(option => !option.Hidden).Select(OptionWords.Of)];
        yield return new(
            place,
            [
                .. command.Subcommands.Where(sub => !sub.Hidden).Select(sub => (sub.Name, sub.Description ?? "")),
                .. command.Arguments.SelectMany(argument => OptionWords.ChoicesOf(argument.CompletionSources))
                    .Select(choice => (choice, "")),
            ],
            [.. own, .. inherited]);
        ImmutableArray<OptionWords> passed = [.. inherited, .. command.Options.Where(option => option.Recursive).Select(OptionWords.Of)];
        foreach (Command sub in command.Subcommands.Where(sub => !sub.Hidden))
        {
            foreach (CommandWords words in Of(sub, place + " " + sub.Name, passed))
            {
                yield return words;
            }
        }
    }
}
