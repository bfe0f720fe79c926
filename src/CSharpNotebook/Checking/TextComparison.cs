using System.Globalization;
using System.Text.RegularExpressions;

namespace CSharpNotebook.Checking;

/// <summary>Compares texts line by line, and in a line numbers as numbers.</summary>
internal sealed partial class TextComparison(ComparisonOptions options)
{
    private const int MostLines = 20;

    /// <summary>Whether two pieces of text are equal within the tolerance.</summary>
    public bool AreSame(string expected, string actual)
    {
        if (expected == actual)
        {
            return true;
        }

        (expected, actual) = (options.Sanitizer.Apply(expected), options.Sanitizer.Apply(actual));
        return AreSameLine(expected, actual);
    }

    /// <summary>The lines that differ.</summary>
    public IEnumerable<(string Place, string? Expected, string? Actual)> Differences(string expected, string actual)
    {
        if (expected == actual)
        {
            yield break;
        }

        string[] before = Lines(expected);
        string[] now = Lines(actual);
        int shown = 0;
        for (int line = 0; line < Math.Max(before.Length, now.Length) && shown < MostLines; line++)
        {
            (string? old, string? fresh) = (before.ElementAtOrDefault(line), now.ElementAtOrDefault(line));
            if (old is not null && fresh is not null && AreSameLine(old, fresh))
            {
                continue;
            }

            shown++;
            yield return (string.Create(CultureInfo.InvariantCulture, $"line {line + 1}"), old, fresh);

            // After an added or missing line, all other lines would be compared with the wrong ones.
            if (before.Length != now.Length)
            {
                yield break;
            }
        }
    }

    private string[] Lines(string text) => [.. options.Sanitizer.Apply(text).TrimEnd().Split('\n').Select(line => line.TrimEnd())];

    private bool AreSameLine(string expected, string actual)
    {
        if (expected == actual)
        {
            return true;
        }

        MatchCollection before = Number().Matches(expected);
        MatchCollection now = Number().Matches(actual);
        if (before.Count != now.Count || Skeleton(expected) != Skeleton(actual))
        {
            return false;
        }

        for (int index = 0; index < before.Count; index++)
        {
            if (!options.AreClose(Parse(before[index]), Parse(now[index])))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The text around the numbers; numbers of other lengths change the spaces of a column.</summary>
    private static string Skeleton(string text) => Blanks().Replace(Number().Replace(text, "#"), " ");

    private static double Parse(Match number) => double.Parse(number.ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\w.])[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Blanks();
}
