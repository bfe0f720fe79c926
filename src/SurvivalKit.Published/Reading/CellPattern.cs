using System.Text.RegularExpressions;

namespace SurvivalKit.Published;

/// <summary>The pattern of a printed cell: text with aspects in braces, <c>{n} ({%})</c>.</summary>
internal static partial class CellPattern
{
    public static IEnumerable<string> AspectsOf(string pattern) => Braces().Matches(pattern).Select(match => match.Groups[1].Value);

    public static string Fill(string pattern, Func<string, string> text) => Braces().Replace(pattern, match => text(match.Groups[1].Value));

    [GeneratedRegex(@"\{([^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();
}
