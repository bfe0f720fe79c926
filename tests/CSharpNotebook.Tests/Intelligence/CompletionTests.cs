using CSharpNotebook.Intelligence;

namespace CSharpNotebook.Tests.Intelligence;

public sealed class CompletionTests : SessionTest
{
    [Fact]
    public async Task A_variable_and_a_method_of_an_earlier_cell()
    {
        await RunWell("var count = 3;", "int Twice(int x)\n{\n    return 2 * x;\n}");
        Assert.Equal(("count", "instance"), Assert.Single(await Complete("coun|")));
        Assert.Equal(("Twice", "function"), Assert.Single(await Complete("var y = Twi|")));
    }

    [Fact]
    public async Task The_identifier_that_was_begun_is_what_a_match_replaces()
    {
        CompletionAnswer answer = await Ask("Math.Sq|r(2)");
        Assert.Equal((5, 8, "Sqrt"), (answer.Start, answer.End, Assert.Single(answer.Matches).Text));
    }

    [Theory]
    [InlineData("Console.WriteL|", "WriteLine", "function")]
    [InlineData("Console.writel|", "WriteLine", "function")]
    [InlineData("Environment.NewL|", "NewLine", "property")]
    [InlineData("foreac|", "foreach", "keyword")]
    [InlineData("System.Globali|", "Globalization", "module")]
    [InlineData("StringBuilde|", "StringBuilder", "class")]
    [InlineData("new[] { 1 }.SelectMan|", "SelectMany", "function")]
    [InlineData("int F(int argument) => argum|", "argument", "param")]
    [InlineData("$\"{Environment.MachineN|", "MachineName", "property")]
    [InlineData("#!csharp\nvar local = 1;\nloca|", "local", "instance")]
    [InlineData("#!sql\nselect 'it\n#!csharp\nvar local = 1;\nloca|", "local", "instance")]
    [InlineData("#!time\r\nvar local = 1;\r\nloca|", "local", "instance")]
    [InlineData("\"text\".ToLowerI|", "ToLowerInvariant", "function")]
    public async Task Of_every_kind(string code, string name, string kind) => Assert.Contains((name, kind), await Complete(code));

    [Fact]
    public async Task Names_of_other_case_only_when_there_are_no_others()
    {
        await RunWell("var value = 1; var Valour = 2;");
        Assert.DoesNotContain(("Valour", "instance"), await Complete("val|"));
        Assert.Contains(("Valour", "instance"), await Complete("valo|"));
    }

    [Theory]
    [InlineData("\"Consol|")]
    [InlineData("// Consol|")]
    [InlineData("/* Consol|")]
    [InlineData("/* Consol| */")]
    [InlineData("#r \"nuget: Surv|")]
    [InlineData("$\"Consol|\"")]
    [InlineData("12|")]
    [InlineData("var x = 1;\n#!html\n|")]
    public async Task Nothing_where_no_name_is_written(string code)
    {
        CompletionAnswer answer = await Ask(code);
        int position = code.IndexOf('|', StringComparison.Ordinal);
        Assert.Equal((position, position), (answer.Start, answer.End));
        Assert.Empty(answer.Matches);
    }

    [Fact]
    public async Task Members_of_anonymous_types_however_deep()
    {
        await RunWell("var rows = new[] { 1, 2 }.Select(n => new { Number = n, Parts = new[] { new { Half = n / 2.0 } } }).ToList();");
        Assert.Contains(("Number", "property"), await Complete("rows[0].|"));
        Assert.Contains(("Half", "property"), await Complete("rows.Where(row => row.Parts[0].|"));
    }

    [Fact]
    public async Task A_variable_keeps_the_type_it_has_when_the_type_is_declared_again()
    {
        await RunWell("record Point(int Before);", "var old = new Point(1);", "record Point(int After);", "var young = new Point(2);");
        Assert.Equal(["Before"], (await Complete("old.|")).Select(match => match.Name).Intersect(["Before", "After"]));
        Assert.Equal(["After"], (await Complete("young.|")).Select(match => match.Name).Intersect(["Before", "After"]));
        Assert.Contains(("After", "param"), await Complete("new Point(Afte|"));
    }

    [Fact]
    public async Task A_type_that_moves_from_a_script_to_a_library_and_back()
    {
        await RunWell(
            "record P(int Script);",
            "var old = new P(1);",
            "record P(int Library);\nstatic class Ps { public static int Twice(this P p) => 2 * p.Library; }\nvar young = new P(4);");
        Assert.Contains(("Script", "property"), await Complete("old.|"));
        Assert.Contains(("Library", "property"), await Complete("young.|"));
        Assert.Contains(("Library", "param"), await Complete("new P(Libr|"));
        await RunWell("record P(int Last);");
        Assert.Contains(("Last", "param"), await Complete("new P(La|"));
        Assert.Contains(("Library", "property"), await Complete("young.|"));
    }

    [Fact]
    public async Task The_last_declaration_wins_and_is_there_once()
    {
        await RunWell("var x = 1;", "var x = \"text\";", "int x() => 3;", "var x = DateTime.Now;");
        Assert.Equal(("x", "instance"), Assert.Single(await Complete("x|"), match => match.Name == "x"));
        Assert.Contains(("Year", "property"), await Complete("x.Y|"));
    }

    [Fact]
    public async Task Everything_that_a_cell_can_declare()
    {
        await RunWell("""
            using System.Globalization;
            using Text = System.Text.StringBuilder;
            #region types
            enum Colour { Red }
            interface IShape { double Area { get; } }
            class Box<T> { public T Content { get; set; } }
            #endregion
            int Seven => 7;
            var (left, right) = (1, "two");
            const int Eight = 8;
            int @class = 1;
            (int Id, Colour Hue)[] pairs = [];
            var box = new Box<Colour>();
            T Same<T>(T value) where T : class => value;
            int.TryParse("4", out int four);
            Func<int, int> square = n => n * n;
            """);
        Assert.Contains(("CultureInfo", "class"), await Complete("CultureI|"));
        Assert.Contains(("AppendLine", "function"), await Complete("new Text().AppendL|"));
        Assert.Contains(("Red", "instance"), await Complete("Colour.|"));
        Assert.Contains(("Area", "property"), await Complete("IShape s = null; s.|"));
        Assert.Contains(("HasFlag", "function"), await Complete("box.Content.|"));
        Assert.Contains(("Hue", "instance"), await Complete("pairs[0].|"));
        Assert.Contains(("Length", "property"), await Complete("right.|"));
        Assert.Contains(("Invoke", "function"), await Complete("square.|"));
        Assert.Contains(("Length", "property"), await Complete("Same(\"a\").|"));
        foreach (string name in new[] { "Seven", "left", "Eight", "four", "@class" })
        {
            Assert.Contains(name, (await Complete(name[..2] + "|")).Select(match => match.Name));
        }
    }

    [Fact]
    public async Task While_a_cell_runs()
    {
        await RunWell("var before = 1; var gate = new TaskCompletionSource();");
        var run = Session.ExecuteAsync("await gate.Task; var after = 2;", TestContext.Current.CancellationToken);
        Assert.Contains(("before", "instance"), await Complete("befor|"));
        Assert.True(Session.TryGetVariable("gate", out TaskCompletionSource? gate));
        gate!.SetResult();
        await run;
        Assert.Contains(("after", "instance"), await Complete("afte|"));
    }

    [Fact]
    public async Task What_a_cell_refers_to_is_known()
    {
        string own = typeof(CompletionTests).Assembly.Location;
        Assert.DoesNotContain(
            "CompletionTests", (await Complete("CSharpNotebook.Tests.Intelligence.Completion|")).Select(match => match.Name));
        await RunWell($"#r \"{own}\"");
        Assert.Contains(("CompletionTests", "class"), await Complete("CSharpNotebook.Tests.Intelligence.Completion|"));
    }

    [Fact]
    public async Task A_cell_executed_a_hundred_times_stands_in_the_stub_once()
    {
        for (int time = 0; time < 100; time++)
        {
            await RunWell("record Row(int Number); var row = new Row(1); int Next() => row.Number + 1;");
        }

        var stub = new SessionStub();
        string piece = Assert.Single(stub.Pieces(Session.Engine.Declared.Head));
        Assert.Equal(2, piece.Split("Next()").Length);
        Assert.Equal(2, piece.Split("record Row").Length);
    }

    [Fact]
    public async Task Extension_methods_and_namespaces_of_cells()
    {
        await RunWell(
            "static class Numbers\n{\n    /// <summary>Twice as much.</summary>\n    public static int Twice(this int x) => 2 * x;\n}",
            "namespace Shapes { public class Square { public int Side => 3; } }",
            "record Point(int X);",
            "static class Points { public static int Double(this Point p) => 2 * p.X; }",
            "var square = new Shapes.Square();");
        Assert.Contains(("Twice", "function"), await Complete("5.Twi|"));
        Assert.Contains(("Twice", "function"), await Complete("Numbers.|"));
        Assert.Contains(("Square", "class"), await Complete("new Shapes.|"));
        Assert.Contains(("Side", "property"), await Complete("square.|"));
        Assert.Contains(("Double", "function"), await Complete("new Point(1).Dou|"));
        InspectionAnswer? answer = await Session.InspectAsync("5.Twice()", 4, cancellationToken: TestContext.Current.CancellationToken);
        Assert.EndsWith("Twice as much.", answer?.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#!wh|", "who, whos")]
    [InlineData("var x = 1;\n#!var|", "variables")]
    [InlineData("#!power|", "powershell")]
    [InlineData("#!share --f|", "--from")]
    [InlineData("#!share --from c|", "csharp")]
    [InlineData("#!share --from csharp sur|", "survivors")]
    [InlineData("#!set --name x --value @csharp:sur|", "survivors")]
    [InlineData("#!set --name x --value @pass|", "@password:")]
    [InlineData("#!sql --n|", "--name")]
    [InlineData("#!nothing|", "")]
    [InlineData("#!html\n#!mer|", "mermaid")]
    public async Task A_command_with_its_options_and_what_they_take(string code, string names)
    {
        await RunWell("var survivors = 3;");
        Assert.Equal(names, string.Join(", ", (await Complete(code)).Select(match => match.Name)));
    }

    [Fact]
    public async Task The_word_of_a_command_is_replaced_whole()
    {
        CompletionAnswer answer = await Ask("  #!wh|os");
        Assert.Equal((4, 8), (answer.Start, answer.End));
    }

    [Fact]
    public async Task Names_of_FSharp()
    {
        await RunWell("#!fsharp\nlet survivors = [ 3 ]\nlet text = \"abc\"");
        Assert.Contains(("survivors", "instance"), await Complete("#!fsharp\nlet n = surv|"));
        Assert.Contains(("filter", "instance"), await Complete("#!fsharp\nList.fil|"));
        Assert.Contains(("Substring", "instance"), await Complete("#!fsharp\ntext.Sub|"));
        Assert.Contains(("match", "keyword"), await Complete("#!fsharp\nmat|"));
        Assert.Empty(await Complete("#!fsharp\nlet s = \"surv|"));
        Assert.Empty(await Complete("#!fsharp\n// surv|"));
        Assert.Contains(("survivors", "instance"), await Complete("#!fsharp\nlet s = \"a\"\nsurv|"));
    }

    [Fact]
    public async Task Names_of_SQL()
    {
        await RunWell(
            "#r \"nuget: Microsoft.Data.Analysis\"\nvar lung = new Microsoft.Data.Analysis.DataFrame("
            + "new Microsoft.Data.Analysis.DoubleDataFrameColumn(\"time\", new[] { 1.0 }));");
        // The first request loads the language.
        Assert.Contains(("SELECT", "keyword"), await Complete("#!sql\nsel|"));
        await RunWell("#!sql\nCREATE TABLE made AS SELECT 1 AS first_column");
        Assert.Contains(("lung", "class"), await Complete("#!sql\nSELECT * FROM lu|"));
        Assert.Contains(("made", "class"), await Complete("#!sql\nSELECT * FROM ma|"));
        Assert.Equal([("time", "property")], await Complete("#!sql\nSELECT l.| FROM lung AS l"));
        Assert.Equal([("first_column", "property")], await Complete("#!sql\nSELECT made.fi| FROM made"));
        Assert.Contains(("time", "property"), await Complete("#!sql\nSELECT ti| FROM lung"));
        Assert.Contains(("median", "function"), await Complete("#!sql\nSELECT med| FROM lung"));
        Assert.Empty(await Complete("#!sql\nSELECT Consol|"));
        Assert.Empty(await Complete("#!sql\nSELECT 'sel|"));
        Assert.Empty(await Complete("#!sql\n-- sel|"));
    }

    private async Task<(string Name, string Kind)[]> Complete(string code) =>
        [.. (await Ask(code)).Matches.Select(match => (match.Text, match.Kind))];

    private Task<CompletionAnswer> Ask(string code)
    {
        int position = code.IndexOf('|', StringComparison.Ordinal);
        return Session.CompleteAsync(code.Remove(position, 1), position, TestContext.Current.CancellationToken);
    }
}
