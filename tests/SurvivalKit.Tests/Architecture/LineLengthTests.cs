using System.Text.RegularExpressions;

namespace SurvivalKit.Tests;

/// <summary>Lines of code and comments end at column 140; a longer one holds one text that is not broken in two.</summary>
public sealed partial class LineLengthTests
{
    private const int Longest = 140;

    // What may stand around a text that fills a line.
    private const int Around = 60;

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    public void Lines_end_at_column_140(string top)
    {
        string[] tooLong =
        [
            .. Directory.EnumerateFiles(Repository.File(top), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
                .SelectMany(file => TooLong(file).Select(number => $"{Path.GetFileName(file)}:{number}")),
        ];

        Assert.Empty(tooLong);
    }

    private static IEnumerable<int> TooLong(string file)
    {
        bool isInText = false;
        int number = 0;
        foreach (string line in File.ReadLines(file))
        {
            number++;
            bool began = isInText;
            isInText ^= RawQuotes().Count(line) % 2 == 1;
            if (line.Length > Longest && !began && !isInText && !IsOneText(line))
            {
                yield return number;
            }
        }
    }

    private static bool IsOneText(string line) =>
        Literal().Matches(line).Select(match => match.Length).DefaultIfEmpty(0).Max() is > 0 and int text
            && line.Trim().Length - text <= Around;

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawQuotes();

    // A raw text; one with values in it; a plain one.
    [GeneratedRegex(""""
        \$*"{3}.*?"{3,} | \$@?"(?:[^"\\{]|\\.|""|\{\{|\{(?:[^{}"]|"[^"]*"|\{[^{}]*\})*\})*" | @?"(?:[^"\\]|\\.)*"
        """", RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();
}
