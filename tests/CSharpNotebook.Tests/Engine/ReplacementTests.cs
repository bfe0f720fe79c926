using CSharpNotebook.Cells;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Tests.Engine;

/// <summary>A cell that is executed again replaces its first execution, where nothing of that is visible any more.</summary>
public sealed class ReplacementTests : SessionTest
{
    [Theory]
    [InlineData("var x = 1;")]
    [InlineData(
        "using System.Globalization;\nrecord P(int X);\nvar p = new P(1);\nint Twice(int a) => 2 * a;\nvar (l, r) = (1, 2);\nint.TryParse(\"3\", out int three);\nconst int Four = 4;\nint Five => 5;\nenum E { A }\ndelegate void D();\nclass G<T> { }")]
    public async Task The_same_cell_takes_the_room_of_one(string code)
    {
        for (int time = 0; time < 20; time++)
        {
            await RunWell(code);
            await RunWell("1 + 1");
        }
        Assert.Equal(2, Pieces());
    }

    [Theory]
    [InlineData("var x = 1; var y = 2;", "var x = 3;", "x + y", "5")]
    [InlineData("int F(int a) => 1; int F(string a) => 2;", "int F(int a) => 3;", "F(0) * 10 + F(\"\")", "32")]
    [InlineData("int F<T>(T a) => 1;", "int F(int a) => 2;", "F(\"\")", "1")]
    [InlineData("class G<T> { public int Size => 7; }", "class G { }", "new G<int>().Size", "7")]
    [InlineData("var x = 1; var y = 2;", "var x = y + 1;", "x", "3")]
    [InlineData("using System.Globalization; var x = 1;", "var x = 2;", "CultureInfo.InvariantCulture.LCID + x", "129")]
    [InlineData("var x = 1;", "if (true) { var x = 2; }", "x", "1")]
    [InlineData("var x = 1;", "Func<bool> f = () => int.TryParse(\"5\", out var x);", "x", "1")]
    [InlineData("int x = 4;", "int x() => 5;", "x()", "5")]
    public async Task What_is_still_seen_stays(string first, string second, string use, string result) =>
        Assert.Equal(result, TextOf(await RunWell(first, second, use)));

    [Fact]
    public async Task What_earlier_runs_have_left_goes_on_living()
    {
        await RunWell("var list = new List<Func<int>>();");
        for (int x = 1; x <= 3; x++)
        {
            await RunWell(
                $"var x = {x};\nlist.Add(() => x * 10);", "Task.Run(async () => { await Task.Delay(50); list.Add(() => x * 100); });");
        }

        await RunWell("while (list.Count < 6) await Task.Delay(10);");
        Assert.Equal("10 20 30 100 200 300", TextOf(await RunWell("string.Join(\" \", list.Select(f => f()).Order())")));
    }

    [Fact]
    public async Task Pieces_before_and_after_work_together()
    {
        await RunWell("record P(int X); var scale = 3;");
        for (int x = 1; x <= 3; x++)
        {
            await RunWell($"var p = new P({x}); int Scaled() => p.X * scale; var anonymous = new {{ p.X, Twice = 2 * p.X }};", "scale++;");
        }

        await RunWell("var q = new { p.X, Twice = 0 }; int Next() => Scaled() + 1;");
        Assert.Equal("19", TextOf(await RunWell("Next()")));
        Assert.Equal("6", TextOf(await RunWell("anonymous.Twice")));
        Assert.Equal("3", TextOf(await RunWell("q.X")));
    }

    [Fact]
    public async Task A_run_that_fails_leaves_what_it_had_made()
    {
        await RunWell("var x = 1;");
        CellFailure failure = await RunBadly("var x = 2;\nthrow new Exception(\"no\");");
        Assert.Equal(2, failure.Line);
        Assert.Equal("2", TextOf(await RunWell("x")));
        await RunBadly("var x = missing;");
        Assert.Equal("2", TextOf(await RunWell("x")));
        Assert.Equal(2, Pieces());
    }

    [Theory]
    [InlineData("class Mark { } var x = new Mark();", "x.GetType().Assembly")]
    [InlineData("namespace Marks { class Mark { } }\nvar x = new Marks.Mark();", "x.GetType().Assembly")]
    public async Task What_was_replaced_is_given_back(string cell, string assembly)
    {
        await RunWell(cell, cell);
        WeakReference second = await Replace(cell, assembly);
        await RunWell("1 + 1");
        for (int time = 0; time < 50 && second.IsAlive; time++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        Assert.False(second.IsAlive);
    }

    private async Task<WeakReference> Replace(string cell, string assembly)
    {
        CellResult result = await RunWell(assembly);
        await RunWell(cell);
        return new WeakReference(result.ReturnValue);
    }

    private int Pieces()
    {
        int count = 0;
        for (CSharpCompilation? piece = Session.Engine.Declared.Head; piece is not null; piece =
            piece.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            count++;
        }

        return count;
    }
}
