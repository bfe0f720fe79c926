using CSharpNotebook.Format;
using CSharpNotebook.Runner;

namespace CSharpNotebook.Tests.Runner;

/// <summary>A run in a process of its own beside one in this process, which must not meet the other tests.</summary>
public sealed class ProcessOutputTests
{
    [Fact]
    public async Task It_gives_what_a_run_in_this_process_gives()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        var notebook = new Notebook(
        [
            new CodeCell(
                "var values = new Dictionary<string, double> { [\"a\"] = 1.5, [\"ü\"] = 2 };\n"
                + "Console.WriteLine(values.Count);\nConsole.Error.Write(\"e\");\nvalues"),
            new CodeCell("var shown = display(\"first\");"),
            new CodeCell("shown.Update(\"second\");\nHTML(\"<p>x</p>\")"),
            new CodeCell("int Deep() => throw new InvalidOperationException(\"the end\");\nDeep();"),
        ]);
        NotebookRun here = await NotebookRunner.RunAsync(notebook, cancellationToken: token);
        NotebookRun there = await NotebookProcess.RunAsync(notebook, cancellationToken: token);
        Assert.Equal(here.Notebook.ToJson(), there.Notebook.ToJson());
        Assert.Equal(here.Failure!.ToString(), there.Failure!.ToString());
        Assert.Equal(here.Cells.Select(cell => cell.Outcome), there.Cells.Select(cell => cell.Outcome));
        CodeCell updated = Assert.IsType<CodeCell>(there.Notebook.Cells[1]);
        Assert.Equal("second", Assert.IsType<DisplayDataOutput>(Assert.Single(updated.Outputs)).Data["text/plain"]);
    }
}
