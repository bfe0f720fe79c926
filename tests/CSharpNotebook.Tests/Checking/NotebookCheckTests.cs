using System.Text.Json.Nodes;
using CSharpNotebook.Checking;
using CSharpNotebook.Format;
using CSharpNotebook.Runner;

namespace CSharpNotebook.Tests.Checking;

/// <summary>Notebooks that are run again and compared with what is stored in them.</summary>
public sealed class NotebookCheckTests
{
    private static readonly NotebookRunOptions Options = new() { AllowErrors = true };

    [Fact]
    public async Task A_notebook_that_gives_what_is_stored_is_the_same()
    {
        Notebook stored = await Stored(
            new CodeCell("1 + 1"),
            new CodeCell("Console.WriteLine(DateTime.UtcNow.ToString(\"O\"));"),
            new CodeCell("throw new ArgumentException(\"x\");"),
            new CodeCell("2"));
        NotebookCheck check = await Check(stored);
        Assert.True(check.Succeeded, string.Join('\n', check.Differences));
        Assert.Equal(4, check.Compared);
    }

    [Fact]
    public async Task What_is_different_is_named_with_cell_and_line()
    {
        Notebook stored = await Stored(
            new MarkdownCell("# T"), new CodeCell("var x = 1;"), new CodeCell("Console.WriteLine(\"a\\n\" + x);"), new CodeCell("x"));
        Notebook edited = stored.WithCells([stored.Cells[0], stored.Cells[1] with { Source = "var x = 2;" }, .. stored.Cells[2..]]);
        NotebookCheck check = await Check(edited);
        Assert.False(check.Succeeded);
        Assert.True(check.IsComplete);
        Assert.Equal(
            [
                "cell 3 (code cell 2), stdout, line 2: \"1\" was expected, \"2\" came",
                "cell 4 (code cell 3), output 1 (text/html), text: \"1\" was expected, \"2\" came",
                "cell 4 (code cell 3), output 1 (text/plain), line 1: \"1\" was expected, \"2\" came",
            ],
            check.Differences.Select(difference => difference.ToString()));
    }

    [Fact]
    public async Task Tags_and_comments_leave_cells_out()
    {
        Notebook stored = new(
        [
            Tagged("Guid.NewGuid().GetHashCode()", "nbval-ignore-output"),
            new CodeCell("// NBVAL_IGNORE_OUTPUT\nGuid.NewGuid().GetHashCode()"),
            Tagged("throw null;", "nbval-skip"),
            new CodeCell("// NBVAL_SKIP\nthrow null;"),
            Tagged("throw null;", "skip-execution"),
            new CodeCell("1"),
        ]);
        NotebookCheck check = await Check(stored);
        Assert.Equal(1, check.Compared);
        Assert.Equal(6, Assert.Single(check.Differences).CellNumber);
    }

    [Fact]
    public async Task An_error_that_is_not_stored_is_a_difference_and_does_not_end_the_run()
    {
        NotebookCheck check = await Check(new([new CodeCell("throw new ArgumentException(\"oh\");"), new CodeCell("1;")]));
        Assert.False(check.Succeeded);
        Assert.StartsWith(
            "cell 1 (code cell 1), error: nothing was expected, \"System.ArgumentException: oh\" came",
            check.Differences[0].ToString(),
            StringComparison.Ordinal);
        Assert.Equal(2, check.Run.Cells.Length);
    }

    [Fact]
    public async Task A_process_that_dies_is_no_difference_but_the_end()
    {
        Notebook stored = new([new CodeCell("var x = 1;"), new CodeCell("Environment.Exit(1);"), new CodeCell("x")]);
        NotebookRun run = await NotebookProcess.RunAsync(
            NotebookCheck.Prepare(stored), new() { AllowErrors = true }, cancellationToken: TestContext.Current.CancellationToken);
        NotebookCheck check = NotebookCheck.Compare(stored, run);
        Assert.False(check.IsComplete);
        Assert.False(check.Succeeded);
        Assert.Empty(check.Differences);
        Assert.Equal(1, check.Compared);
    }

    private static async Task<Notebook> Stored(params NotebookCell[] cells) =>
        (await NotebookRunner.RunAsync(new Notebook(cells), Options, cancellationToken: TestContext.Current.CancellationToken)).Notebook;

    private static async Task<NotebookCheck> Check(Notebook stored) => NotebookCheck.Compare(
        stored, await NotebookRunner.RunAsync(
            NotebookCheck.Prepare(stored), Options, cancellationToken: TestContext.Current.CancellationToken));

    private static CodeCell Tagged(string source, params string[] tags) =>
        new(source) { Metadata = NotebookMetadata.Empty.With("tags", new JsonArray([.. tags.Select(tag => (JsonNode)tag)])) };
}
