using System.Text.Json;
using System.Text.Json.Nodes;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Format;

/// <summary>
/// The <c>.dib</c> format. What is expected of the texts is what Microsoft.DotNet.Interactive.Documents 1.0.0-beta.26120.1 gives for them.
/// </summary>
public sealed class DibTests
{
    private const string Meta =
        "#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"csharp\",\"items\":[{\"name\":\"csharp\",\"languageName\":\"C#\",\"aliases\":[\"c#\",\"cs\"]},{\"name\":\"fsharp\",\"languageName\":\"F#\",\"aliases\":[\"f#\",\"fs\"]},{\"name\":\"mysql\"}]},\"other\":1.50}\n\n";

    [Fact]
    public void Lines_that_name_a_kernel_and_nothing_else_begin_cells()
    {
        Notebook notebook = Notebook.ParseDib(
            Meta + "#!csharp\n\nvar x = 1;\n\nx\n\n#!markdown\n\n# Title\n\n#!fs\n\nlet y = 2\n\n#!value --name v\n\nhello\n\n"
            + "#!mysql\n\nselect 1\n\n#!unknown\n\n #!csharp\n#!csharp --x\nzzz\n");
        Assert.Equal(
            [
                "csharp: var x = 1;\n\nx",
                "markdown: # Title",
                "fsharp: let y = 2\n\n#!value --name v\n\nhello",
                "mysql: select 1\n\n#!unknown\n\n #!csharp\n#!csharp --x\nzzz",
            ],
            notebook.Cells.Select(Text));
        Assert.Equal(
            """{"dotnet_interactive":{"language":"fsharp"},"polyglot_notebook":{"kernelName":"fsharp"}}""",
            JsonSerializer.Serialize(notebook.Cells[2].Metadata.ToDictionary()));
        Assert.Equal(["kernelspec", "language_info", "other", "polyglot_notebook"], notebook.Metadata.Keys);
        Assert.Equal((".net-csharp", "C#"), (notebook.Metadata.Text("kernelspec", "name"), notebook.Language));
        Assert.Equal("csharp", notebook.Metadata.Text("polyglot_notebook", "kernelInfo", "defaultKernelName"));
    }

    [Theory]
    [InlineData("1\n#!md\ntext\n", "csharp: 1", "markdown: text")]
    [InlineData("\n\n#!csharp\n\n\n#!pwsh\r\nls\r\n#!js\nalert(1)", "pwsh: ls\r", "javascript: alert(1)")]
    [InlineData("#!value\r\n\r\na\r\nb\r\n", "value: a\nb")]
    [InlineData("#!meta\n{\"kernelInfo\":{\"defaultKernelName\":\"fsharp\"}}\n#!markdown\nx\n", "markdown: x")]
    [InlineData("#!csharp\n1\n#!meta\n{\"a\":1}\n#!csharp\n2", "csharp: 1", "csharp: 2")]
    [InlineData("\uFEFF#!html\n<b>", "html: <b>")]
    [InlineData("")]
    public void Files_without_metadata_and_with_other_line_ends_are_read(string dib, params string[] cells)
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".dib");
        try
        {
            File.WriteAllText(path, dib);
            Assert.Equal(cells, Notebook.Read(path).Cells.Select(Text));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData(Meta + "#!csharp\n\nvar x = 1;\n\n#!markdown\n\n# Title\n\n#!mysql\n\nselect 1\n")]
    [InlineData("#!csharp\n\n#!time\n1\n\n#!value\n\n#!value --name v\nhello\n")]
    [InlineData("#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"fsharp\"}}\n\n#!fsharp\n\nlet x = 1\n")]
    [InlineData("#!meta\n\n{\"kernelInfo\":{\"defaultKernelName\":\"python\",\"items\":[{\"name\":\"python\"}]}}\n\n#!python\n\nx = 1\n")]
    [InlineData("")]
    public void A_dib_file_comes_back_from_a_notebook_file(string dib) =>
        Assert.Equal(dib, Notebook.Parse(Notebook.ParseDib(dib).ToJson()).ToDib());

    [Fact]
    public void A_notebook_file_comes_back_from_a_dib_file_but_for_outputs()
    {
        NotebookMetadata tags = NotebookMetadata.Empty.With("tags", new JsonArray("parameters"));
        Notebook notebook = new(
        [
            new MarkdownCell("\n# Title  \n\n![](attachment:a.png)\n\n")
            {
                Id = "one",
                Attachments = NotebookMetadata.Empty.With("a.png", new JsonObject { ["image/png"] = "AAAA" }),
            },
            new CodeCell("#!fsharp\nlet x = 1\n#!csharp\n\n#!share --from fsharp x\nx\n#!meta") { Id = "two", Metadata = tags },
            new CodeCell(""),
            new CodeCell("\n\n"),
            new CodeCell("print(1)\r\n2") { Metadata = NotebookMetadata.Empty.With(
                "polyglot_notebook", new JsonObject { ["kernelName"] = "zebra" }) },
            new CodeCell("no name") { Metadata = NotebookMetadata.Empty.With(
                "dotnet_interactive", new JsonObject { ["language"] = "my kernel" }) },
            new RawCell("raw\n#!csharp\n") { Id = "raw" },
            new CodeCell("\"\u2028😀\"") { Id = "last" },
        ]);
        AssertComesBack(notebook);
        AssertComesBack(notebook with { Metadata = NotebookMetadata.Empty });
        AssertComesBack(notebook with { Metadata = notebook.Metadata.With("kernelInfo", "text").With("csharpNotebook", 1) });
        AssertComesBack(notebook with { Metadata = notebook.Metadata.With("polyglot_notebook", "text") });
        AssertComesBack(notebook with
        {
            Metadata = NotebookMetadata.Empty.With("kernelspec", new JsonObject { ["name"] = "python3", ["language"] = "python" }),
        });
    }

    public static TheoryData<string> Notebooks =>
        [.. Directory.GetFiles(Path.Combine(RepositoryRoot(), "notebooks"), "*.ipynb", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot(), file))];

    [Theory]
    [MemberData(nameof(Notebooks))]
    public void The_notebooks_of_the_repository_come_back(string file) =>
        AssertComesBack(Notebook.Read(Path.Combine(RepositoryRoot(), file)));

    [Fact]
    public void A_tag_stays_with_its_cell_when_cells_are_added_and_changed_by_hand()
    {
        Notebook notebook = new(
        [
            new CodeCell("1"),
            new CodeCell("2") { Metadata = NotebookMetadata.Empty.With("tags", new JsonArray("skip-execution")) },
            new RawCell("3"),
        ]);
        string added = notebook.ToDib().Replace("#!csharp\n\n1\n", "#!csharp\n\n0\n\n#!csharp\n\n1\n", StringComparison.Ordinal);
        Notebook back = Notebook.ParseDib(added);
        Assert.Equal(4, back.Cells.Length);
        Assert.Equal(["skip-execution"], back.Cells[2].Tags);
        Assert.IsType<RawCell>(back.Cells[3]);
        Assert.Equal(
            ["skip-execution"], Notebook.ParseDib(notebook.ToDib().Replace("\n2\n", "\n22\n", StringComparison.Ordinal)).Cells[1].Tags);
    }

    [Theory]
    [InlineData(
        "#!meta\n\n{not json\n\n#!csharp\n1\n",
        "line 3: the text after #!meta is not JSON; a JSON object such as {\"kernelInfo\":{\"defaultKernelName\":\"csharp\"}} was expected.")]
    [InlineData(
        "1\n#!meta\n\n#!csharp\n1\n",
        "line 3: the text after #!meta is not JSON; a JSON object such as {\"kernelInfo\":{\"defaultKernelName\":\"csharp\"}} was expected.")]
    [InlineData(
        "#!meta\n[]\n",
        "line 1: #!meta is not an object; a JSON object such as {\"kernelInfo\":{\"defaultKernelName\":\"csharp\"}} was expected.")]
    [InlineData(
        "#!meta\n{\"kernelInfo\":{\"items\":[{}]}}\n",
        "line 1: the kernelInfo of #!meta does not name its kernels; a JSON object such as {\"kernelInfo\":{\"defaultKernelName\":\"csharp\"}} was expected.")]
    [InlineData(
        "#!meta\n{\"csharpNotebook\":{\"cells\":[{\"parts\":0}]}}\n",
        "line 1: the csharpNotebook of #!meta was changed by hand into something else; without it, the rest of the file can be read.")]
    [InlineData("#!meta\n{\"a\":\"\\ud800\"}\n", "line 1: #!meta has half a surrogate pair, but valid Unicode was expected.")]
    [InlineData("#!meta\n{}\n#!csharp\n1\n#!meta\n{}\n", "line 5: there is a second #!meta; one was expected.")]
    public void A_file_that_cannot_be_read_gives_one_sentence(string dib, string sentence) => Assert.Equal(
        "a.dib: at " + sentence, Assert.Throws<NotebookFormatException>(() => Notebook.ParseDib(dib, "a.dib")).Message);

    [Fact]
    public void A_file_that_is_not_text_gives_one_sentence()
    {
        string path = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".dib");
        Assert.Equal(
            $"{path}: at $: there is no such file; a notebook (.dib) was expected.",
            Assert.Throws<NotebookFormatException>(() => Notebook.Read(path)).Message);
        try
        {
            File.WriteAllBytes(path, [0xC3, 0x28]);
            Assert.Equal(
                $"{path}: at line 1: the text is not UTF-8, as a notebook (.dib) is.",
                Assert.Throws<NotebookFormatException>(() => Notebook.Read(path)).Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void AssertComesBack(Notebook notebook)
    {
        Notebook bare = notebook.WithCells(notebook.Cells.Select(
            cell => cell is CodeCell code ? code with { ExecutionCount = null, Outputs = [] } : cell));
        string dib = notebook.ToDib();
        Assert.Equal(bare.ToJson(), Notebook.ParseDib(dib).ToJson());
        Assert.Equal(dib, Notebook.ParseDib(dib).ToDib());
    }

    private static string Text(NotebookCell cell) =>
        $"{(cell is MarkdownCell ? "markdown" : cell.Metadata.Text("polyglot_notebook", "kernelName"))}: {cell.Source}";

    private static string RepositoryRoot()
    {
        string folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "SurvivalKit.slnx")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
