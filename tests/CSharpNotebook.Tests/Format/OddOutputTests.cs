using System.Text.Json.Nodes;
using CSharpNotebook.Checking;
using CSharpNotebook.Export;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Format;

/// <summary>Stored outputs that are not of the format: the notebook is read, and they are written as they were.</summary>
public sealed class OddOutputTests
{
    public static TheoryData<string> Outputs =>
    [
        """{"output_type": "pyout", "prompt_number": 1, "text": ["1"]}""",
        """{"output_type": "display_data", "metadata": {}, "data": {"text/html": 1}}""",
        """{"output_type": "error", "ename": "E", "evalue": "v", "traceback": [null]}""",
        """{"output_type": "error", "ename": "E", "traceback": ["first", null, 3]}""",
        """{"output_type": "error", "ename": null, "evalue": 2.50, "traceback": "one"}""",
        """{"output_type": "stream", "text": "without a name"}""",
        """{"output_type": 7}""",
        "{}",
        "null",
        "\"text\"",
    ];

    [Theory]
    [MemberData(nameof(Outputs))]
    public void An_odd_output_is_kept_and_everything_else_is_read(string output)
    {
        var notebook = Notebook.Parse(With(output));
        var cell = Assert.IsType<CodeCell>(Assert.Single(notebook.Cells));
        Assert.Equal("1", Assert.IsType<StreamOutput>(cell.Outputs[0]).Text);
        Assert.Equal("2", Assert.IsType<StreamOutput>(cell.Outputs[2]).Text);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(output), Written(notebook)), notebook.ToJson());
        Assert.Equal(notebook.ToJson(), Notebook.Parse(notebook.ToJson()).ToJson());
        // A changed copy keeps it too.
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(output), Written(notebook.WithCells([cell with { Source = "2" }]))));
        Assert.Contains("<pre", NotebookHtml.Page(notebook), StringComparison.Ordinal);
        Assert.NotEmpty(NotebookMarkdown.Render(notebook).Text);
    }

    [Fact]
    public void An_error_without_its_lines_is_still_an_error()
    {
        var cell = (CodeCell)Notebook.Parse(
            With("""{"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["first", null]}""")).Cells[0];
        var error = Assert.IsType<ErrorOutput>(cell.Outputs[1]);
        Assert.Equal(("E", "v"), (error.Name, error.Message));
        Assert.Equal(["first"], error.Traceback);
    }

    [Fact]
    public void A_check_says_that_an_unknown_output_was_not_given_again()
    {
        var stored = (CodeCell)Notebook.Parse(With("""{"output_type": "pyout"}""")).Cells[0];
        CodeCell now = stored with { Outputs = [stored.Outputs[0], stored.Outputs[2]] };
        OutputDifference difference = Assert.Single(new NotebookComparison().Compare(stored, now, 1, 1));
        Assert.Equal(("{\"output_type\": \"pyout\"}", (string?)null), (difference.Expected, difference.Actual));
    }

    private static string With(string output) => $$"""
        {"nbformat": 4, "metadata": {}, "cells": [{"cell_type": "code", "source": "1", "outputs": [
          {"output_type": "stream", "name": "stdout", "text": "1"}, {{output}}, {"output_type": "stream", "name": "stdout", "text": "2"}]}]}
        """;

    private static JsonNode? Written(Notebook notebook) => JsonNode.Parse(notebook.ToJson())!["cells"]![0]!["outputs"]![1];
}
