using System.Text.RegularExpressions;

namespace CSharpNotebook.Languages.R;

/// <summary>The names in a text of R.</summary>
internal static partial class RWords
{
    public static HashSet<string> Find(string code) =>
        new(Pattern().Matches(code).Where(match => match.Groups["name"].Success)
            .Select(match => match.Groups["name"].Value), StringComparer.Ordinal);

    // Comments and strings come first, so that their content is not read as names.
    [GeneratedRegex(
        """#[^\n]*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?<name>[^`]*)`|(?<name>[\p{L}.][\p{L}\p{Nd}._]*)""",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
