using System.Text.RegularExpressions;

namespace SurvivalKit.Published;

/// <summary>The pattern of a printed cell: text with aspects in braces, <c>{n} ({%})</c>.</summary>
internal static partial class CellPattern
{
    public static IEnumerable<string> AspectsOf(string pattern) => Braces().Matches(pattern).Select(match => match.Groups[1].Value);

    public static string Fill(string pattern, Func<string, string> text) => Braces().Replace(pattern, match => text(match.Groups[1].Value));

    /// <summary>The parts in order: text, and aspects without their braces.</summary>
    public static IEnumerable<(string Text, bool IsAspect)> Split(string pattern)
    {
        int at = 0;
        foreach (Match match in Braces().Matches(pattern))
        {
            yield return (pattern[at..match.Index], false);
            yield return (match.Groups[1].Value, true);
            at = match.Index + match.Length;
        }

        yield return (pattern[at..], false);
    }

    [GeneratedRegex(@"\{([^{}]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Braces();
}
