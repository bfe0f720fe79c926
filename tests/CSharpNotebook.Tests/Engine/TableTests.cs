using CSharpNotebook.Format;
using CSharpNotebook.Runner;

namespace CSharpNotebook.Tests.Engine;

/// <summary>Data frames and anonymous types, which are shown without any formatter.</summary>
public sealed class TableTests : SessionTest
{
    private const string Frame =
        """
        #r "nuget: Microsoft.Data.Analysis"
        using Microsoft.Data.Analysis;
        var frame = new DataFrame(
            new Int32DataFrameColumn("n", Enumerable.Range(1, 25)),
            new StringDataFrameColumn("who", Enumerable.Range(1, 25).Select(i => i == 2 ? null : "<" + i)),
            new DoubleDataFrameColumn("x", Enumerable.Range(1, 25).Select(i => i == 1 ? (double?)null : i / 2.0)));
        """;

    [Fact]
    public async Task A_data_frame_is_a_table_of_its_first_rows()
    {
        MimeBundle shown = ResultOf(await RunWell(Frame, "frame.Head(2)"));
        Assert.Equal("n  who      x\n1  <1    null\n2  null     1\n2 rows, 3 columns", shown["text/plain"]);
        shown = ResultOf(await RunWell("frame"));
        Assert.EndsWith("\n20  <20     10\n25 rows, 3 columns; the first 20 rows are shown", shown["text/plain"], StringComparison.Ordinal);
        Assert.Contains("<th>who<br><small>string</small></th>", shown["text/html"], StringComparison.Ordinal);
        Assert.Contains(
            "<td style=\"text-align: right\">1</td><td>&lt;1</td><td style=\"text-align: right\">null</td>",
            shown["text/html"],
            StringComparison.Ordinal);
        Assert.EndsWith("<p>25 rows, 3 columns; the first 20 rows are shown</p>", shown["text/html"], StringComparison.Ordinal);
        Assert.Equal("0 rows, 0 columns", TextOf(await RunWell("new DataFrame()")).Trim());
        Assert.Equal(shown["text/html"], ShownBy(await RunWell("frame.Display(\"text/html\");"))["text/html"]);
    }

    [Fact]
    public async Task A_registered_formatter_has_priority()
    {
        NotebookRun run = await NotebookRunner.RunAsync(
            new Notebook(
            [
                new CodeCell(Frame + "\nFormatter.Register<DataFrame>(f => \"my \" + f.Rows.Count, \"text/html\");"), new CodeCell("frame"),
            ]),
            cancellationToken: TestContext.Current.CancellationToken);
        MimeBundle shown = Assert.IsType<ExecuteResultOutput>(Assert.Single(((CodeCell)run.Notebook.Cells[1]).Outputs)).Data;
        Assert.Equal("my 25", shown["text/html"]);
        Assert.EndsWith("rows are shown", shown["text/plain"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new { a = 1, b = 2 }", "{ a = 1, b = 2 }")]
    [InlineData("new { a = 1.5, b = \"x\", c = new { d = new[] { 1, 2 } }, e = (string)null }",
        "{ a = 1.5, b = x, c = { d = [1, 2] }, e = null }")]
    [InlineData("new { }", "{ }")]
    [InlineData("new[] { new { a = 1, b = \"x\" }, null, new { a = 20, b = \"yy\" } }",
        " a  b\n 1  x\n\n20  yy\n3 rows, 2 columns")]
    [InlineData("from i in new[] { 1, 2 } select new { i, Square = i * i }", "i  Square\n1       1\n2       4\n2 rows, 2 columns")]
    [InlineData("new[] { new { a = 1 } }.Where(x => false)", "a\n0 rows, 1 column")]
    public async Task An_anonymous_type_is_written_as_in_the_code(string cell, string text)
    {
        MimeBundle shown = ResultOf(await RunWell(cell));
        Assert.Equal(text, shown["text/plain"]);
        Assert.DoesNotContain("AnonymousType", shown["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_endless_sequence_the_first_rows_are_shown()
    {
        string text = TextOf(await RunWell(
            "IEnumerable<int> Numbers() { for (int i = 1; ; i++) { yield return i; } }\nNumbers().Select(i => new { i })"));
        Assert.EndsWith("\n20\nmore than 20 rows, 1 column; the first 20 rows are shown", text, StringComparison.Ordinal);
    }
}
