using CSharpNotebook.Cells;
using CSharpNotebook.Format;
using CSharpNotebook.Intelligence;
using CSharpNotebook.Runner;
using CSharpNotebook.Session;

namespace CSharpNotebook.Tests.Engine;

/// <summary>The version of C#: the newest that is released, or the compiler's preview where that is asked for.</summary>
[Collection(nameof(OwnProcesses))]
public sealed class LanguageVersionTests : SessionTest
{
    /// <summary>What only the preview knows: an argument for the constructor in a collection expression.</summary>
    private const string Preview = "List<int> sized = [with(capacity: 40), 1, 2];\nsized.Capacity";

    [Theory]
    [InlineData("var union = 1;\nunion + 1", "2")]
    [InlineData("int union = 1;\nunion++;\nunion", "2")]
    [InlineData("var union = new[] { 1, 2 }.Union(new[] { 3 });\nunion.Count()", "3")]
    [InlineData("string union(int a, int b) => $\"{a}{b}\";\nunion(1, 2)", "12")]
    public async Task A_word_of_the_next_version_is_a_name(string cell, string result) =>
        Assert.Equal(result, TextOf(await RunWell(cell)));

    [Theory]
    [InlineData("string? text = null;\nclass Box { public int Size; }\nBox? box = new();\nbox?.Size = 7;\nbox.Size", "7")]
    [InlineData("class Count { public int Value { get; set => field = value * 2; } }\nnew Count { Value = 4 }.Value", "8")]
    [InlineData("nameof(List<>)", "List")]
    [InlineData(
        "delegate bool Reads(string text, out int value);\nReads reads = (text, out value) => int.TryParse(text, out value);\nreads(\"5\", out int read);\nread",
        "5")]
    [InlineData("static class Spans { extension(int[] all) { public int Last => all[^1]; } }\nnew[] { 1, 6 }.Last", "6")]
    public async Task The_newest_released_version_is_understood(string cell, string result) =>
        Assert.Equal(result, TextOf(await RunWell(cell)));

    [Fact]
    public async Task A_line_asks_for_the_preview_from_there_on()
    {
        Assert.Equal("CS9327", (await RunBadly(Preview)).Name);
        Assert.Equal("40", TextOf(await RunWell("var union = 1;\n#!lang preview\n" + Preview)));
        // Later cells too, in a library, and in what an editor asks.
        Assert.Equal("40", TextOf(await RunWell(Preview)));
        Assert.Equal("40", TextOf(await RunWell(
            "static class Sizes { public static int Size(this int size) { List<int> sized = [with(capacity: size)]; return sized.Capacity; } }\n40.Size()")));
        Assert.Contains("Capacity", await Complete("List<int> sized = [with(capacity: 40)];\nsized.Capa"));
        Assert.Equal("3", TextOf(await RunWell("#!lang default\nvar union = 3;\nunion")));
        Assert.Equal("CS9327", (await RunBadly(Preview)).Name);
        // A library of the preview beside one of the released version.
        Assert.Equal("9", TextOf(await RunWell("static class Squares { public static int Square(this int x) => x * x; }\n3.Square()")));
        Assert.Equal("41", TextOf(await RunWell("41.Size()")));
    }

    [Fact]
    public async Task An_option_asks_for_the_preview_of_a_session_or_a_run()
    {
        Options = new SessionOptions { PreviewLanguage = true };
        Assert.Equal("40", TextOf(await RunWell(Preview)));
        var notebook = new Notebook([new CodeCell(Preview)]);
        CancellationToken token = TestContext.Current.CancellationToken;
        NotebookRun released = await NotebookProcess.RunAsync(notebook, cancellationToken: token);
        Assert.Equal("CS9327", released.Failure!.Cause.Name);
        NotebookRun own = await NotebookProcess.RunAsync(notebook, new() { PreviewLanguage = true }, cancellationToken: token);
        NotebookRun here = await NotebookRunner.RunAsync(notebook, new() { PreviewLanguage = true }, cancellationToken: token);
        foreach (NotebookRun run in new[] { own, here })
        {
            CodeCell cell = Assert.IsType<CodeCell>(Assert.Single(run.Notebook.Cells));
            Assert.Equal("40", Assert.IsType<ExecuteResultOutput>(Assert.Single(cell.Outputs)).Data["text/plain"]);
        }
    }

    [Fact]
    public void A_cell_that_asks_for_the_preview_itself_is_whole() =>
        Assert.Equal(CodeState.Complete, Session.Completeness("#!lang preview\nunion Pet(int, string);").State);

    [Theory]
    [InlineData("#!lang")]
    [InlineData("#!lang 7")]
    public async Task Another_version_is_refused_with_a_sentence(string cell)
    {
        CellFailure failure = await RunBadly(cell);
        Assert.Equal(
            "#!lang does not name a version of C# that this host has; #!lang preview|default was expected.", failure.Message);
        Assert.Equal(1, failure.Line);
    }

    private async Task<IEnumerable<string>> Complete(string code) =>
        (await Session.CompleteAsync(code, code.Length, TestContext.Current.CancellationToken)).Matches.Select(match => match.Text);
}
