using System.Text.Json.Nodes;
using CSharpNotebook.Cleaning;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Cleaning;

/// <summary>What cleaning removes, and what it keeps.</summary>
public sealed class CleanerTests
{
    [Fact]
    public void What_a_run_leaves_is_taken_out_and_what_people_wrote_stays()
    {
        var metadata = NotebookMetadata.Empty
            .With("tags", new JsonArray("hide")).With("execution", new JsonObject { ["iopub.status.busy"] = "2025" })
            .With("executionInfo", new JsonObject()).With("outputId", "x").With("collapsed", true);
        Notebook notebook = new Notebook([new MarkdownCell("# T"), new CodeCell(
            "1") { ExecutionCount = 3, Outputs = [new StreamOutput("stdout", "1")], Metadata = metadata }]) with
        {
            Metadata = Notebook.CSharpMetadata.With("papermill", new JsonObject()).With("mine", 1),
        };
        Assert.False(NotebookCleaner.IsClean(notebook));
        Notebook clean = NotebookCleaner.Clean(notebook);
        Assert.True(NotebookCleaner.IsClean(clean));
        var cell = Assert.IsType<CodeCell>(clean.Cells[1]);
        Assert.Empty(cell.Outputs);
        Assert.Null(cell.ExecutionCount);
        Assert.Equal(["tags"], cell.Metadata.Keys);
        Assert.Equal(notebook.Cells.Select(old => (old.Id, old.Source)), clean.Cells.Select(fresh => (fresh.Id, fresh.Source)));
        Assert.False(clean.Metadata.ContainsKey("papermill"));
        Assert.True(clean.Metadata.ContainsKey("mine"));
        Assert.Same(clean, NotebookCleaner.Clean(clean));
    }

    [Fact]
    public void A_cell_that_keeps_its_output_keeps_it()
    {
        CodeCell tagged = new("1")
        {
            ExecutionCount = 1,
            Outputs = [new StreamOutput("stdout", "1")],
            Metadata = NotebookMetadata.Empty.With("tags", new JsonArray("keep_output"))
        };
        CodeCell keyed = tagged with { Metadata = NotebookMetadata.Empty.With("keep_output", true) };
        Assert.True(NotebookCleaner.IsClean(new Notebook([tagged, keyed])));
        Assert.False(NotebookCleaner.IsClean(new Notebook([tagged with { Metadata = NotebookMetadata.Empty }])));
    }
}
