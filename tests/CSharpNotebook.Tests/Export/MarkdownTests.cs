using System.Text;
using System.Text.Json.Nodes;
using CSharpNotebook.Export;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Export;

/// <summary>A notebook as Markdown.</summary>
public sealed class MarkdownTests
{
    private const string Svg = "<svg xmlns='http://www.w3.org/2000/svg'/>";

    [Fact]
    public void Text_code_and_outputs_follow_each_other()
    {
        Notebook notebook = new(
        [
            new MarkdownCell("# T\n\ntext"),
            new CodeCell("var x = \"```\";\nx")
            {
                Outputs = [new StreamOutput("stdout", "\u001b[31mred\u001b[0m\n"), new ErrorOutput("E", "m", ["at x"])]
            },
            new CodeCell("2") { Outputs = [Result(
                ("text/html", "<style>b{}</style><table><tr><td>1</td></tr>\n\n<tr></tr></table><script>x</script>"),
                ("text/plain", "1"))] },
            new CodeCell("SELECT 1")
            {
                Metadata = NotebookMetadata.Empty.With("polyglot_notebook", new JsonObject { ["kernelName"] = "sql" }),
                Outputs = [Result(("text/plain", "one"))]
            },
            new CodeCell("") { Outputs = [Result(("text/markdown", "**m**"), ("text/html", "<b>m</b>"))] },
        ]);
        Assert.Equal(
            """
            # T

            text

            ````csharp
            var x = "```";
            x
            ````

            ```text
            red
            ```

            ```text
            E: m
            at x
            ```

            ```csharp
            2
            ```

            <table><tbody><tr><td>1</td></tr>
            <tr></tr></tbody></table>

            ```sql
            SELECT 1
            ```

            ```text
            one
            ```

            **m**

            """.ReplaceLineEndings("\n"),
            NotebookMarkdown.Render(notebook).Text);
    }

    [Fact]
    public void Pictures_are_files_beside_the_page_or_part_of_it()
    {
        Notebook notebook = new(
        [
            new CodeCell("f") { Outputs =
            [
                new DisplayDataOutput(MimeBundle.Empty.With("image/svg+xml", Svg).With("text/plain", "a [figure]\n of mine")),
                Result(("image/png", "QUJD\n"))
            ] },
            new MarkdownCell("![](attachment:my pic.png)") { Attachments =
                NotebookMetadata.Empty.With("my pic.png", new JsonObject { ["image/png"] = "QUJD" }) },
        ]);
        NotebookMarkdown beside = NotebookMarkdown.Render(notebook, "a page_files");
        Assert.Equal(
            ["a page_files/cell-1-1.svg", "a page_files/cell-1-2.png", "a page_files/cell-2-my-pic.png"],
            beside.Files.Select(file => file.Name));
        Assert.Equal([Svg, "ABC", "ABC"], beside.Files.Select(file => Encoding.UTF8.GetString(file.Content.Span)));
        Assert.Contains(
            "![a figure of mine](a%20page_files/cell-1-1.svg)\n\n![](a%20page_files/cell-1-2.png)\n\n![](a%20page_files/cell-2-my-pic.png)\n",
            beside.Text,
            StringComparison.Ordinal);
        NotebookMarkdown inside = NotebookMarkdown.Render(notebook);
        Assert.Empty(inside.Files);
        Assert.Contains("![](data:image/png;base64,QUJD)", inside.Text, StringComparison.Ordinal);
    }

    private static ExecuteResultOutput Result(params (string Type, string Content)[] data) =>
        new(1, data.Aggregate(MimeBundle.Empty, (bundle, pair) => bundle.With(pair.Type, pair.Content)));
}
