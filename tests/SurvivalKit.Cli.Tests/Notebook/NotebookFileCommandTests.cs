using CSharpNotebook.Format;

namespace SurvivalKit.Cli.Tests;

/// <summary><c>survkit notebook lint</c>, <c>clean</c> and <c>export</c>, which run nothing.</summary>
public class NotebookFileCommandTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lint_names_file_cell_line_and_rule()
    {
        using var folder = new TemporaryFolder();
        string path = TinyNotebook.Write(
            folder, "a.ipynb", "#r \"nuget: P\"\nSystem.IO.File.WriteAllText(\"ran.txt\", \"\");", "var p = \"/tmp/a\";");
        CliRun run = await Survkit.Run("notebook", "lint", folder.Path);
        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Error);
        Assert.Equal(
            $"{path}: cell 1, line 1: unpinned-package: the package P has no version; an exact one was expected, such as \"nuget: P, 1.0.0\".\n"
            + $"{path}: cell 2, line 1: absolute-path: /tmp/a is on one machine only; a path relative to the notebook was expected.\n"
            + "1 notebook, 2 findings\n",
            run.Output);
        run = await Survkit.Run("notebook", "lint", path, "--ignore", "absolute-path", "--json");
        Assert.Equal("unpinned-package", Assert.Single(run.Json.GetProperty("findings").EnumerateArray()).GetProperty("rule").GetString());
        await Survkit.Succeeds("notebook", "lint", path, "--ignore", "absolute-path", "--ignore", "unpinned-package");
        Assert.Equal(["a.ipynb"], folder.Files);
    }

    [Fact]
    public async Task The_notebooks_of_the_repository_have_no_finding() =>
        Assert.EndsWith(
            ", no finding\n",
            (await Survkit.Succeeds("notebook", "lint", Path.Combine(Survkit.Repository, "notebooks"))).Output,
            StringComparison.Ordinal);

    [Fact]
    public async Task Clean_touches_only_what_is_not_clean()
    {
        using var folder = new TemporaryFolder();
        string dirty = TinyNotebook.Write(
            folder, "dirty.ipynb", [new CodeCell("1") { ExecutionCount = 1, Outputs = [new StreamOutput("stdout", "1")] }]);

        // Not in our format, but clean.
        string clean = folder.Write(
            "clean.ipynb",
            "{ \"nbformat\":4, \"nbformat_minor\":2, \"metadata\":{}, \"cells\":[{\"cell_type\":\"code\",\"execution_count\":null,\"metadata\":{},\"outputs\":[],\"source\":\"1\"}] }");
        byte[] before = await File.ReadAllBytesAsync(clean, Token);
        CliRun run = await Survkit.Run("notebook", "clean", folder.Path, "--check");
        Assert.Equal((2, $"not clean  {dirty}\n2 notebooks, 1 not clean\n"), (run.ExitCode, run.Output));
        Assert.Equal($"cleaned    {dirty}\n2 notebooks, 1 cleaned\n", (await Survkit.Succeeds("notebook", "clean", folder.Path)).Output);
        Assert.Equal(before, await File.ReadAllBytesAsync(clean, Token));
        Assert.Empty(Assert.IsType<CodeCell>(Notebook.Read(dirty).Cells[0]).Outputs);
        Assert.Equal("2 notebooks, 0 not clean\n", (await Survkit.Succeeds("notebook", "clean", folder.Path, "--check")).Output);
    }

    [Fact]
    public async Task Export_writes_pages_beside_the_notebook_or_elsewhere()
    {
        using var folder = new TemporaryFolder();
        string path = TinyNotebook.Write(
            folder,
            "a.ipynb",
            [new MarkdownCell("# Title"), new CodeCell("1 + 1")
            {
                Outputs = [new DisplayDataOutput(MimeBundle.Empty.With("image/svg+xml", "<svg/>")), new StreamOutput("stdout", "<b>&")]
            }]);
        Assert.Equal(folder.Place("a.html") + "\n", (await Survkit.Succeeds("notebook", "export", path)).Output);
        string page = await File.ReadAllTextAsync(folder.Place("a.html"), Token);
        Assert.Contains("<title>Title</title>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;&amp;", page, StringComparison.Ordinal);
        await Survkit.Succeeds("notebook", "export", path, "--to", "markdown");
        Assert.Contains("![](a_files/cell-2-1.svg)", await File.ReadAllTextAsync(folder.Place("a.md"), Token), StringComparison.Ordinal);
        Assert.Equal("<svg/>", await File.ReadAllTextAsync(folder.Place("a_files/cell-2-1.svg"), Token));
        await Survkit.Succeeds("notebook", "export", path, "--to", "script", "--out", folder.Place("b.cs"));
        Assert.Contains("display(1 + 1);", await File.ReadAllTextAsync(folder.Place("b.cs"), Token), StringComparison.Ordinal);
        Assert.StartsWith(
            "# Title\n",
            (await Survkit.Succeeds("notebook", "export", path, "--to", "markdown", "--out", "-")).Output,
            StringComparison.Ordinal);
        string other = TinyNotebook.Write(folder, "c.ipynb", "1");
        Assert.Equal(
            $"{folder.Place("pages/a.html")}\n{folder.Place("pages/c.html")}\n",
            (await Survkit.Succeeds("notebook", "export", path, other, "--out", folder.Place("pages"), "--no-code")).Output);
        Assert.DoesNotContain("nb-source\"", await File.ReadAllTextAsync(folder.Place("pages/a.html"), Token), StringComparison.Ordinal);
    }
}
