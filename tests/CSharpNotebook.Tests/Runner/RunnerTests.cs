using System.Text.Json.Nodes;
using CSharpNotebook.Display;
using CSharpNotebook.Format;
using CSharpNotebook.Runner;

namespace CSharpNotebook.Tests.Runner;

public sealed class RunnerTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_code_cell_is_executed_in_order_and_keeps_its_outputs()
    {
        NotebookRun run = await Run(
            new MarkdownCell("# Sum"), new CodeCell("var a = 1;"), new RawCell("raw"), new CodeCell(" \n"), new CodeCell("a + 1"));
        Assert.Equal(NotebookRunStatus.Completed, run.Status);
        Assert.Null(run.Failure);
        var codes = run.Notebook.Cells.OfType<CodeCell>().ToArray();
        Assert.Equal([1, null, 2], codes.Select(cell => cell.ExecutionCount));
        Assert.Equal("2", Assert.IsType<ExecuteResultOutput>(Assert.Single(codes[2].Outputs)).Data["text/plain"]);
        Assert.Equal(
            [(2, 1, true), (4, 2, true), (5, 3, true)], run.Cells.Select(cell => (cell.CellNumber, cell.CodeCellNumber, cell.Succeeded)));
        Assert.All(run.Cells, cell => Assert.InRange(cell.Duration, TimeSpan.Zero, run.Duration));
    }

    [Fact]
    public async Task A_failing_cell_stops_the_run_and_is_named_with_its_line()
    {
        NotebookRun run = await NotebookRunner.RunAsync(
            Book(new MarkdownCell("# Title"), new CodeCell("var fine = 1;"), new CodeCell("\nvar b = fine +\n    nothing;"), new CodeCell(
                "fine")),
            new NotebookRunOptions { Name = "broken.ipynb" },
            cancellationToken: Token);
        Assert.Equal(NotebookRunStatus.Failed, run.Status);
        Assert.Equal((3, 2), (run.Failure!.CellNumber, run.Failure.CodeCellNumber));
        Assert.Equal(
            "broken.ipynb: cell 3 (code cell 2), line 3: CS0103: The name 'nothing' does not exist in the current context [nothing;]",
            run.Failure.ToString());
        Assert.IsType<ErrorOutput>(Assert.Single(((CodeCell)run.Notebook.Cells[2]).Outputs));
        Assert.Empty(((CodeCell)run.Notebook.Cells[3]).Outputs);
        Assert.Equal(2, run.Cells.Length);
    }

    [Fact]
    public async Task Old_outputs_do_not_stay_where_nothing_was_run()
    {
        NotebookRun run = await Run(
            new CodeCell("throw new Exception(\"x\");"), new CodeCell(
                "1")
            { ExecutionCount = 9, Outputs = [new StreamOutput("stdout", "old")] });
        Assert.Equal("System.Exception", run.Failure!.Cause.Name);
        var last = Assert.IsType<CodeCell>(run.Notebook.Cells[1]);
        Assert.Empty(last.Outputs);
        Assert.Null(last.ExecutionCount);
    }

    [Fact]
    public async Task Two_runs_give_the_same_bytes()
    {
        Notebook notebook = Book(
            new CodeCell(
                "var values = new Dictionary<string, double> { [\"a\"] = 1.5, [\"b\"] = 2 };\nConsole.WriteLine(values.Count);\nvalues"),
            new CodeCell("display(new { Day = new DateTime(2025, 1, 2), Text = \"ü\" });\nHTML(\"<p>x</p>\")"),
            new CodeCell("throw new InvalidOperationException(\"the end\");"));
        string first = (await NotebookRunner.RunAsync(notebook, cancellationToken: Token)).Notebook.ToJson();
        string second = (await NotebookRunner.RunAsync(Notebook.Parse(first), cancellationToken: Token)).Notebook.ToJson();
        Assert.Equal(first, second);
        Assert.DoesNotContain(Environment.CurrentDirectory, first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Timings_are_written_when_they_are_asked_for()
    {
        NotebookRun run = await NotebookRunner.RunAsync(
            Book(new CodeCell("1")), new NotebookRunOptions { RecordTimings = true }, cancellationToken: Token);
        var times = run.Notebook.Cells[0].Metadata["execution"];
        Assert.True(times.GetProperty("iopub.status.busy").GetDateTime() <= times.GetProperty("iopub.status.idle").GetDateTime());
        NotebookRun again = await NotebookRunner.RunAsync(run.Notebook, cancellationToken: Token);
        Assert.False(again.Notebook.Cells[0].Metadata.ContainsKey("execution"));
    }

    [Fact]
    public async Task Progress_is_told_before_and_after_each_cell()
    {
        var steps = new List<CellProgress>();
        await NotebookRunner.RunAsync(
            Book(new MarkdownCell("a"), new CodeCell("1"), new CodeCell("bad")), new NotebookRunOptions { Name = "n" }, new Watcher(
                steps.Add), Token);
        Assert.Equal(
            [("n", CellPhase.Started, 2, 1, 2), ("n", CellPhase.Succeeded, 2, 1, 2), ("n", CellPhase.Started, 3, 2, 2), (
                "n", CellPhase.Failed, 3, 2, 2)],
            steps.Select(step => (step.Notebook, step.Phase, step.CellNumber, step.CodeCellNumber, step.CodeCellCount)));
    }

    [Fact]
    public async Task Paths_are_relative_to_the_notebooks_own_folder_and_the_folder_is_restored()
    {
        string folder = Directory.CreateTempSubdirectory("csharp-notebook-").FullName;
        string before = Environment.CurrentDirectory;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "data.txt"), "found", Token);
            string path = Path.Combine(folder, "reads.ipynb");
            Book(new CodeCell("System.IO.File.ReadAllText(\"data.txt\")"), new CodeCell("System.IO.File.ReadAllText(\"gone.txt\")")).Write(
                path);
            NotebookRun run = await NotebookRunner.RunFileAsync(path, cancellationToken: Token);
            Assert.Equal("found", ((ExecuteResultOutput)((CodeCell)run.Notebook.Cells[0]).Outputs[0]).Data["text/plain"]);
            Assert.StartsWith(
                "reads.ipynb: cell 2 (code cell 2), line 1: System.IO.FileNotFoundException",
                run.Failure!.ToString(),
                StringComparison.Ordinal);
            Assert.Equal(before, Environment.CurrentDirectory);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_missing_working_directory_is_one_sentence() =>
        Assert.Equal(
            "The working directory /no/such of notebook does not exist.",
            (await Assert.ThrowsAsync<DirectoryNotFoundException>(
                () => NotebookRunner.RunAsync(
                    Book(), new NotebookRunOptions { WorkingDirectory = "/no/such" }, cancellationToken: Token))).Message);

    [Fact]
    public async Task Notebooks_share_neither_variables_nor_formatters()
    {
        await Run(new CodeCell(
            "var shared = 1; Formatter.Register<Version>(v => \"mine\", \"text/html\"); Formatter.ListExpansionLimit = 1;"));
        Assert.Equal("CS0103", (await Run(new CodeCell("shared"))).Failure!.Cause.Name);
        NotebookRun run = await Run(new CodeCell("new Version(1, 2)"), new CodeCell("new[] { 1, 2, 3 }"));
        Assert.DoesNotContain("mine", OutputOf(run, 0)["text/html"], StringComparison.Ordinal);
        Assert.Equal("[ 1, 2, 3 ]", OutputOf(run, 1)["text/plain"]);
    }

    [Fact]
    public async Task What_a_packages_extension_registers_serves_every_notebook()
    {
        CodeCell[] cells = [new("#r \"nuget: CSharpNotebook.Tests, 0.1.0\""), new("new CSharpNotebook.Tests.Engine.Shape(5)")];
        Assert.Equal("<i>5</i>", OutputOf(await Run(cells), 1)["text/html"]);
        Assert.Equal("<i>5</i>", OutputOf(await Run(cells), 1)["text/html"]);
        Assert.Equal("<i>7</i>", ResultFormatter.Format(new Tests.Engine.Shape(7))["text/html"]);
    }

    [Fact]
    public async Task Runs_asked_for_at_the_same_time_take_turns()
    {
        var runs = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(index => Run(new CodeCell($"var x = {index}; await Task.Delay(20);"), new CodeCell("x"))));
        Assert.Equal(["0", "1", "2"], runs.Select(run => OutputOf(run, 1)["text/plain"]));
    }

    [Fact]
    public async Task A_cell_can_run_another_notebook() =>
        Assert.Equal("2", OutputOf(await Run(
            new CodeCell("#r \"nuget: CSharpNotebook\"\nusing CSharpNotebook.Format; using CSharpNotebook.Runner;"),
            new CodeCell("var inner = await NotebookRunner.RunAsync(new Notebook(new[] { new CodeCell(\"1 + 1\") }));"),
            new CodeCell("((ExecuteResultOutput)((CodeCell)inner.Notebook.Cells[0]).Outputs[0]).Data[\"text/plain\"]")), 2)["text/plain"]);

    [Fact]
    public async Task A_cancelled_run_keeps_what_was_done()
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(Token);
        NotebookRun run = await NotebookRunner.RunAsync(
            Book(new CodeCell("1"), new CodeCell("await Task.Delay(20000);")),
            progress: new Watcher(step => { if (step is { CodeCellNumber: 2, Phase: CellPhase.Started }) { source.CancelAfter(50); } }),
            cancellationToken: source.Token);
        Assert.Equal(NotebookRunStatus.Cancelled, run.Status);
        Assert.False(run.Succeeded);
        Assert.Single(((CodeCell)run.Notebook.Cells[0]).Outputs);
        Assert.True((await Run(new CodeCell("1"))).Succeeded);
    }

    [Theory]
    [InlineData("html", "<b>x</b>", "<b>x</b>")]
    [InlineData("csharp", "HTML(\"<i>\" + 1 + \"</i>\")", "<i>1</i>")]
    public async Task A_cell_is_in_the_language_that_its_metadata_say(string language, string source, string html)
    {
        foreach (string key in new[] { "polyglot_notebook", "dotnet_interactive" })
        {
            var metadata =
                NotebookMetadata.Empty.With(key, new JsonObject { [key == "polyglot_notebook" ? "kernelName" : "language"] = language });
            NotebookRun run = await Run(new CodeCell(source) { Metadata = metadata });
            Assert.True(run.Succeeded, run.Failure?.ToString());
            Assert.Equal(html, Assert.IsAssignableFrom<RichOutput>(
                Assert.Single(Assert.IsType<CodeCell>(run.Notebook.Cells[0]).Outputs)).Data["text/html"]);
        }
    }

    [Fact]
    public async Task A_notebook_in_a_language_that_is_not_known_is_refused_in_a_sentence()
    {
        Notebook notebook = Book(new CodeCell("x = 1")) with
        {
            Metadata = NotebookMetadata.Empty.With("kernelspec", new JsonObject { ["name"] = "python3", ["language"] = "python" }),
        };
        NotebookRun run = await NotebookRunner.RunAsync(notebook, cancellationToken: Token);
        Assert.StartsWith(
            "notebook: cell 1 (code cell 1): UnsupportedLanguage: The cell is in python; one of csharp, ",
            run.Failure!.ToString(),
            StringComparison.Ordinal);
    }

    private static Notebook Book(params NotebookCell[] cells) => new(cells);

    private static Task<NotebookRun> Run(params NotebookCell[] cells) => NotebookRunner.RunAsync(Book(cells), cancellationToken: Token);

    private static MimeBundle OutputOf(NotebookRun run, int cell) =>
        Assert.IsType<ExecuteResultOutput>(Assert.IsType<CodeCell>(run.Notebook.Cells[cell]).Outputs[^1]).Data;

    private sealed class Watcher(Action<CellProgress> watch) : IProgress<CellProgress>
    {
        public void Report(CellProgress value) => watch(value);
    }
}
