using System.Text.RegularExpressions;
using CSharpNotebook.Format;
using CSharpNotebook.Runner;

namespace SurvivalKit.Cli.Tests;

/// <summary>What the page "Writing a study file" shows is run, in a folder that holds its example.</summary>
public partial class StudyFilePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Survkit.Repository, "data-samples", "writing-a-study-file.md"));

    [Fact]
    public async Task The_command_lines_of_its_draft_run()
    {
        using var folder = new TemporaryFolder();
        folder.Write("paper.md", StudyCommandTests.Paper);
        foreach (string line in Lines(Blocks("sh")[0]))
        {
            CliRun run = await Survkit.RunProcess(folder.Path, Arguments(line));

            // The draft tells how much it understood.
            Assert.DoesNotContain(
                run.Error.Split('\n'),
                said => said.Length > 0 && !said.StartsWith("survkit: note: ", StringComparison.Ordinal));
            Assert.Equal(0, run.ExitCode);
        }

        Assert.Contains("study.json", folder.Files);
    }

    [Fact]
    public async Task Its_command_lines_run()
    {
        using TemporaryFolder folder = Example();
        foreach (string line in Blocks("sh")[1..].SelectMany(Lines))
        {
            CliRun run = await Survkit.RunProcess(folder.Path, Arguments(line));
            Assert.Equal("", run.Error);
            Assert.Equal(0, run.ExitCode);
        }

        Assert.Contains("cohort.csv", folder.Files);
    }

    [Fact]
    public async Task Its_code_runs()
    {
        using TemporaryFolder folder = Example();
        string file = folder.Place("page.ipynb");
        new Notebook([new CodeCell("#r \"nuget: SurvivalKit.Notebooks, 0.1.0\""), new CodeCell(Block("csharp"))]).Write(file);

        NotebookRun run = await NotebookRunner.RunFileAsync(file, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(run.Succeeded, run.Failure?.ToString());
        Assert.Contains("table1/Female/Soup#%", run.Notebook.ToJson(), StringComparison.Ordinal);
    }

    private static TemporaryFolder Example()
    {
        var folder = new TemporaryFolder();
        folder.Write("study.json", Block("json"));
        return folder;
    }

    internal static string Block(string language) => Blocks(language)[0];

    private static string[] Blocks(string language) =>
        [.. Fences().Matches(Page).Where(match => match.Groups["language"].Value == language).Select(match => match.Groups["text"].Value)];

    private static string[] Lines(string block)
    {
        string[] lines = [.. block.Split('\n').Where(line => line.StartsWith("survkit ", StringComparison.Ordinal))];
        Assert.NotEmpty(lines);
        return lines;
    }

    private static string[] Arguments(string line) => line.Split('#')[0].Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];

    [GeneratedRegex("```(?<language>[a-z]+)\n(?<text>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Fences();
}
