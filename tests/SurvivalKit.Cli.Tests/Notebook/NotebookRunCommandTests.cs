using System.Diagnostics;
using System.Xml.Linq;
using CSharpNotebook.Format;

namespace SurvivalKit.Cli.Tests;

/// <summary><c>survkit notebook run</c>.</summary>
public class NotebookRunCommandTests
{
    [Fact]
    public async Task Executed_notebooks_go_into_a_folder_with_parameters_and_reports()
    {
        using var folder = new TemporaryFolder();
        string a = TinyNotebook.Write(folder, "in/a.ipynb", [
            TinyNotebook.Tagged("parameters", "double alpha = 1;\nstring label = \"x\";"), new CodeCell("$\"{alpha / 4} {label}\"")
        ]);
        string b = TinyNotebook.Write(
            folder, "in/deep/b.ipynb", [TinyNotebook.Tagged("parameters", "int alpha = 1; string label = \"\";"), new CodeCell("alpha")]);
        string before = await File.ReadAllTextAsync(a, TestContext.Current.CancellationToken);
        string file = folder.Write("values.yaml", "label: from file\nalpha: 9\n");
        CliRun run = await Survkit.Succeeds(
            "notebook", "run", folder.Place("in/**/*.ipynb"), "-f", file, "-p", "alpha", "3", "--out", folder.Place("out"),
            "--json", "--report", folder.Place("r.json"), "--junit", folder.Place("j.xml"), "--parallel", "2");
        Assert.Equal("0.75 from file", TinyNotebook.Shown(folder.Place("out/a.ipynb"), 2));
        Assert.Equal("3", TinyNotebook.Shown(folder.Place("out/deep/b.ipynb"), 2));
        Assert.Equal(before, await File.ReadAllTextAsync(a, TestContext.Current.CancellationToken));
        Assert.Equal(run.Output, await File.ReadAllTextAsync(folder.Place("r.json"), TestContext.Current.CancellationToken));
        Assert.Equal(
            [a, b], run.Json.GetProperty("notebooks").EnumerateArray().Select(notebook => notebook.GetProperty("notebook").GetString()));
        Assert.All(run.Json.GetProperty("notebooks").EnumerateArray(), notebook =>
            Assert.Equal("done", notebook.GetProperty("status").GetString()));
        Assert.Equal(6, XElement.Load(folder.Place("j.xml")).Descendants("testcase").Count());
    }

    [Fact]
    public async Task A_notebook_that_fails_is_kept_as_far_as_it_came_and_the_others_run()
    {
        using var folder = new TemporaryFolder();
        string bad = TinyNotebook.Write(folder, "bad.ipynb", "\"kept\"", "Console.WriteLine(\"last\");\nEnvironment.Exit(0);", "3");
        string good = TinyNotebook.Write(folder, "good.ipynb", "1");
        CliRun run = await Survkit.Run("notebook", "run", bad, good, "-o", folder.Place("out"), "-p", "ghost", "1");
        Assert.Equal(2, run.ExitCode);
        Assert.Equal(
            [
                $"survkit: {bad}: there is no cell tagged parameters that assigns ghost.",
                $"survkit: {good}: there is no cell tagged parameters that assigns ghost.",
                $"survkit: {bad}: cell 3 (code cell 3): Environment.Exit: The cell ended its process with Environment.Exit(0).",
            ],
            run.Error.TrimEnd('\n').Split('\n'));
        Assert.EndsWith("2 notebooks, 1 failed\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("kept", TinyNotebook.Shown(folder.Place("out/bad.ipynb"), 1));
        Assert.Equal("1", TinyNotebook.Shown(folder.Place("out/good.ipynb"), 1));
    }

    [Fact]
    public async Task A_time_out_is_exit_code_3()
    {
        using var folder = new TemporaryFolder();
        string path = TinyNotebook.Write(folder, "slow.ipynb", "while (true) { }");
        CliRun run = await Survkit.Run("notebook", "run", path, "--inplace", "--timeout", "0.5");
        Assert.Equal(3, run.ExitCode);
        Assert.Equal($"survkit: {path}: cell 1 (code cell 1): CellTimeout: The cell took longer than 0.5 s, and was stopped.\n", run.Error);
        Assert.StartsWith("TIMED-OUT", run.Output, StringComparison.Ordinal);
        Assert.IsType<ErrorOutput>(Assert.IsType<CodeCell>(Notebook.Read(path).Cells[0]).Outputs[0]);
    }

    [Fact]
    public async Task One_that_is_no_notebook_is_told_and_the_others_run()
    {
        using var folder = new TemporaryFolder();
        string first = TinyNotebook.Write(folder, "first.ipynb", "1");
        string broken = folder.Write("broken.ipynb", "{\"cells\": [");
        string old = folder.Write("old.ipynb", "{\"nbformat\": 3, \"worksheets\": []}");
        string odd = folder.Write("odd.ipynb", """
            {"nbformat": 4, "metadata": {}, "cells": [{"cell_type": "code", "source": "2", "outputs": [
              {"output_type": "error", "ename": "E", "evalue": "v", "traceback": [null]}, {"output_type": "pyout"}]}]}
            """);
        CliRun run = await Survkit.Run(
            "notebook", "run", first, broken, old, odd, "--out", folder.Place("out"), "--json", "--junit", folder.Place("j.xml"));
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(2, run.Error.TrimEnd('\n').Split('\n').Length);
        Assert.StartsWith($"survkit: {broken}: at $.cells: the file ends too early", run.Error, StringComparison.Ordinal);
        Assert.Contains($"survkit: {old}: at $.nbformat: the notebook format is 3", run.Error, StringComparison.Ordinal);
        Assert.Equal("1", TinyNotebook.Shown(folder.Place("out/first.ipynb"), 0));
        Assert.Equal("2", TinyNotebook.Shown(folder.Place("out/odd.ipynb"), 0));
        Assert.False(File.Exists(folder.Place("out/broken.ipynb")));
        Assert.Equal(["done", "failed", "failed", "done"], run.Json.GetProperty("notebooks").EnumerateArray().Select(
            notebook => notebook.GetProperty("status").GetString()));
        Assert.Equal(4, XElement.Load(folder.Place("j.xml")).Descendants("testsuite").Count());

        CliRun check = await Survkit.Run("notebook", "check", folder.Place("out/first.ipynb"), broken);
        Assert.Equal(1, check.ExitCode);
        Assert.StartsWith("same ", check.Output, StringComparison.Ordinal);
        Assert.Contains("\nSTOPPED", check.Output, StringComparison.Ordinal);
        foreach (string command in new[] { "lint", "clean", "export" })
        {
            CliRun other = await Survkit.Run("notebook", command, broken, folder.Place("out/first.ipynb"));
            Assert.Equal(1, other.ExitCode);
            Assert.StartsWith($"survkit: {broken}: at $.cells: ", other.Error, StringComparison.Ordinal);
            string expected = command switch { "export" => "first.html", "lint" => "1 notebook", _ => "2 notebooks, 1 cleaned" };
            Assert.Contains(expected, other.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_cannot_be_used_is_told_before_anything_runs()
    {
        using var folder = new TemporaryFolder();
        string good = TinyNotebook.Write(folder, "good.ipynb", "1");
        string broken = folder.Write("broken.ipynb", "{\"cells\": [");
        CliRun run = await Survkit.Run("notebook", "run", broken, "--out", folder.Place("out"));
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"survkit: {broken}: at $.cells: the file ends too early", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.Place("out")));
        run = await Survkit.Run("notebook", "run", good, "--out", folder.Path);
        Assert.Equal(
            $"survkit: --out {folder.Path}: {good} would be written over itself; another folder, or --inplace, was expected.\n", run.Error);
        run = await Survkit.Run("notebook", "run", good, "-p", "a b", "1");
        Assert.Equal(
            "survkit: The parameter \"a b\" cannot be a variable; a name of letters, digits and underscores was expected.\n", run.Error);
    }

    [Fact]
    public async Task The_program_starts_itself_for_a_notebook()
    {
        using var folder = new TemporaryFolder();
        TinyNotebook.Write(folder, "a.ipynb", "System.IO.File.ReadAllText(\"beside.txt\")");
        folder.Write("beside.txt", "found");
        CliRun run = await Survkit.RunProcess(folder.Path, "notebook", "run", "a.ipynb");
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("found", TinyNotebook.Shown(folder.Place("executed/a.ipynb"), 0));
    }

    [Fact]
    public async Task A_runner_that_is_killed_leaves_nothing_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The test needs /bin/sleep, and a system that shows the environment of processes.");
        using var folder = new TemporaryFolder();
        TinyNotebook.Write(
            folder, "a.ipynb",
            "var child = System.Diagnostics.Process.Start(\"/bin/sleep\", \"600\");\nSystem.IO.File.WriteAllText(\"ids.part\", $\"{child.Id} {Environment.ProcessId}\");\nSystem.IO.File.Move(\"ids.part\", \"ids\");\nwhile (true) { }");
        using Process runner = Survkit.Start(folder.Path, "notebook", "run", "a.ipynb");
        await Eventually(() => File.Exists(folder.Place("ids")));
        runner.Kill();
        foreach (string id in (await File.ReadAllTextAsync(folder.Place("ids"), TestContext.Current.CancellationToken)).Split(' '))
        {
            await Eventually(() => !File.Exists($"/proc/{id}/status")
                || File.ReadAllText($"/proc/{id}/status").Contains("State:\tZ", StringComparison.Ordinal));
        }
    }

    private static async Task Eventually(Func<bool> isSo)
    {
        for (int attempt = 0; attempt < 1200; attempt++)
        {
            try
            {
                if (isSo())
                {
                    return;
                }
            }
            catch (IOException)
            {
                // The process ended between two checks.
            }

            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.Fail("It did not come to be within a minute.");
    }
}
