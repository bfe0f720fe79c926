using CSharpNotebook.Format;
using CSharpNotebook.Linting;

namespace CSharpNotebook.Tests.Linting;

/// <summary>The findings in a notebook, without running it.</summary>
public sealed class LintTests
{
    [Theory]
    [InlineData(
        "#r \"nuget: Some.Package\"",
        "cell 1, line 1: unpinned-package: the package Some.Package has no version; an exact one was expected, such as \"nuget: Some.Package, 1.0.0\".")]
    [InlineData(
        "1\n#r \"nuget: P, 1.*\"", "cell 1, line 2: unpinned-package: the package P has the version 1.*; an exact one was expected.")]
    [InlineData(
        "#r \"nuget: P, [1.0,2.0)\"",
        "cell 1, line 1: unpinned-package: the package P has the version [1.0,2.0); an exact one was expected.")]
    [InlineData("#r \"nuget: P, 1.0.0-beta\"", null)]
    [InlineData("#r \"nuget: P, [1.0]\"", null)]
    [InlineData("// #r \"nuget: P\"", null)]
    [InlineData("var x = @\"\n#r \"\"nuget: P\"\"\";", null)]
    [InlineData(
        "#r \"/home/ann/lib.dll\"",
        "cell 1, line 1: absolute-path: /home/ann/lib.dll is on one machine only; a path relative to the notebook was expected.")]
    [InlineData(
        "#load \"C:\\work\\a.csx\"",
        "cell 1, line 1: absolute-path: C:\\work\\a.csx is on one machine only; a path relative to the notebook was expected.")]
    [InlineData(
        "\nFile.ReadAllText(\"/tmp/a.csv\")",
        "cell 1, line 2: absolute-path: /tmp/a.csv is on one machine only; a path relative to the notebook was expected.")]
    [InlineData(
        "var p = @\"C:\\data\\a.csv\";",
        "cell 1, line 1: absolute-path: C:\\data\\a.csv is on one machine only; a path relative to the notebook was expected.")]
    [InlineData(
        "var p = $\"/Users/{name}/a.csv\";",
        "cell 1, line 1: absolute-path: /Users/ is on one machine only; a path relative to the notebook was expected.")]
    [InlineData(
        "var p = \"~/a.csv\";",
        "cell 1, line 1: absolute-path: ~/a.csv is on one machine only; a path relative to the notebook was expected.")]
    [InlineData("var p = \"/api/items\"; // /tmp/a.csv", null)]
    [InlineData("var p = \"https://example.org/home/a\" + \"data/a.csv\";", null)]
    [InlineData("var p = $\"{root}/tmp/a.csv\";", null)]
    public void The_code_of_a_cell(string source, string? finding) =>
        Assert.Equal(
            finding is null ? [] : [finding], NotebookLint.Check(new Notebook([new CodeCell(source)])).Select(found => found.ToString()));

    [Fact]
    public void Cells_run_out_of_order_or_not_at_all()
    {
        Notebook notebook = new([Run(1), new MarkdownCell("#"), Run(3), Run(2), new CodeCell("x"), new CodeCell(" "), Run(3)]);
        Assert.Equal(
            [
                "cell 3: execution-order: the cell was run as number 3; from top to bottom it would be 2.",
                "cell 4: execution-order: the cell was run as number 2; from top to bottom it would be 4.",
                "cell 5: not-run: the cell was not run, but others were.",
            ],
            NotebookLint.Check(notebook).Select(finding => finding.ToString()));
        Assert.Empty(NotebookLint.Check(new Notebook([new CodeCell("x"), new CodeCell("y")])));
        Assert.Empty(NotebookLint.Check(new Notebook([Run(1), Tagged("x", "skip-execution"), Run(2)])));
    }

    [Fact]
    public void A_stored_error_needs_its_tag()
    {
        CodeCell failed = Run(1) with { Outputs = [new ErrorOutput("CS0103", "x", [])] };
        Assert.Equal(
            "cell 1: stored-error: the stored output is the error CS0103; a cell that may fail has the tag raises-exception.",
            Assert.Single(NotebookLint.Check(new Notebook([failed]))).ToString());
        Assert.Empty(NotebookLint.Check(new Notebook([failed with { Metadata = Tagged("", "raises-exception").Metadata }])));
    }

    [Fact]
    public void A_file_without_kernelspec_and_with_an_id_twice()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, """
                {"cells": [{"cell_type": "raw", "id": "a", "metadata": {}, "source": ""}, {"cell_type": "raw", "id": "b", "metadata": {}, "source": ""},
                 {"cell_type": "raw", "id": "a", "metadata": {}, "source": ""}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
                """);
            Assert.Equal(
                [
                    "notebook: missing-kernelspec: the metadata name no kernelspec; one such as .net-csharp was expected.",
                    "cell 3: duplicate-id: the id a is that of cell 1 too.",
                ],
                NotebookLint.CheckFile(path).Select(finding => finding.ToString()));
            File.WriteAllText(path, "{");
            Assert.Throws<NotebookFormatException>(() => NotebookLint.CheckFile(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static CodeCell Run(int count) => new("x") { ExecutionCount = count };

    private static CodeCell Tagged(string source, string tag) =>
        new(source) { Metadata = NotebookMetadata.Empty.With("tags", new System.Text.Json.Nodes.JsonArray(tag)) };
}
