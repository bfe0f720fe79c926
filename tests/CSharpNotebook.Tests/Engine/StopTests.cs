using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Engine;

/// <summary>A cell that is to stop stops at any point, and its variables and outputs until then are kept.</summary>
public sealed class StopTests : SessionTest
{
    public StopTests() => Options = Options with { CanBeStopped = true };

    [Theory]
    [InlineData("while (true) { turns++; }")]
    [InlineData("for (;;) ;")]
    [InlineData("do turns++; while (true);")]
    [InlineData("foreach (int turn in Enumerable.Range(0, int.MaxValue)) if (turn < 0) break;")]
    [InlineData("again: turns++; goto again;")]
    [InlineData("await Task.Yield(); while (true) { }")]
    [InlineData("await Task.Delay(1); while (true) await Task.Yield();")]
    [InlineData("int Count() { while (true) turns++; }\nCount()")]
    [InlineData("Parallel.For(0, 4, turn => { while (true) { } });")]
    [InlineData("while (true) { try { throw new Exception(); } catch (Exception) { } }")]
    [InlineData("System.Threading.Thread.Sleep(System.Threading.Timeout.Infinite);")]
    [InlineData("Task.Delay(-1).Wait();")]
    [InlineData("await Task.Delay(-1);")]
    public async Task It_stops(string code)
    {
        await RunWell("var turns = 0;");
        await Stop("var before = 41;\n" + code);
        Assert.Equal("42", TextOf(await RunWell("before + 1")));
    }

    [Fact]
    public async Task It_can_be_done_again_and_again()
    {
        for (int time = 0; time < 50; time++)
        {
            await Stop("while (true) { }");
        }

        Assert.Equal("2", TextOf(await RunWell("1 + 1")));
    }

    [Fact]
    public async Task Lines_and_columns_stay_those_of_the_cell()
    {
        CellFailure compilation = await RunBadly("foreach (int n in new[] { 1, 2 }) Missing(n);");
        Assert.Equal((1, 35), (compilation.Line, compilation.Column));
        CellFailure runtime =
            await RunBadly("foreach (int n in new[] { 1, 0 })\n    while (true)\n    {\n        _ = 1 / n;\n        break;\n    }");
        Assert.Equal(4, runtime.Line);
    }

    [Fact]
    public async Task An_async_void_method_that_throws_does_not_end_the_process()
    {
        CellResult result = await RunWell(
            "async void Throw() { await Task.Yield(); throw new InvalidOperationException(\"alone\"); }\nThrow();\nawait Task.Delay(100);");
        Assert.Contains("alone", Assert.IsType<StreamOutput>(Assert.Single(result.Outputs)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_does_not_wait_for_itself()
    {
        Assert.Equal("3", TextOf(await RunWell("async Task<int> Three() { await Task.Yield(); return 3; }\nThree().Result")));
    }

    private async Task Stop(string code)
    {
        using var source = new CancellationTokenSource();
        var request = new CellRequest { Observer = new AtFirstText(source.Cancel) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Session.ExecuteAsync("Console.WriteLine();\n" + code, request, source.Token));
    }

    internal sealed class AtFirstText(Action action) : ICellObserver
    {
        public void Write(string name, string text) => Task.Run(action);

        public void Show(CellOutput output, string? displayId)
        {
        }

        public void Update(string displayId, DisplayDataOutput output)
        {
        }

        public void Clear(bool wait)
        {
        }

        public bool Page(MimeBundle data) => false;
    }
}
