using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Languages;

public sealed class FSharpTests : SessionTest
{
    [Fact]
    public async Task State_stays_and_the_last_expression_is_the_result()
    {
        CellResult result = await RunWell("#!fsharp\nlet square x = x * x\nlet a = 4", "#!f#\nprintfn \"%d\" a\nsquare a + 1");
        Assert.Equal("17", TextOf(result));
        Assert.Equal("16\n", Assert.IsType<StreamOutput>((await RunWell("#!fsharp\nprintfn \"%d\" (square a)")).Outputs[0]).Text);
        Assert.Empty((await RunWell("#!fsharp\nlet b = 3")).Outputs);
        Assert.Empty((await RunWell("#!fsharp\n()")).Outputs);
    }

    [Fact]
    public async Task Results_and_displays_are_formatted_as_those_of_csharp()
    {
        Assert.Contains("<table", ResultOf(await RunWell("#!fsharp\n[ {| A = 1; B = \"x\" |} ]"))["text/html"], StringComparison.Ordinal);
        CellResult shown = await RunWell("#!fsharp\ndisplay (HTML \"<b>x</b>\") |> ignore\n\"y\".Display() |> ignore");
        Assert.Equal("<b>x</b>", Assert.IsType<DisplayDataOutput>(shown.Outputs[0]).Data["text/html"]);
        Assert.Equal("y", Assert.IsType<DisplayDataOutput>(shown.Outputs[1]).Data["text/plain"]);
    }

    [Fact]
    public async Task The_files_and_the_tags_of_NET_Interactive_are_there()
    {
        Assert.Equal("a.txt", TextOf(await RunWell("#!fsharp\nPath.GetFileName \"x/a.txt\"")));
        CellResult shown = await RunWell("#!fsharp\nopen Html\ndiv [_class \"c\"] [ str \"<d>\"; p [] [ \"x\"; object 11 ] ]");
        Assert.Equal("<div class=\"c\">&lt;d&gt;<p>x11</p></div>", ResultOf(shown)["text/html"]);
        Assert.Equal("<div></div><br />", ResultOf(await RunWell("#!fsharp\nHTML $\"{Html.div [] []}{Html.br [] []}\""))["text/html"]);
    }

    [Fact]
    public async Task An_error_is_told_with_line_column_and_the_text()
    {
        CellFailure failure = await RunBadly("#!html\n<p>\n#!fsharp\nlet a = 1\nlet b : string = a");
        Assert.Equal(CellFailureKind.Compilation, failure.Kind);
        Assert.Equal("FS0001", failure.Name);
        Assert.Equal(5, failure.Line);
        Assert.Equal(18, failure.Column);
        Assert.DoesNotContain("\n", failure.Message, StringComparison.Ordinal);
        Assert.Equal("  let b : string = a", failure.Traceback[1]);
        Assert.Equal("                   ^", failure.Traceback[2]);
    }

    [Fact]
    public async Task An_exception_is_told_with_its_line()
    {
        CellFailure failure =
            await RunBadly("#!fsharp\n\nlet rec fail n =\n    if n = 0 then failwith \"on purpose\" else 1 + fail (n - 1)\nfail 3");
        Assert.Equal(CellFailureKind.Runtime, failure.Kind);
        Assert.Equal("on purpose", failure.Message);
        Assert.Equal(4, failure.Line);
    }

    [Fact]
    public async Task Values_go_both_ways()
    {
        await RunWell("var numbers = new List<double> { 1, 2.5 }; string nothing = null;");
        Assert.Equal("3.5", TextOf(await RunWell(
            "#!fsharp\n#!share --from csharp numbers\n#!share --from csharp nothing\nlet total = Seq.sum numbers\nlet names = [ \"a\"; \"b\" ]\nlet pair = struct (1, \"x\")\ntotal")));
        Assert.Equal("a,b 3.5 x", TextOf(await RunWell(
            "#!share --from fsharp total\n#!share --from fsharp names --as texts\n#!share --from fsharp pair\nstring.Join(\",\", texts) + $\" {total:F1} {pair.Item2}\"")));
    }

    [Fact]
    public async Task A_data_frame_made_in_fsharp_is_a_table_for_sql()
    {
        await RunWell("#r \"nuget: Microsoft.Data.Analysis\"\nvar seed = new Microsoft.Data.Analysis.DataFrame();");
        await RunWell(
            "#!fsharp\n#!share --from csharp seed\nopen Microsoft.Data.Analysis\nlet table = DataFrame(Int32DataFrameColumn(\"n\", [| 1; 2; 3 |]) :> DataFrameColumn)");
        Assert.Equal("total\n    6\n1 row, 1 column", TextOf(await RunWell("#!sql\nselect sum(n) as total from \"table\"")));
    }

    [Fact]
    public async Task A_type_that_a_cell_declared_does_not_go_to_fsharp() =>
        Assert.Equal(
            "The variable row cannot go to fsharp: its type Row was declared in a cell, so F# does not know it.",
            (await RunBadly("record Row(int A); var row = new Row(1);", "#!fsharp\n#!share --from csharp row")).Message);

    [Fact]
    public async Task A_warning_is_written_to_the_errors() =>
        Assert.StartsWith(
            "line 2, column 13: warning FS0025: ", Assert.IsType<StreamOutput>(
                (await RunWell("#!fsharp\nlet first = function x :: _ -> x")).Outputs[0]).Text, StringComparison.Ordinal);

    [Fact]
    public async Task An_endless_loop_is_interrupted_and_the_values_stay()
    {
        Options = Options with { CanBeStopped = true };
        await RunWell("#!fsharp\nlet kept = 5");
        await Interrupt("#!fsharp\ndisplay \"started\" |> ignore\nwhile true do ()");
        Assert.Equal("6", TextOf(await RunWell("#!fsharp\nkept + 1")));
    }
}
