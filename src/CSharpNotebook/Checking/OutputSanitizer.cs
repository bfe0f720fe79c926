using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace CSharpNotebook.Checking;

/// <summary>
/// Replaces what differs in every run and does not belong to the result by a word: times and durations, GUIDs, absolute
/// paths, addresses in memory. Further rules come from a file in nbval's format.
/// </summary>
public sealed partial class OutputSanitizer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly ImmutableArray<(Regex Pattern, string Replacement)> _rules;

    private OutputSanitizer(ImmutableArray<(Regex, string)> rules) => _rules = rules;

    /// <summary>Changes nothing.</summary>
    public static OutputSanitizer None { get; } = new([]);

    /// <summary>The rules for times, durations, GUIDs, paths and addresses.</summary>
    public static OutputSanitizer Default { get; } = new(
    [
        (Guids(), "<guid>"),
        (Moments(), "<time>"),
        (Clocks(), "<time>"),
        (Durations(), "<duration>"),
        (Addresses(), "<address>"),
        (WindowsPaths(), "<path>"),
        (UnixPaths(), "<path>"),
    ]);

    /// <summary>
    /// Adds the rules of a file, which are applied first: sections of <c>regex: PATTERN</c> and <c>replace: TEXT</c>, each under a
    /// <c>[name]</c>.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <returns>The rules of the file, then these.</returns>
    /// <exception cref="FormatException">The file is not of that format; the message names the line.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public OutputSanitizer WithRulesOf(string path)
    {
        var rules = ImmutableArray.CreateBuilder<(Regex, string)>();
        Regex? pattern = null;
        int number = 0;
        foreach (string line in File.ReadLines(path).Select(line => line.Trim()))
        {
            number++;
            if (line.Length == 0 || line[0] is '#' or ';' || line[0] == '[' && line[^1] == ']')
            {
                continue;
            }

            Match entry = Entry().Match(line);
            string value = entry.Groups["value"].Value;
            switch (entry.Groups["key"].Value)
            {
                case "regex" when pattern is null:
                    pattern = Compile(value, path, number);
                    break;
                case "replace" when pattern is not null:
                    rules.Add((pattern, value));
                    pattern = null;
                    break;
                default:
                    throw new FormatException(FormattableString.Invariant(
                        $"{path}, line {number}: [name], then regex: PATTERN, then replace: TEXT was expected."));
            }
        }
        if (pattern is not null)
        {
            throw new FormatException($"{path}: the last regex has no replace: TEXT after it.");
        }

        return new OutputSanitizer([.. rules, .. _rules]);
    }

    /// <summary>Applies the rules.</summary>
    /// <param name="text">A text.</param>
    /// <returns>
    /// The text with matches of the rules replaced by words, without terminal colours, and with carriage returns applied.
    /// </returns>
    public string Apply(string text)
    {
        text = Overwritten().Replace(Colours().Replace(text.Replace("\r\n", "\n", StringComparison.Ordinal), ""), "");
        foreach ((Regex pattern, string replacement) in _rules)
        {
            text = pattern.Replace(text, replacement);
        }

        return text;
    }

    private static Regex Compile(string pattern, string path, int line)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, Patience);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException(
                FormattableString.Invariant($"{path}, line {line}: this is not a regular expression: {exception.Message}"), exception);
        }
    }

    [GeneratedRegex(@"^(?<key>regex|replace)\s*[:=]\s?(?<value>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Entry();

    [GeneratedRegex(@"\x1b\[[0-9;?]*[ -/]*[@-~]", RegexOptions.CultureInvariant)]
    private static partial Regex Colours();

    /// <summary>Text that a carriage return overwrites: only the last state of a progress line remains.</summary>
    [GeneratedRegex(@"^[^\n]*\r(?=[^\n])", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Overwritten();

    [GeneratedRegex(@"\b[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Guids();

    [GeneratedRegex(@"\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?( ?(Z|[+-]\d\d:?\d\d)\b)?", RegexOptions.CultureInvariant)]
    private static partial Regex Moments();

    [GeneratedRegex(@"\b(\d+\.)?\d{1,2}:\d\d:\d\d([.,]\d+)?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Clocks();

    [GeneratedRegex(@"(?<![\w.])\d+([.,]\d+)?\s?(ns|us|µs|μs|ms|milliseconds)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Durations();

    [GeneratedRegex(@"\b0x[0-9a-fA-F]{6,16}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    [GeneratedRegex("""(?<!\w)[A-Za-z]:\\[^\s"'<>|,;]*""", RegexOptions.CultureInvariant)]
    private static partial Regex WindowsPaths();

    [GeneratedRegex(@"(?<![\w/.<:)\]])/([\w.@+-]+/)+[\w.@+-]*", RegexOptions.CultureInvariant)]
    private static partial Regex UnixPaths();
}
