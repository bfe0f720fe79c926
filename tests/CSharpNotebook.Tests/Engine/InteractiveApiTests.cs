using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Engine;

/// <summary>What notebooks written for .NET Interactive call.</summary>
public sealed class InteractiveApiTests : SessionTest
{
    [Fact]
    public async Task Formulas_are_shown_as_LaTeX()
    {
        MimeBundle shown = ResultOf(await RunWell("(MathString)@\"x^2\""));
        Assert.Equal(["text/latex", "text/plain"], shown.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("$$x^2$$", "$$x^2$$"), (shown["text/latex"], shown["text/plain"]));
        Assert.Equal(
            "\\begin{equation}x\\end{equation}",
            ShownBy(await RunWell("display(new LaTeXString(@\"\\begin{equation}x\\end{equation}\"));"))["text/latex"]);
    }

    [Theory]
    [InlineData("new[] { 1.5, 20 }.DisplayTable();", "value\n  1.5\n   20\n2 rows, 1 column")]
    [InlineData("record R(int A, string B);\nnew List<R> { new(1, \"x\") }.DisplayTable();", "A  B\n1  x\n1 row, 2 columns")]
    [InlineData("new[] { (1, \"x\") }.DisplayTable();", "Item1  Item2\n    1  x\n1 row, 2 columns")]
    [InlineData("new[] { \"x\" }.DisplayTable();", "value\nx\n1 row, 1 column")]
    [InlineData("new[] { new { a = DayOfWeek.Monday } }.DisplayTable();", "a\nMonday\n1 row, 1 column")]
    public async Task A_sequence_is_shown_as_a_table(string cell, string text) =>
        Assert.Equal(text, ShownBy(await RunWell(cell))["text/plain"]);

    [Fact]
    public async Task The_running_cell_is_the_invocation_context()
    {
        Assert.Null(Microsoft.DotNet.Interactive.KernelInvocationContext.Current);
        IReadOnlyList<CellOutput> outputs = (await RunWell(
            """
            var context = KernelInvocationContext.Current;
            context.DisplayStandardOut("out\n");
            context.DisplayStandardError("err\n");
            var shown = context.Display(1, "text/plain");
            shown.Update(2);
            context.DisplayAs("<b>", "text/html");
            await Task.Run(() => KernelInvocationContext.Current.DisplayStandardOut("task"));
            """)).Outputs;
        Assert.Equal(
            ["stdout: out\n", "stderr: err\n", "2", "<b>", "stdout: task"],
            outputs.Select(output => output is StreamOutput stream
                ? $"{stream.Name}: {stream.Text}"
                : Assert.Single(((DisplayDataOutput)output).Data).Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("throw new Exception();")]
    public async Task What_is_left_for_the_end_of_the_cell_is_done_then(string end)
    {
        CellResult result = await Run(
            """
            KernelInvocationContext.Current.OnComplete(context => context.Display("first"));
            KernelInvocationContext.Current.OnComplete(_ => display("second"));
            display("now");

            """
            + end);
        Assert.Equal(
            ["now", "first", "second"], result.Outputs.OfType<DisplayDataOutput>().Select(output => output.Data["text/plain"]));
    }

    [Fact]
    public async Task The_root_kernel_names_the_languages()
    {
        Assert.Equal("True fsharp", TextOf(await RunWell(
            "$\"{Kernel.Root.ChildKernels.Any(k => k.Name == \"csharp\")} {Kernel.Root.FindKernelByName(\"F#\")}\"")));
        Assert.Equal("null", TextOf(await RunWell("Kernel.Root.FindKernelByName(\"cobol\")?.Name ?? \"null\"")));
    }

    [Fact]
    public async Task Connect_says_what_is_here()
    {
        Assert.StartsWith(
            "The languages here are csharp, fsharp, sql, r, ",
            Assert.IsType<StreamOutput>(Assert.Single((await RunWell("#!connect")).Outputs)).Text,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "#!connect jupyter: this host cannot add kernels; those that are here were expected: csharp, fsharp, ",
            (await RunBadly("#!connect jupyter --kernel-name py --kernel-spec python3")).Message,
            StringComparison.Ordinal);
    }
}
