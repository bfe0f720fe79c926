using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Languages;

/// <summary>The languages that only display, and the execution of cells with several parts.</summary>
public sealed class PageLanguageTests : SessionTest
{
    [Fact]
    public async Task Html_is_shown_as_it_is() => Assert.Equal("<b>bold</b>", ShownBy(await RunWell("#!html\n<b>bold</b>"))["text/html"]);

    [Fact]
    public async Task Markdown_is_shown_as_html_and_as_text()
    {
        MimeBundle shown = ShownBy(await RunWell("#!markdown\n# Title\n\n| a | b |\n|---|---|\n| 1 | 2 |"));
        Assert.Contains("<h1 id=\"title\">Title</h1>", shown["text/html"], StringComparison.Ordinal);
        Assert.Contains("<td>2</td>", shown["text/html"], StringComparison.Ordinal);
        Assert.StartsWith("# Title", shown["text/plain"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!javascript")]
    [InlineData("#!js")]
    public async Task JavaScript_is_a_script_of_the_page(string command) =>
        Assert.Equal(
            "<script type=\"text/javascript\">\nlet x = 1 < 2;\n</script>",
            ShownBy(await RunWell(command + "\nlet x = 1 < 2;"))["text/html"]);

    [Fact]
    public async Task A_variable_goes_to_JavaScript_as_json()
    {
        CellResult result = await RunWell(
            "var trial = new { Name = \"</script>\", Counts = new[] { 1, 2 }, Mean = double.NaN };",
            "#!js\n#!share --from csharp trial --as study\nstudy.Counts");
        string script = Assert.IsType<DisplayDataOutput>(result.Outputs[0]).Data["text/plain"];
        Assert.Equal("""window["study"] = {"Name":"\u003C/script\u003E","Counts":[1,2],"Mean":"NaN"};""", script);
        Assert.Equal(2, result.Outputs.Length);
    }

    [Fact]
    public async Task Mermaid_is_a_block_that_front_ends_draw_and_its_source_elsewhere()
    {
        MimeBundle shown = ShownBy(await RunWell("#!mermaid\ngraph LR\n  A-->B"));
        Assert.Equal("```mermaid\ngraph LR\n  A-->B\n```", shown["text/markdown"]);
        Assert.False(shown.ContainsKey("text/html"));
        Assert.Equal("graph LR\n  A-->B", shown["text/vnd.mermaid"]);
        Assert.Equal("graph LR\n  A-->B", shown["text/plain"]);
    }

    [Fact]
    public async Task A_language_without_variables_says_so() =>
        Assert.Equal(
            "The variable x cannot go to html, which holds no variables.",
            (await RunBadly("var x = 1;", "#!html\n#!share --from csharp x")).Message);

    [Fact]
    public async Task The_parts_of_a_cell_are_one_execution_in_order()
    {
        CellResult result = await RunWell("var x = 20;\n#!html\n<p>between</p>\n#!csharp\nConsole.WriteLine(\"after\");\nx + 1");
        Assert.Equal(1, result.ExecutionCount);
        Assert.Equal(1, Session.ExecutionCount);
        Assert.Equal(["DisplayDataOutput", "StreamOutput", "ExecuteResultOutput"], result.Outputs.Select(output => output.GetType().Name));
        Assert.Equal("21", TextOf(result));
        Assert.Equal(1, Assert.IsType<ExecuteResultOutput>(result.Outputs[^1]).ExecutionCount);
        Assert.Equal(21, result.ReturnValue);
        Assert.Equal(2, (await RunWell("#!markdown\n*a*")).ExecutionCount);
        Assert.Equal(3, (await RunWell("x")).ExecutionCount);
    }

    [Fact]
    public async Task A_failure_is_told_with_the_line_of_the_cell_and_ends_the_cell()
    {
        CellResult result = await Run("#!html\n<p>first</p>\n#!csharp\nvar a = 1;\nvar b = nothing;\n#!html\n<p>never</p>");
        Assert.Equal(5, result.Failure!.Line);
        Assert.Equal(9, result.Failure.Column);
        Assert.Equal(2, result.Outputs.Length);
        Assert.Equal(7, (await RunBadly("int Zero() => 0;\n#!markdown\na\n#!csharp\n\n\nvar c = 1 / Zero();")).Line);
    }

    [Fact]
    public async Task The_metadata_of_a_cell_name_its_language()
    {
        CellResult result =
            await Session.ExecuteAsync("*a*", new CellRequest { Language = "markdown" }, TestContext.Current.CancellationToken);
        Assert.Equal("<p><em>a</em></p>\n", ShownBy(result)["text/html"]);
        CellResult unknown = await Session.ExecuteAsync("a", new CellRequest { Language = "cobol" }, TestContext.Current.CancellationToken);
        Assert.StartsWith("The cell is in cobol; one of csharp, ", unknown.Failure!.Message, StringComparison.Ordinal);
        Assert.Equal(CellFailureKind.Unsupported, unknown.Failure.Kind);
    }

    [Fact]
    public async Task A_variable_that_is_not_there_is_told_with_those_that_are()
    {
        Assert.Equal("There is no variable y in csharp, which has none so far.", (await RunBadly("#!js\n#!share --from csharp y")).Message);
        CellFailure failure = await RunBadly("var x = 1; var z = 2;", "#!js\n#!share --from csharp y");
        Assert.Equal("There is no variable y in csharp; it has x, z.", failure.Message);
        Assert.Equal(2, failure.Line);
    }
}
