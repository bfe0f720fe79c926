using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Engine;

public sealed class FailureTests : SessionTest
{
    [Fact]
    public async Task A_compile_error_has_the_cells_own_line_and_column()
    {
        CellFailure failure = await RunBadly("var a = 1;\nvar b = a +\n    missing;");
        Assert.Equal(CellFailureKind.Compilation, failure.Kind);
        Assert.Equal("CS0103", failure.Name);
        Assert.Equal((3, 5), (failure.Line, failure.Column));
        Assert.Equal(
            ["line 3, column 5: CS0103: The name 'missing' does not exist in the current context", "      missing;", "      ^^^^^^^"],
            failure.Traceback);
    }

    [Fact]
    public async Task Lines_stay_right_below_a_directive()
    {
        CellFailure failure = await RunBadly("#r \"nuget: Markdig\"\n  missing;");
        Assert.Equal((2, 3), (failure.Line, failure.Column));
    }

    [Fact]
    public async Task Every_compile_error_is_told() =>
        Assert.Equal(2, (await RunBadly("int a = \"x\";\nint b = \"y\";")).Traceback.Count(
            line => line.Contains("CS0029", StringComparison.Ordinal)));

    [Fact]
    public async Task A_runtime_error_has_type_message_and_the_cells_own_lines()
    {
        await RunWell("int Divide(int a, int b)\n{\n    return a / b;\n}");
        CellFailure failure = await RunBadly("var one = 1;\nvar x = Divide(one, 0);");
        Assert.Equal(CellFailureKind.Runtime, failure.Kind);
        Assert.Equal("System.DivideByZeroException", failure.Name);
        Assert.Equal("Attempted to divide by zero.", failure.Message);
        Assert.Equal(2, failure.Line);
        Assert.Equal(
            [
                "System.DivideByZeroException: Attempted to divide by zero.",
                "   at Divide in cell 1, line 3: return a / b;",
                "   at cell 2, line 2: var x = Divide(one, 0);",
            ],
            failure.Traceback);
    }

    [Fact]
    public async Task The_causes_of_an_error_are_told_with_their_lines()
    {
        CellFailure failure = await RunBadly("""
            async Task Inner()
            {
                await Task.Delay(1);
                throw new ArgumentException("bad seed");
            }
            try { await Inner(); }
            catch (Exception e) { throw new InvalidOperationException("cannot start", e); }
            """);
        Assert.Equal(7, failure.Line);
        Assert.Equal("System.InvalidOperationException: cannot start", failure.Traceback[0]);
        Assert.Contains("caused by System.ArgumentException: bad seed", failure.Traceback);
        Assert.Contains("   at Inner in cell 1, line 4: throw new ArgumentException(\"bad seed\");", failure.Traceback);
    }

    [Fact]
    public async Task The_error_is_the_last_output_and_what_came_before_it_stays()
    {
        CellResult result = await Run("Console.Write(\"so far\"); throw new Exception(\"stop\");");
        Assert.Equal(new StreamOutput("stdout", "so far"), result.Outputs[0]);
        var error = Assert.IsType<ErrorOutput>(result.Outputs[1]);
        Assert.Equal(("System.Exception", "stop"), (error.Name, error.Message));
    }

    [Fact]
    public async Task An_unknown_command_is_refused_with_its_line()
    {
        CellFailure failure = await RunBadly("var x = 1;\n#!frobnicate now");
        Assert.Equal(CellFailureKind.Unsupported, failure.Kind);
        Assert.Equal(2, failure.Line);
        Assert.Contains("#!frobnicate", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_for_c_sharp_is_accepted() => Assert.Equal("2", TextOf(await RunWell("#!csharp\n1 + 1")));
}
