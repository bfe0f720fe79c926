using CSharpNotebook.Format;

namespace SurvivalKit.Cli.Tests;

/// <summary>The notebook commands on <c>.dib</c> files, the format of Polyglot Notebooks.</summary>
public class NotebookDibTests
{
    private const string Dib = "#!csharp\n\nvar x = 20;\n\n#!markdown\n\n# Title\n\n#!fsharp\n\n#!share --from csharp x\nx + 1\n";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_writes_a_notebook_with_outputs_and_check_says_what_fails()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.dib", Dib);
        await Survkit.Succeeds("notebook", "run", folder.Path, "--out", folder.Place("out"));
        Assert.Equal("21", TinyNotebook.Shown(folder.Place("out/a.ipynb"), 2));
        Assert.Equal(Dib, await File.ReadAllTextAsync(path, Token));
        Assert.EndsWith(
            "1 notebook, 0 cells compared, no difference\n",
            (await Survkit.Succeeds("notebook", "check", path)).Output,
            StringComparison.Ordinal);
        CliRun run = await Survkit.Run("notebook", "check", folder.Write("b.dib", "1\n#!csharp\nthrow new Exception(\"no\");\n"));
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(
            "    cell 2 (code cell 2), error: nothing was expected, \"System.Exception: no\" came\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_converts_both_ways()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.dib", Dib);
        await Survkit.Succeeds("notebook", "export", path, "--to", "ipynb");
        Assert.Equal(Notebook.ParseDib(Dib).ToJson(), await File.ReadAllTextAsync(folder.Place("a.ipynb"), Token));
        await Survkit.Succeeds("notebook", "export", folder.Place("a.ipynb"), "--to", "dib", "--out", folder.Place("b.dib"));
        Assert.Equal(Dib, await File.ReadAllTextAsync(folder.Place("b.dib"), Token));
        Assert.Contains(
            "<title>Title</title>", (await Survkit.Succeeds("notebook", "export", path, "--out", "-")).Output, StringComparison.Ordinal);
        CliRun run = await Survkit.Run("notebook", "export", path, "--to", "dib");
        Assert.Equal(
            (1, $"survkit: {path}: it would be written over itself; another --to, or --out, was expected.\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Export_reads_the_program_that_it_wrote()
    {
        using var folder = new TemporaryFolder();
        string path =
            folder.Write("a.dib", Dib.Replace("var x = 20;", "#r \"nuget: A, 1.0\"\nrecord P;\nvar x = 20;\nx", StringComparison.Ordinal));
        await Survkit.Succeeds("notebook", "export", path, "--to", "script");
        await Survkit.Succeeds("notebook", "export", folder.Place("a.cs"), "--to", "dib", "--out", folder.Place("b.dib"));
        Assert.Equal(
            Notebook.Read(path).Cells.Select(cell => (cell.GetType(), cell.Source)),
            Notebook.Read(folder.Place("b.dib")).Cells.Select(cell => (cell.GetType(), cell.Source)));
    }

    [Fact]
    public async Task Lint_and_clean_read_them_and_what_cannot_be_is_one_sentence()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.dib", "#!csharp\n\nvar p = \"/tmp/a\";\n");
        CliRun run = await Survkit.Run("notebook", "lint", path);
        Assert.Equal(
            $"{path}: cell 1, line 1: absolute-path: /tmp/a is on one machine only; a path relative to the notebook was expected.\n"
            + "1 notebook, 1 finding\n",
            run.Output);
        Assert.Equal("1 notebook, 0 cleaned\n", (await Survkit.Succeeds("notebook", "clean", path)).Output);
        Assert.Equal(
            $"survkit: --inplace: {path} has no place for outputs, as no .dib file has; --out DIR was expected.\n",
            (await Survkit.Run("notebook", "run", path, "--inplace")).Error);
        string other = TinyNotebook.Write(folder, "a.ipynb", "1");
        Assert.Equal(
            $"survkit: --out out: {other} and {path} would both go to {Path.Combine("out", "a.ipynb")}; one of them was expected.\n",
            (await Survkit.Run("notebook", "run", other, path, "--out", "out")).Error);
        run = await Survkit.Run("notebook", "run", folder.Write("b.dib", "#!meta\n{]\n"), "--out", folder.Place("out"));
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            $"survkit: {folder.Place("b.dib")}: at line 2: the text after #!meta is not JSON; a JSON object such as "
            + "{\"kernelInfo\":{\"defaultKernelName\":\"csharp\"}} was expected.\n",
            run.Error);
    }
}
