using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CSharpNotebook.Cells;

namespace CSharpNotebook.Directives;

/// <summary>
/// The parts of a line such as <c>#!share --from sql name --as other</c>: the word after <c>#!</c>, plain values, and options with their
/// values.
/// </summary>
/// <param name="Name">The word after <c>#!</c>.</param>
/// <param name="Values">The words that belong to no option, in order.</param>
/// <param name="Options">The options without their dashes; one that has no value has the empty text.</param>
internal sealed partial record CommandLine(string Name, ImmutableArray<string> Values, ImmutableDictionary<string, string> Options)
{
    /// <summary>
    /// Reads a line that begins with <c>#!</c>. Values with spaces are in double or single quotes, also after <c>@input:</c>.
    /// </summary>
    public static CommandLine Parse(string line)
    {
        string[] words = [.. WordPattern().Matches(line.Trim()).Select(match => match.Value)];
        var values = ImmutableArray.CreateBuilder<string>();
        var options = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        for (int index = 1; index < words.Length; index++)
        {
            string word = words[index];
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                values.Add(word);
            }
            else if (word.Split('=', 2) is [var name, var value])
            {
                options[name[2..]] = value;
            }
            else if (index + 1 < words.Length && !words[index + 1].StartsWith("--", StringComparison.Ordinal))
            {
                options[word[2..]] = words[++index];
            }
            else
            {
                options[word[2..]] = "";
            }
        }
        return new CommandLine(words[0][2..], values.ToImmutable(), options.ToImmutable());
    }

    /// <summary>A command line that is a name alone.</summary>
    public static CommandLine Named(string name) => new(name, [], ImmutableDictionary<string, string>.Empty);

    /// <summary>A word without the quotes around it.</summary>
    public static string Unquote(string word) =>
        word.Length >= 2 && word[0] is '"' or '\'' && word[^1] == word[0] ? word[1..^1] : word;

    /// <summary>The value of an option without quotes; null when the option is not given.</summary>
    public string? Option(string name) => Options.TryGetValue(name, out string? value) ? Unquote(value) : null;

    /// <summary>The names in the value of an option, which are separated by commas.</summary>
    public ImmutableArray<string> List(string name) =>
        [.. (Option(name) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>Fails when there is an option that is not one of those known, or there are too many values.</summary>
    /// <exception cref="CellFailedException">There is one.</exception>
    public void Expect(int maximalValues, params string[] knownOptions)
    {
        string usage = knownOptions.Length == 0 ? "no option" : string.Join(", ", knownOptions.Select(option => "--" + option));
        if (Options.Keys.Order(StringComparer.Ordinal)
            .FirstOrDefault(option => !knownOptions.Contains(option, StringComparer.Ordinal)) is { } unknown)
        {
            throw CellFailures.Command($"#!{Name} has no option --{unknown}; {usage} was expected.");
        }

        if (Values.Length > maximalValues)
        {
            throw CellFailures.Command($"#!{Name} does not know what to do with {Values[maximalValues]}; {usage} was expected.");
        }
    }

    [GeneratedRegex("""(?:[^\s"']+|"[^"]*"|'[^']*'|["'])+""", RegexOptions.CultureInvariant)]
    private static partial Regex WordPattern();
}
