using System.Text.RegularExpressions;
using CSharpNotebook.Intelligence;
using CSharpNotebook.Languages.Commands;

namespace CSharpNotebook.Languages;

/// <summary>
/// Completes a line that begins with <c>#!</c>: the command or language, its options, and after them what they take: a language, or a
/// variable of it.
/// </summary>
internal static partial class CommandCompletion
{
    private const string Magic = "magic";

    /// <summary>Whether a position is in such a line, behind the marks.</summary>
    public static bool IsAt(string cell, int position) => Line(cell, position).TrimStart().StartsWith("#!", StringComparison.Ordinal);

    /// <summary>The possible words at a position.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="position">The position, in such a line.</param>
    /// <param name="variables">The names of the variables of a language.</param>
    public static CompletionAnswer Complete(string cell, int position, Func<LanguageKind, IEnumerable<string>> variables)
    {
        string line = Line(cell, position);
        string[] words = [.. Blanks().Split(line.TrimStart()[2..])];
        string typed = words[^1];
        int end = position;
        while (end < cell.Length && IsWordPart(cell[end]))
        {
            end++;
        }

        string? previous = words.Length > 2 ? words[^2] : null;
        int option = Array.IndexOf(words, "--from");
        string? from = option > 0 && option + 1 < words.Length - 1 ? words[option + 1] : null;
        (IEnumerable<string> names, string kind) = words.Length == 1 ? (Commands(), Magic)
            : typed.StartsWith('-') ? (Options(words[0]), "param")
            : previous == "--from" ? (Languages(), "module")
            : words[0] == "share" && from is not null && LanguageList.Find(from) is { } language ? (variables(language), "instance")
            : words[0] == "set" && previous == "--value" && typed.StartsWith('@') ? Values(ref typed, variables)
            : ([], Magic);
        return new CompletionAnswer(
            position - typed.Length,
            end,
            [.. names.Where(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)).Distinct()
                .Order(StringComparer.Ordinal).Select(name => new CompletionMatch(name, kind))]);
    }

    private static (IEnumerable<string>, string) Values(ref string typed, Func<LanguageKind, IEnumerable<string>> variables)
    {
        int colon = typed.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return (Languages().Select(name => $"@{name}:").Concat(["@input:", "@password:"]), "module");
        }

        string language = typed[1..colon];
        typed = typed[(colon + 1)..];
        return (LanguageList.Find(language) is { } known ? variables(known) : [], "instance");
    }

    private static IEnumerable<string> Commands() => CommandList.All.Select(command => command.Name)
        .Concat(LanguageList.All.Where(kind => kind.Summary.Length > 0).SelectMany(kind => kind.Aliases.Prepend(kind.Name)));

    private static IEnumerable<string> Languages() => LanguageList.All.Where(kind => kind.Summary.Length > 0).Select(kind => kind.Name);

    // What a command takes is said by its usage.
    private static IEnumerable<string> Options(string name) =>
        Option().Matches(CommandList.Find(name)?.Usage ?? LanguageList.Find(name)?.Options ?? "").Select(match => match.Value);

    private static string Line(string cell, int position) =>
        cell[(position == 0 ? 0 : cell.LastIndexOf('\n', position - 1) + 1)..position];

    private static bool IsWordPart(char character) => char.IsLetterOrDigit(character) || character is '_' or '-' or '#';

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();

    [GeneratedRegex("--[a-z-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Option();
}
