using System.Text.Json.Nodes;
using System.Xml.Linq;
using CSharpNotebook.Format;
using CSharpNotebook.Runner;

namespace CSharpNotebook.Tests.Runner;

/// <summary>What tags and options do to a run, and how a report shows it.</summary>
public sealed class TagTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_cell_that_is_to_be_skipped_stays_as_it_is()
    {
        CodeCell skipped =
            Tagged("throw null;", "skip-execution") with { ExecutionCount = 9, Outputs = [new StreamOutput("stdout", "old")] };
        NotebookRun run = await NotebookRunner.RunAsync(new Notebook([skipped, new CodeCell("1")]), cancellationToken: Token);
        Assert.True(run.Succeeded, run.Failure?.ToString());
        Assert.Equal([CellOutcome.Skipped, CellOutcome.Succeeded], run.Cells.Select(cell => cell.Outcome));
        Assert.Equal(skipped.Outputs, Assert.IsType<CodeCell>(run.Notebook.Cells[0]).Outputs);
        Assert.Equal(9, Assert.IsType<CodeCell>(run.Notebook.Cells[0]).ExecutionCount);
    }

    [Fact]
    public async Task A_cell_that_may_fail_does_not_end_the_run()
    {
        NotebookRun run = await NotebookRunner.RunAsync(
            new Notebook([
                Tagged("throw new ArgumentException(\"x\");", "raises-exception"), Tagged("1", "raises-exception"), new CodeCell("2")
            ]), cancellationToken: Token);
        Assert.Equal(NotebookRunStatus.Completed, run.Status);
        Assert.Null(run.Failure);
        Assert.Equal([CellOutcome.FailedAsExpected, CellOutcome.Succeeded, CellOutcome.Succeeded], run.Cells.Select(cell => cell.Outcome));
        Assert.Equal("System.ArgumentException", run.Cells[0].Failure!.Cause.Name);
        Assert.Equal(
            "System.ArgumentException", Assert.IsType<ErrorOutput>(Assert.IsType<CodeCell>(run.Notebook.Cells[0]).Outputs[0]).Name);
    }

    [Fact]
    public async Task Where_errors_are_allowed_all_cells_are_run_and_the_first_error_is_told()
    {
        NotebookRun run = await NotebookRunner.RunAsync(
            new Notebook([new CodeCell("nothing"), new CodeCell("1"), new CodeCell("throw null;")]), new NotebookRunOptions
            {
                AllowErrors = true
            }, cancellationToken: Token);
        Assert.Equal(NotebookRunStatus.Failed, run.Status);
        Assert.Equal(1, run.Failure!.CellNumber);
        Assert.Equal([CellOutcome.Failed, CellOutcome.Succeeded, CellOutcome.Failed], run.Cells.Select(cell => cell.Outcome));
    }

    [Fact]
    public async Task The_output_of_a_cell_is_limited_in_this_process_too()
    {
        NotebookRun run = await NotebookRunner.RunAsync(
            new Notebook([new CodeCell("Console.Write(\"12345\" + \"67890\");"), new CodeCell(
                "var d = display(\"a\"); for (int i = 0; i < 9; i++) d.Update(\"b\" + i);")]),
            new NotebookRunOptions { OutputLimit = 8 },
            cancellationToken: Token);
        Assert.Equal(
            [new StreamOutput("stdout", "12345678"), new StreamOutput(
                "stderr", "\nThe output of this cell is longer than 8 characters; the rest was left out.\n")],
            Assert.IsType<CodeCell>(run.Notebook.Cells[0]).Outputs);
        Assert.Equal("b8", Assert.IsType<DisplayDataOutput>(
            Assert.Single(Assert.IsType<CodeCell>(run.Notebook.Cells[1]).Outputs)).Data["text/plain"]);
    }

    [Fact]
    public async Task The_junit_report_has_a_suite_for_each_notebook_and_a_case_for_each_code_cell()
    {
        NotebookRun bad = await NotebookRunner.RunAsync(
            new Notebook([
                new MarkdownCell("# T"),
                Tagged("1", "skip-execution"),
                new CodeCell("var a = 1;\nthrow new Exception(\"<\\u0001&>\");"),
                new CodeCell("2")
            ]),
            new NotebookRunOptions { Name = "bad.ipynb" },
            cancellationToken: Token);
        NotebookRun good = await NotebookRunner.RunAsync(
            new Notebook([new CodeCell("1")]), new NotebookRunOptions { Name = "good.ipynb" }, cancellationToken: Token);
        XElement root = XElement.Parse(JUnitReport.Write([bad, good]));
        Assert.Equal(("4", "1", "0", "2"), Counts(root));
        XElement[] suites = [.. root.Elements("testsuite")];
        Assert.Equal(["bad.ipynb", "good.ipynb"], suites.Select(suite => suite.Attribute("name")!.Value));
        Assert.Equal(("3", "1", "0", "2"), Counts(suites[0]));
        XElement[] cases = [.. suites[0].Elements("testcase")];
        Assert.Equal(["cell 2: 1", "cell 3: var a = 1;", "cell 4: 2"], cases.Select(test => test.Attribute("name")!.Value));
        Assert.Equal(
            "bad.ipynb: cell 3 (code cell 2), line 2: System.Exception: <\uFFFD&> [throw new Exception(\"<\\u0001&>\");]",
            cases[1].Element("failure")!.Attribute("message")!.Value);
        Assert.NotNull(cases[0].Element("skipped"));
        Assert.NotNull(cases[2].Element("skipped"));
    }

    private static (string?, string?, string?, string?) Counts(XElement element) =>
        (element.Attribute("tests")?.Value, element.Attribute("failures")?.Value, element.Attribute("errors")?.Value, element.Attribute(
            "skipped")?.Value);

    private static CodeCell Tagged(string source, params string[] tags) =>
        new(source) { Metadata = NotebookMetadata.Empty.With("tags", new JsonArray([.. tags.Select(tag => (JsonNode)tag)])) };
}
