using System.Text.RegularExpressions;

namespace SurvivalKit.Tests;

/// <summary>The page of formulas names existing files, and the first comment of each names the page's source.</summary>
public sealed partial class FormulaPageTests
{
    private static readonly (string Source, string File)[] Rows =
    [
        .. File.ReadLines(Repository.File("docs/formulas.md"))
            .Select(line => Row().Match(line))
            .Where(match => match.Success)
            .Select(match => (match.Groups["source"].Value, match.Groups["file"].Value)),
    ];

    public static TheoryData<string, string> Sources
    {
        get
        {
            var sources = new TheoryData<string, string>();
            foreach ((string source, string file) in Rows)
            {
                foreach (string part in source.Split(';', StringSplitOptions.TrimEntries))
                {
                    sources.Add(file, part);
                }
            }

            return sources;
        }
    }

    [Fact]
    public void Every_line_of_a_table_names_a_file()
    {
        int lines = File.ReadLines(Repository.File("docs/formulas.md")).Count(line =>
            line.StartsWith('|')
            && !line.StartsWith("| ---", StringComparison.Ordinal)
            && !line.StartsWith("| formula ", StringComparison.Ordinal));

        Assert.NotEmpty(Rows);
        Assert.Equal(lines, Rows.Length);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void The_first_comment_of_a_file_names_its_source(string file, string source)
    {
        string path = Repository.File("src/SurvivalKit/" + file);
        Assert.True(File.Exists(path), $"docs/formulas.md names {file}, which is not there.");
        string comment = FirstComment(path);
        Match function = Function().Match(source);
        Match paper = Paper().Match(source);
        Assert.True(
            function.Success || paper.Success,
            $"docs/formulas.md gives {file} the source \"{source}\", neither a paper with its year nor a function of R.");
        string[] words = function.Success ? [function.Groups["name"].Value] : [paper.Groups["name"].Value, paper.Groups["year"].Value];
        Assert.All(words, word => Assert.True(
            Regex.IsMatch(comment, $@"(?<!\w){Regex.Escape(word)}(?!\w)"),
            $"The first comment of {file} does not name {word} of {source}: {comment}"));
    }

    private static string FirstComment(string path) => string.Join(' ', File.ReadLines(path)
        .Select(line => line.Trim())
        .SkipWhile(line => !line.StartsWith("///", StringComparison.Ordinal))
        .TakeWhile(line => line.StartsWith("///", StringComparison.Ordinal))
        .Select(line => line.TrimStart('/', ' ')));

    [GeneratedRegex(@"^\| .+ \| (?<source>[^|]+) \| `(?<file>[^`|]+)` \|$")]
    private static partial Regex Row();

    [GeneratedRegex("^R's `(?<name>[^`]+)`$")]
    private static partial Regex Function();

    [GeneratedRegex(@"^(?<name>\p{L}+( Boor)?)\D*(?<year>\d{4})")]
    private static partial Regex Paper();
}
