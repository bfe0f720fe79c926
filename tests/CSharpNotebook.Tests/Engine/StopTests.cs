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

    [Theory]
    [InlineData("Enumerable.Range(0, int.MaxValue).Select(i => (long)i * i % 7).Where(z => z == 9).LongCount()")]
    [InlineData("Enumerable.Range(0, int.MaxValue).Count(delegate(int i) { return i < 0; })")]
    [InlineData("bool IsWrong(int i) => i < 0;\nEnumerable.Range(0, int.MaxValue).Any(IsWrong)")]
    [InlineData("void Inner() { long Same(int i) => i; Enumerable.Range(0, int.MaxValue).Select(Same).Any(i => i < 0); }\nInner();")]
    [InlineData("int Calls(int n) => n < 2 ? n : Calls(n - 1) + Calls(n - 2);\nCalls(60)")]
    [InlineData("Enumerable.Range(0, int.MaxValue).AsParallel().Where(i => i < 0).Count()")]
    [InlineData("(from i in Enumerable.Range(0, int.MaxValue) where i < 0 select i).Any()")]
    [InlineData("(from i in Enumerable.Range(0, int.MaxValue) let j = i % 7 orderby j group j by j % 2).Count()")]
    [InlineData("var hidden = Enumerable.Range(0, int.MaxValue).Where(i => { return i < 0; });\nhidden.Any()")]
    public async Task It_stops_between_two_calls_of_its_own_function_without_an_abort(string code)
    {
        for (int time = 0; time < 3; time++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            TimeSpan begun = TimeSpan.Zero;
            using var source = new CancellationTokenSource();
            var request = new CellRequest { Observer = new AtFirstText(() => { begun = watch.Elapsed; source.Cancel(); }) };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => Session.ExecuteAsync("Console.WriteLine();\n" + code, request, source.Token));
            // An abort comes after a second.
            Assert.InRange(watch.Elapsed - begun, TimeSpan.Zero, TimeSpan.FromSeconds(0.95));
        }

        Assert.Equal("2", TextOf(await RunWell("1 + 1")));
    }

    [Theory]
    [InlineData("Func<int> f = () => 4;\nf()", "4")]
    [InlineData("int n = 0;\nAction f = () => n++;\nf();\nn", "1")]
    [InlineData("Func<string?> f = () => null;\nf() ?? \"none\"", "none")]
    [InlineData("Func<List<int>> f = () => new();\nf().Count", "0")]
    [InlineData("Func<int> f = () => throw new InvalidOperationException();\ntry { f(); } catch (InvalidOperationException) { }\n7", "7")]
    [InlineData("Func<Task> f = async () => await Task.Yield();\nawait f();\n8", "8")]
    [InlineData("Func<Task<int>> f = async () => 9;\nawait f()", "9")]
    [InlineData("Func<int, Func<int, int>> f = a => b => a * b;\nf(3)(4)", "12")]
    [InlineData("var f = (int a, int b = 2) => a + b;\nf(1)", "3")]
    [InlineData("int[] all = { 1, 2 };\nref int At(int i) => ref all[i];\nAt(1) = 5;\nall[1]", "5")]
    [InlineData("void Nothing() => Console.Write(\"\");\nasync Task Later() => await Task.Yield();\nNothing(); await Later();\n6", "6")]
    [InlineData("int Pick(Func<int> f) => f(); string Pick(Action f) => \"action\";\nvoid Act() { }\nPick(() => Act())", "action")]
    public async Task A_function_whose_body_is_an_expression_does_what_it_did(string code, string result) =>
        Assert.Equal(result, TextOf(await RunWell(code)));

    [Theory]
    [InlineData("System.Linq.Expressions.Expression<Func<int, int>> f = x => x + 1;\nf.ToString()", "x => (x + 1)")]
    [InlineData("System.Linq.Expressions.Expression<Func<int[], int>> f = all => all.Count(x => x > 1);\nf.Compile()(new[] { 1, 2 })", "1")]
    [InlineData("new[] { 1, 2, 3 }.AsQueryable().Where(x => x > 1).Expression.ToString().EndsWith(\".Where(x => (x > 1))\")", "True")]
    [InlineData(
        "var many = new[] { 2, 3 };\n(from x in new[] { 1, 2, 3 }.AsQueryable() where many.Any(y => y == x) select x).Count()", "2")]
    [InlineData("(from x in new[] { 1, 2, 3 } where new[] { 2 }.Any(y => y == x) select x).Count()", "1")]
    [InlineData("(from x in new[] { 1, 2 } from y in new[] { x, 2 * x } let z = x + y select new { z }).Sum(row => row.z)", "15")]
    [InlineData("(from x in new[] { 3, 1 } orderby -x select x).ThenBy(x => x).First()", "3")]
    [InlineData(
        "string.Join(\",\", from a in new[] { 1, 2 } join b in new[] { 2, 3 } on a + 1 equals b group b by b % 2 into g select g.Key)",
        "0,1")]
    public async Task An_expression_tree_is_not_changed(string code, string result) =>
        Assert.Equal(result, TextOf(await RunWell(code)));

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
