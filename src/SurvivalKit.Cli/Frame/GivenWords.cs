using System.CommandLine;
using System.CommandLine.Parsing;

namespace SurvivalKit.Cli;

/// <summary>Reads what was given while a command line is still being checked.</summary>
/// <remarks>The parser's own reading of an option or argument whose value is missing or malformed is an exception; that error is told by
/// <see cref="ArgumentProblem"/>, and the other checks are to stay out of its way.</remarks>
internal static class GivenWords
{
    /// <summary>The word given for an option; <see langword="null"/> where it was left out, or has no value or several.</summary>
    public static string? WordOf(this CommandResult result, Option option) => OnlyWord(result.GetResult(option));

    /// <summary>The word given for an argument; <see langword="null"/> where it was left out.</summary>
    public static string? WordOf(this CommandResult result, Argument argument) => OnlyWord(result.GetResult(argument));

    /// <summary>Whether a switch was given and not turned off.</summary>
    public static bool IsOn(this CommandResult result, Option<bool> option) =>
        result.GetResult(option) is { Implicit: false, Tokens: var words } && words is not [{ Value: "false" }];

    private static string? OnlyWord(SymbolResult? result) => result is { Tokens: [{ Value: var word }] } ? word : null;
}
