using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace SurvivalKit.Cli;

/// <summary>What is wrong with a command line, in one sentence: the most informative of the parser's errors.</summary>
internal static class ArgumentProblem
{
    /// <summary>The sentence; <see langword="null"/> where the command line can be run.</summary>
    public static string? Describe(ParseResult parsed)
    {
        Command command = parsed.CommandResult.Command;
        if (parsed.Action is CommandLineAction { ClearsParseErrors: true })
        {
            return null;
        }

        // An unknown option is read as an argument, so that the parser reports another error, or none.
        if (parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .FirstOrDefault(token => IsOptionLike(token) && !IsValueOfOption(parsed, token)) is { } unknown)
        {
            return $"there is no option {unknown.Value}{Nearest(unknown.Value, Options(parsed))}; {Help(command)} lists those there are.";
        }

        if (parsed.Errors.Count == 0)
        {
            return null;
        }

        if (command.Subcommands.Count > 0)
        {
            return parsed.UnmatchedTokens is [var word, ..]
                ? $"there is no command {word}{Nearest(word, command.Subcommands.Select(sub => sub.Name))}; {Help(command)} lists those there are."
                : $"a command was expected; {Help(command)} lists those there are.";
        }

        if (parsed.UnmatchedTokens is [var surplus, ..])
        {
            return $"\"{surplus}\" is one argument too many; {Usage(command)} was expected.";
        }

        if (command.Arguments.Any(
            argument => argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is null or { Tokens.Count: 0 }))
        {
            return $"{Usage(command)} was expected; {Help(command)} says more.";
        }

        ParseError error = parsed.Errors[0];
        return error.SymbolResult is OptionResult { Tokens.Count: 0, Option: var option }
            ? $"{option.Name} {option.HelpName} was expected; {Help(command)} says more."
            : error.Message;
    }

    private static bool IsOptionLike(Token token) =>
        token.Type == TokenType.Argument
            && token.Value.Length > 1
            && token.Value[0] == '-'
            && (token.Value[1] == '-' || char.IsAsciiLetter(token.Value[1]));

    private static bool IsValueOfOption(ParseResult parsed, Token token) =>
        parsed.CommandResult.Children.OfType<OptionResult>().Any(option => option.Tokens.Any(value => ReferenceEquals(value, token)));

    private static List<string> Options(ParseResult parsed) =>
        [.. parsed.CommandResult.Command.Options.Select(option => option.Name), "--help"];

    private static string Usage(Command command) =>
        string.Join(" ", [command.Name, .. command.Arguments.Select(argument => argument.Name)]);

    private static string Help(Command command) => Path(command) + " --help";

    private static string Path(Command command) =>
        command.Parents.OfType<Command>().FirstOrDefault() is { } parent ? $"{Path(parent)} {command.Name}" : command.Name;

    private static string Nearest(string word, IEnumerable<string> known) =>
        known.Select(name => (Name: name, Distance: Distance(word, name)))
            .OrderBy(pair => pair.Distance)
            .FirstOrDefault() is { Name: { } name, Distance: <= 2 }
            ? $" (is {name} meant?)"
            : "";

    /// <summary>The number of letters to insert, delete or change (Levenshtein 1966).</summary>
    private static int Distance(string left, string right)
    {
        int[] row = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1)));
            }
        }

        return row[right.Length];
    }
}
