using CSharpNotebook.Format;

namespace SurvivalKit.Cli.Tests;

/// <summary><c>survkit notebook check</c>.</summary>
public class NotebookCheckCommandTests
{
    [Fact]
    public async Task A_notebook_of_the_paper_gives_what_is_stored()
    {
        string path = Path.Combine(Survkit.Repository, "notebooks", "paper", "03-table-3.ipynb");
        byte[] before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        CliRun run = await Survkit.Succeeds("notebook", "check", path, "--json");
        Assert.Equal(0, run.Json.GetProperty("summary").GetProperty("differences").GetInt32());
        Assert.True(run.Json.GetProperty("notebooks")[0].GetProperty("same").GetBoolean());
        Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_difference_is_shown_with_cell_and_line_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        string path = TinyNotebook.Write(
            folder,
            "a.ipynb",
            [
                new CodeCell("Console.WriteLine(\"a\\n\" + 1.5);") { Outputs = [new StreamOutput("stdout", "a\n1.6\n")] },
                new CodeCell("Console.WriteLine(\"seed 12\");") { Outputs = [new StreamOutput("stdout", "seed 9\n")] },
            ]);
        byte[] before = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        CliRun run = await Survkit.Run("notebook", "check", path);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Contains(
            "    cell 1 (code cell 1), stdout, line 2: \"1.6\" was expected, \"1.5\" came\n", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 notebook, 2 cells compared, 2 differences\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(["a.ipynb"], folder.Files);
        await Survkit.Succeeds("notebook", "check", path, "--rtol", "0.1", "--sanitize-with", folder.Write(
            "rules.cfg", "[seed]\nregex: seed \\d+\nreplace: SEED\n"));
        run = await Survkit.Run("notebook", "check", path, "--sanitize-with", folder.Write("bad.cfg", "regex\n"));
        Assert.Equal(
            $"survkit: {folder.Place("bad.cfg")}, line 1: [name], then regex: PATTERN, then replace: TEXT was expected.\n", run.Error);
    }

    [Fact]
    public async Task A_notebook_that_ends_its_process_is_told()
    {
        using var folder = new TemporaryFolder();
        string path = TinyNotebook.Write(folder, "a.ipynb", "Environment.Exit(0);", "1");
        CliRun run = await Survkit.Run("notebook", "check", path);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("STOPPED", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            $"survkit: {path}: cell 1 (code cell 1): Environment.Exit: The cell ended its process with Environment.Exit(0).\n", run.Error);
    }
}
