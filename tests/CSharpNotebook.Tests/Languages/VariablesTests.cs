using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Languages;

/// <summary>The variables as a table, and the table that is kept up to date.</summary>
public sealed class VariablesTests : SessionTest
{
    private const string Frame = """
        #r "nuget: Microsoft.Data.Analysis"
        using Microsoft.Data.Analysis;
        var frame = new DataFrame(
            new Int32DataFrameColumn("time", Enumerable.Range(1, 45)),
            new StringDataFrameColumn("arm", Enumerable.Range(1, 45).Select(i => i % 2 == 0 ? "<a>" : "b")));
        """;

    [Fact]
    public async Task A_frame_is_shown_by_rows_and_columns_and_opens_to_its_first_rows()
    {
        await RunWell(Frame);
        MimeBundle shown = ShownBy(await RunWell("#!whos"));
        (string text, string html) = (shown["text/plain"], shown["text/html"]);
        Assert.Contains("frame     DataFrame  45 \u00D7 2  time: 1, 2, 3, ...; arm: b, <a>, b, ...", text, StringComparison.Ordinal);
        Assert.Contains("<summary>time: 1, 2, 3, ...; arm: b, &lt;a&gt;, b, ...</summary>", html, StringComparison.Ordinal);
        Assert.Contains("45 rows, 2 columns; the first 20 rows are shown", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new int[3, 4]", "3 \u00D7 4", "[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]")]
    [InlineData("new HashSet<string> { \"a\", \"b\" }", "2", "[a, b]")]
    [InlineData("new Dictionary<string, int> { [\"a\"] = 1 }", "1", "[[a, 1]]")]
    [InlineData("Enumerable.Range(1, 1000).ToList()", "1000", "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, ...]")]
    [InlineData("(string)null", "", "null")]
    [InlineData("new { a = 1 }", "", "{ a = 1 }")]
    [InlineData("new[] { new { a = 1, b = \"x\" } }", "1 \u00D7 2", "a: 1; b: x")]
    [InlineData("1.5", "", "1.5")]
    [InlineData("new string('x', 1000)", "1000")]
    public async Task A_variable_has_type_size_and_the_beginning_of_its_value(string value, string size, string? text = null)
    {
        string line = ShownBy(await RunWell($"var x = {value};", "#!whos"))["text/plain"].Split('\n')[1];
        Assert.Contains($"  {size}", line, StringComparison.Ordinal);
        Assert.EndsWith(text ?? "...", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sequence_that_is_computed_is_not_read()
    {
        await RunWell("var read = 0; IEnumerable<int> Count() { while (true) { yield return read++; } }", "var endless = Count();");
        Assert.Contains("(computed when it is read)", ShownBy(await RunWell("#!whos"))["text/plain"], StringComparison.Ordinal);
        Assert.Equal("0", TextOf(await RunWell("read")));
    }

    [Fact]
    public async Task The_table_in_sight_is_replaced_after_each_cell_that_changes_a_variable()
    {
        var page = new Page();
        await RunWatched(page, "var x = 1;");
        await RunWatched(page, "#!variables");
        Assert.Contains("x         int         1", Assert.Single(page.Shown), StringComparison.Ordinal);
        await RunWatched(page, "2 + 2");
        Assert.Empty(page.Updated);
        await RunWatched(page, "x = 5;");
        await RunWatched(page, "#!fsharp\nlet y = \"text\"");
        await RunWatched(page, "x = 6; throw new Exception();");
        Assert.Collection(
            page.Updated,
            first => Assert.Contains("x         int         5", first, StringComparison.Ordinal),
            second => Assert.Contains("y         string  4     text", second, StringComparison.Ordinal),
            third => Assert.Contains("x         int           6", third, StringComparison.Ordinal));
        Assert.All(page.Ids, id => Assert.Equal(page.Ids[0], id));
    }

    [Fact]
    public async Task Without_scripts_the_output_is_the_table()
    {
        string html = ShownBy(await RunWell("var x = 1;", "#!variables"))["text/html"];
        Assert.StartsWith("<div class=\"csharpnotebook-variables\"><table>", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"csharpnotebook-note\" hidden>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
    }

    private async Task RunWatched(Page page, string cell) =>
        await Session.ExecuteAsync(cell, new CellRequest { Observer = page }, TestContext.Current.CancellationToken);

    private sealed class Page : ICellObserver
    {
        public List<string> Shown { get; } = [];

        public List<string> Updated { get; } = [];

        public List<string> Ids { get; } = [];

        public void Write(string name, string text)
        {
        }

        public void Show(CellOutput output, string? displayId)
        {
            if (output is DisplayDataOutput display)
            {
                Shown.Add(display.Data["text/plain"]);
                Ids.Add(displayId!);
            }
        }

        public void Update(string displayId, DisplayDataOutput output)
        {
            Updated.Add(output.Data["text/plain"]);
            Ids.Add(displayId);
        }

        public void Clear(bool wait)
        {
        }

        bool ICellObserver.Page(MimeBundle data) => false;
    }
}
