using CSharpNotebook.Cells;

namespace CSharpNotebook.Tests.Engine;

/// <summary>Extension methods and namespaces, which Roslyn's scripts do not allow.</summary>
public sealed class ExtensionTests : SessionTest
{
    public ExtensionTests() => Options = Options with { CanBeStopped = true };

    [Theory]
    [InlineData("static int Twice(this int x) => 2 * x;", "21.Twice()", "42")]
    [InlineData("public static string Loud(this string text) => text.ToUpperInvariant() + \"!\";", "\"hey\".Loud()", "HEY!")]
    [InlineData("public static T Second<T>(this IEnumerable<T> items) => items.Skip(1).First();", "new[] { 3, 7 }.Second()", "7")]
    [InlineData(
        "public static int Sum2(this List<int> items) { int sum = 0; foreach (int item in items) sum += item; return sum; }",
        "new List<int> { 1, 2 }.Sum2()",
        "3")]
    [InlineData("public static int Twice(this int x) => 2 * x;", "Extensions.Twice(4)", "8")]
    [InlineData("extension(int x) { public int Squared => x * x; }", "5.Squared", "25")]
    [InlineData("extension(string) { public static string Greeting => \"hello\"; }", "string.Greeting", "hello")]
    [InlineData("public static async Task<int> Later(this int x) { await Task.Yield(); return x + 1; }", "await 1.Later()", "2")]
    public async Task An_extension_of_what_exists(string member, string use, string result)
    {
        member = member.StartsWith("static", StringComparison.Ordinal) ? "public " + member : member;
        string type = $"static class Extensions\n{{\n    {member}\n}}";
        Assert.Equal(result, TextOf(await RunWell(type, use)));
        Assert.Equal(result, TextOf(await RunWell($"{type}\n{use}")));
    }

    [Fact]
    public async Task An_extension_of_a_record_of_the_same_cell()
    {
        await RunWell(
            "record Box(int Width, int Height);\nstatic class Boxes { public static int Area(this Box box) => box.Width * box.Height; }\nvar box = new Box(2, 3);");
        Assert.Equal("6", TextOf(await RunWell("box.Area()")));
        Assert.Equal("20", TextOf(await RunWell("Boxes.Area(new Box(4, 5))")));
    }

    [Fact]
    public async Task An_extension_of_a_record_of_an_earlier_cell()
    {
        await RunWell("record Box(int Width, int Height);", "var box = new Box(2, 3);");
        await RunWell("""
            /// <summary>Of boxes.</summary>
            public static class Boxes
            {
                // The area.
                public static int Area(this Box box) => box.Width * box.Height;
                public static int Twice(this Box box)
                {
                    return 2 * box.Area();
                }
            }
            var seen = box.Area();
            """);
        Assert.Equal("6", TextOf(await RunWell("seen")));
        Assert.Equal("12", TextOf(await RunWell("box.Twice()")));
        Assert.Equal("6", TextOf(await RunWell("Boxes.Area(box)")));
        await RunWell("public static class Boxes { public static int Area(this Box box) => -1; }");
        Assert.Equal("-1", TextOf(await RunWell("box.Area()")));
    }

    [Fact]
    public async Task A_record_of_an_earlier_cell_that_is_named_like_a_type_of_the_framework()
    {
        await RunWell(
            "record Range(int Low, int High);",
            "static class Ranges { public static int Length(this Range range) => range.High - range.Low; }");
        Assert.Equal("5", TextOf(await RunWell("new Range(2, 7).Length()")));
    }

    [Fact]
    public async Task A_class_that_needs_a_record_of_an_earlier_cell_beside_a_namespace()
    {
        await RunWell("record Box(int Width);", """
            namespace Units { public static class Metric { public static double Inches(this int centimetres) => centimetres / 2.54; } }
            static class Boxes
            {
                private const int Half = 2;
                public static int Area(this Box box) { return box.Width * box.Width / Half; }
                public static int AreaOf<T>(this T box) where T : Box => box.Area();
            }
            """);
        Assert.Equal("8", TextOf(await RunWell("new Box(4).AreaOf()")));
        Assert.Equal("8", TextOf(await RunWell("Boxes.Area(new Box(4))")));
        Assert.Equal("100", TextOf(await RunWell("using Units;\n254.Inches()")));
    }

    [Fact]
    public async Task What_can_be_neither_library_nor_script_says_what_it_misses()
    {
        CellFailure failure =
            await RunBadly("record Box(int Width);", "static class Boxes\n{\n    extension(Box box) { public int Area => box.Width; }\n}");
        Assert.Equal(("CS0246", 3, 15), (failure.Name, failure.Line, failure.Column));
    }

    [Fact]
    public async Task Namespaces_with_types_for_later_cells()
    {
        await RunWell(
            "namespace Shapes { public class Square { public int Side { get; init; } = 3; } namespace Round { record Circle(int Radius); } }");
        Assert.Equal("3", TextOf(await RunWell("new Shapes.Square().Side")));
        Assert.Equal("5", TextOf(await RunWell("using Shapes.Round;", "new Circle(5).Radius")));
        Assert.Equal("9", TextOf(await RunWell(
            "namespace Shapes { static class Sides { public static int Area(this Square square) => square.Side * square.Side; } }",
            "using Shapes;\nnew Square().Area()")));
    }

    [Fact]
    public async Task A_namespace_for_the_whole_cell()
    {
        await RunWell(
            "using System.Globalization;\nnamespace Whole;\nclass One { public string Name => CultureInfo.InvariantCulture.TwoLetterISOLanguageName; }");
        Assert.Equal("iv", TextOf(await RunWell("new Whole.One().Name")));
    }

    [Fact]
    public async Task The_same_cell_changed_and_executed_again_and_again()
    {
        for (int version = 1; version <= 5; version++)
        {
            await RunWell(
                $"namespace N {{ public class A {{ public int Version => {version}; }} }}\nstatic class E {{ public static int Plus(this int x) => x + {version}; }}");
            Assert.Equal($"{version + 10}", TextOf(await RunWell("10.Plus()")));
            Assert.Equal($"{version}", TextOf(await RunWell($"var a{version} = new N.A();", $"a{version}.Version")));
        }
        Assert.Equal("1", TextOf(await RunWell("a1.Version")));
    }

    [Fact]
    public async Task A_variable_keeps_the_type_it_has()
    {
        await RunWell(
            "namespace N { public class A { public string Name => \"old\"; } }",
            "var a = new N.A();",
            "namespace N { public class A { public string Name => \"new\"; } }");
        Assert.Equal("old new", TextOf(await RunWell("var b = new N.A();", "a.Name + \" \" + b.Name")));
    }

    [Fact]
    public async Task Two_cells_with_libraries_of_their_own_and_one_that_takes_from_both()
    {
        await RunWell(
            "static class First { public static int One(this int x) => 1; }\nstatic class Spare { public static int Four(this int x) => 4; }",
            "static class Second { public static int Two(this int x) => x.One() + 1; }");
        Assert.Equal("124", TextOf(await RunWell("$\"{0.One()}{0.Two()}{0.Four()}\"")));
        await RunWell(
            "static class First { public static int One(this int x) => 10; }\nstatic class Second { public static int Two(this int x) => 20; }");
        Assert.Equal("10204", TextOf(await RunWell("$\"{0.One()}{0.Two()}{0.Four()}\"")));
    }

    [Fact]
    public async Task What_does_not_fit_the_new_type_does_not_keep_it_out()
    {
        await RunWell("namespace N { public class A { public int Old => 1; } public class B { public int Of(A a) => a.Old; } }");
        Assert.Equal("2", TextOf(await RunWell("namespace N { public class A { public int New => 2; } }", "new N.A().New")));
    }

    [Fact]
    public async Task A_type_of_a_library_is_found_before_an_older_one_of_a_script()
    {
        await RunWell(
            "record P(int Before);",
            "record P(int After);\nstatic class Ps { public static int Twice(this P p) => 2 * p.After; }\nvar p = new P(4);");
        Assert.Equal("8", TextOf(await RunWell("p.Twice()")));
        Assert.Equal("10", TextOf(await RunWell("new P(5).Twice()")));
        Assert.Equal("6", TextOf(await RunWell("record P(int Last);", "new P(6).Last")));
    }

    [Fact]
    public async Task The_usings_of_earlier_cells_and_of_the_cell_hold()
    {
        await RunWell("using System.Globalization;\nusing Text = System.Text.StringBuilder;");
        await RunWell(
            "using System.Numerics;\nstatic class E { public static string Twice(this Text text) => text.ToString() + text + CultureInfo.InvariantCulture.LCID + BigInteger.One; }");
        Assert.Equal("aa1271", TextOf(await RunWell("new Text(\"a\").Twice()")));
    }

    [Fact]
    public async Task Errors_have_the_place_in_the_cell()
    {
        CellFailure failure = await RunBadly("var x = 1;\nstatic class E\n{\n    public static int F(this int x) => missing;\n}");
        Assert.Equal(("CS0103", 4, 40), (failure.Name, failure.Line, failure.Column));
        failure = await RunBadly("namespace N\n{\n    class A { int F() { while (true) { } return wrong; } }\n}");
        Assert.Equal(("CS0103", 3, 49), (failure.Name, failure.Line, failure.Column));
        failure = await RunBadly("static class E { public static int F(this int x) => x; }\nint y = 1.F() + wrong;");
        Assert.Equal(("CS0103", 2, 17), (failure.Name, failure.Line, failure.Column));
        Assert.Equal("CS1061", (await RunBadly("1.F()")).Name);
    }

    [Fact]
    public async Task An_exception_names_the_cell_and_the_line()
    {
        await RunWell(
            "static class E\n{\n    public static int Fail(this int x)\n    {\n        throw new InvalidOperationException(\"no\");\n    }\n}");
        CellFailure failure = await RunBadly("\n1.Fail()");
        Assert.Equal(2, failure.Line);
        Assert.Contains(failure.Traceback, line => line.Contains("cell 1, line 5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_loop_in_an_extension_method_can_be_stopped()
    {
        await RunWell(
            "var gate = new TaskCompletionSource();\nstatic class E { public static void Turn(this TaskCompletionSource gate) { gate.SetResult(); while (true) { } } }");
        Assert.True(Session.TryGetVariable("gate", out TaskCompletionSource? gate));
        using var source = new CancellationTokenSource();
        var run = Session.ExecuteAsync("gate.Turn();", source.Token);
        await gate!.Task;
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        Assert.Equal("2", TextOf(await RunWell("1 + 1")));
    }

    [Fact]
    public async Task An_extension_of_a_class_of_a_referenced_assembly()
    {
        await RunWell(
            $"#r \"{typeof(SharedCounter).Assembly.Location}\"\nusing CSharpNotebook.Tests.Engine;\nstatic class Shapes {{ public static string Name(this Shape shape) => \"shape\" + shape.Sides; }}");
        Assert.Equal("shape4", TextOf(await RunWell("new Shape(4).Name()")));
    }
}
