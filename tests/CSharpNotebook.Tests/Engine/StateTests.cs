using CSharpNotebook.Session;

namespace CSharpNotebook.Tests.Engine;

public sealed class StateTests : SessionTest
{
    [Fact]
    public async Task Variables_methods_and_types_live_on_in_later_cells()
    {
        await RunWell("int a = 20;", "int Twice(int x) => 2 * x;", "record Point(int X, int Y);");
        Assert.Equal("41", TextOf(await RunWell("var p = new Point(Twice(a), 1);", "p.X + p.Y")));
    }

    [Fact]
    public async Task A_name_can_be_declared_again_with_another_type() =>
        Assert.Equal("5", TextOf(await RunWell("var x = 1;", "var x = \"three\";", "x.Length")));

    [Fact]
    public async Task Await_works_at_the_top_level() =>
        Assert.Equal("7", TextOf(await RunWell("var seven = await Task.Run(async () => { await Task.Delay(1); return 7; });", "seven")));

    [Fact]
    public async Task The_usual_namespaces_are_imported() =>
        Assert.Equal("6", TextOf(await RunWell("new List<int> { 1, 2, 3 }.Sum() + new StringBuilder().Length + new ArrayList().Count")));

    [Fact]
    public async Task A_using_directive_lives_on() =>
        Assert.Equal(
            "7", TextOf(await RunWell("using System.Globalization;", "CultureInfo.InvariantCulture.Calendar.GetDaysInYear(2023) / 52")));

    [Fact]
    public async Task The_newest_language_version_is_spoken() =>
        Assert.Equal("6", TextOf(await RunWell("""
            class Holder { public int Value { get => field; set => field = value * 2; } }
            int[] numbers = [1, 2, .. new[] { 3 }];
            var holder = new Holder { Value = numbers.Length };
            """, "holder.Value")));

    [Fact]
    public async Task After_an_error_the_variables_of_before_are_still_there()
    {
        await RunWell("var kept = 3;");
        await RunBadly("kept = 4; throw new Exception(\"no\");");
        Assert.Equal("4", TextOf(await RunWell("kept")));
        await RunBadly("kept = nonsense;");
        Assert.Equal("4", TextOf(await RunWell("kept")));
    }

    [Fact]
    public async Task Two_sessions_share_no_variables()
    {
        await RunWell("var mine = 1;");
        using var other = new NotebookSession();
        var result = await other.ExecuteAsync("mine", TestContext.Current.CancellationToken);
        Assert.Equal("CS0103", result.Failure?.Name);
    }

    [Fact]
    public async Task The_host_can_read_a_variable()
    {
        await RunWell("var ratio = 1.5;");
        Assert.True(Session.TryGetVariable("ratio", out double ratio));
        Assert.Equal(1.5, ratio);
        Assert.False(Session.TryGetVariable("ratio", out string? _));
        Assert.False(Session.TryGetVariable("missing", out double _));
    }

    [Fact]
    public async Task Executions_are_counted_and_the_failed_ones_too()
    {
        await Run("1", "nonsense", "2");
        Assert.Equal(3, Session.ExecutionCount);
    }

    [Fact]
    public async Task A_second_cell_cannot_start_while_one_runs()
    {
        var first = Session.ExecuteAsync("await Task.Delay(300);", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Session.ExecuteAsync("1", TestContext.Current.CancellationToken));
        await first;
        Assert.Equal("1", TextOf(await RunWell("1")));
    }

    [Fact]
    public async Task Cancelling_returns_even_if_the_cell_does_not_end()
    {
        using var source = new CancellationTokenSource();
        var execution = Session.ExecuteAsync("await Task.Delay(20000);", source.Token);
        source.CancelAfter(100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => execution);
    }

    [Fact]
    public async Task Warming_up_shows_nothing_and_changes_no_session()
    {
        await Task.WhenAll(
            NotebookSession.WarmUpAsync(TestContext.Current.CancellationToken),
            Session.ExecuteAsync("1", TestContext.Current.CancellationToken));
        Assert.Equal("CS0103", (await RunBadly("values")).Name);
        Assert.Equal(2, Session.ExecutionCount);
    }

    [Theory]
    [InlineData("int.TryParse(\"1\", out _)", "True")]
    [InlineData("_ = Task.FromResult(1);\n1", "1")]
    [InlineData("b(\"x\").ToString()", "<b>x</b>")]
    [InlineData("using static Microsoft.DotNet.Interactive.Formatting.PocketViewTags;\ni(\"x\").ToString() + b(\"z\")", "<i>x</i><b>z</b>")]
    public async Task Discards_and_tags_go_together(string code, string expected) => Assert.Equal(expected, TextOf(await RunWell(code)));
}
