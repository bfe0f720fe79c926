using CSharpNotebook.Format;
using CSharpNotebook.Session;

namespace CSharpNotebook.Tests.Engine;

public sealed class OutputTests : SessionTest
{
    [Fact]
    public async Task A_trailing_expression_is_the_result_in_html_and_text()
    {
        MimeBundle bundle = ResultOf(await RunWell("new[] { 1.5, 2.5 }"));
        Assert.Equal(["text/html", "text/plain"], bundle.Keys);
        Assert.Contains("1.5", bundle["text/html"], StringComparison.Ordinal);
        Assert.Equal("[ 1.5, 2.5 ]", bundle["text/plain"]);
    }

    [Fact]
    public async Task A_string_is_plain_text() => Assert.Equal(["text/plain"], ResultOf(await RunWell("\"a <b>\"")).Keys);

    [Theory]
    [InlineData("var x = 1;")]
    [InlineData("Math.Abs(-1);")]
    [InlineData("Console.Write(\"\")")]
    [InlineData("await Task.Delay(1)")]
    [InlineData("// nothing")]
    [InlineData("int F() => 1;")]
    public async Task A_cell_without_a_trailing_value_has_no_result(string cell) => Assert.Empty((await RunWell(cell)).Outputs);

    [Fact]
    public async Task A_trailing_null_is_a_result() => Assert.Equal("<null>", TextOf(await RunWell("(object)null")));

    [Fact]
    public async Task Display_shows_at_once_and_the_result_comes_last()
    {
        var result = await RunWell("display(1); \"two\".Display(); 3");
        Assert.Collection(
            result.Outputs,
            output => Assert.Equal("1", Assert.IsType<DisplayDataOutput>(output).Data["text/plain"]),
            output => Assert.Equal("two", Assert.IsType<DisplayDataOutput>(output).Data["text/plain"]),
            output => Assert.Equal("3", Assert.IsType<ExecuteResultOutput>(output).Data["text/plain"]));
    }

    [Fact]
    public async Task A_display_can_be_updated_where_it_stands()
    {
        var result = await RunWell("var shown = display(\"before\"); display(\"other\"); shown.Update(\"after\");");
        Assert.Equal(["after", "other"], result.Outputs.Select(output => ((DisplayDataOutput)output).Data["text/plain"]));
    }

    [Fact]
    public async Task Display_as_a_chosen_type_gives_that_type_only() =>
        Assert.Equal(["text/html"], Assert.IsType<DisplayDataOutput>((await RunWell("display(12, \"text/html\");")).Outputs[0]).Data.Keys);

    [Fact]
    public async Task Display_as_a_type_without_formatter_fails_and_does_not_end_the_process() =>
        Assert.Contains("no formatter", (await RunBadly("display(12, \"image/webp\");")).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Text_that_already_has_a_type_is_taken_as_it_is()
    {
        var result = await RunWell("\"<svg/>\".DisplayAs(\"image/svg+xml\");");
        Assert.Equal("<svg/>", Assert.IsType<DisplayDataOutput>(result.Outputs[0]).Data["image/svg+xml"]);
    }

    [Fact]
    public async Task Html_is_passed_through()
    {
        Assert.Equal("<b>bold</b>", ResultOf(await RunWell("HTML(\"<b>bold</b>\")"))["text/html"]);
        Assert.Equal("<b>bold</b>", ResultOf(await RunWell("Kernel.HTML(\"<b>bold</b>\")"))["text/html"]);
    }

    [Fact]
    public async Task A_pocket_view_is_html() =>
        Assert.Equal("<p class=\"c\">1 &lt; 2</p>", ResultOf(await RunWell("p[@class: \"c\"](\"1 < 2\")"))["text/html"]);

    [Fact]
    public async Task Style_and_script_helpers_give_html()
    {
        var result = await RunWell("CSS(\"b {}\"); Javascript(\"1\");");
        Assert.Equal(
            ["<style>b {}</style>", "<script type=\"text/javascript\">1</script>"],
            result.Outputs.Select(output => ((DisplayDataOutput)output).Data["text/html"]));
    }

    [Fact]
    public async Task A_formatter_registered_in_a_cell_is_used()
    {
        MimeBundle bundle = ResultOf(await RunWell(
            "record Celsius(double Value);",
            "Formatter.Register<Celsius>(c => $\"{c.Value} °C\", \"text/plain\"); Formatter.Register<Celsius>(c => $\"<b>{c.Value} °C</b>\", \"text/html\");",
            "new Celsius(21.5)"));
        Assert.Equal("21.5 °C", bundle["text/plain"]);
        Assert.Equal("<b>21.5 °C</b>", bundle["text/html"]);
    }

    [Fact]
    public async Task Preferred_and_registered_types_are_all_in_the_bundle()
    {
        MimeBundle bundle = ResultOf(await RunWell(
            "record Drawing(int Size);",
            """
            Formatter.SetPreferredMimeTypesFor(typeof(Drawing), "image/svg+xml", "text/html");
            Formatter.Register<Drawing>(d => $"<svg width=\"{d.Size}\"/>", "image/svg+xml");
            Formatter.Register<Drawing>(d => $"{{\"size\": {d.Size}}}", "application/vnd.example.v1+json");
            """,
            "new Drawing(7)"));
        Assert.Equal(["application/vnd.example.v1+json", "image/svg+xml", "text/html", "text/plain"], bundle.Keys);
        Assert.Equal("{\"size\": 7}", bundle["application/vnd.example.v1+json"]);
        Assert.Equal("<svg width=\"7\"/>", bundle["image/svg+xml"]);
    }

    [Fact]
    public async Task A_preferred_type_without_a_formatter_is_left_out() =>
        Assert.Equal(
            ["text/plain"],
            ResultOf(await RunWell("class Odd { }", "Formatter.SetPreferredMimeTypesFor(typeof(Odd), \"image/odd\");", "new Odd()")).Keys);

    [Fact]
    public async Task A_formatter_for_a_base_type_or_an_open_generic_fits_what_derives_from_it()
    {
        MimeBundle bundle = ResultOf(await RunWell(
            "interface IMark { } class Box<T> : IMark { }",
            """
            Formatter.Register<IMark>(m => "<mark/>", "application/mark+xml");
            Formatter.Register(typeof(Box<>), (object b, System.IO.TextWriter w) => w.Write("<box/>"), "application/box+xml");
            """,
            "new Box<int>()"));
        Assert.Equal("<mark/>", bundle["application/mark+xml"]);
        Assert.Equal("<box/>", bundle["application/box+xml"]);
    }

    [Fact]
    public async Task A_formatter_that_throws_fails_the_cell()
    {
        var failure = await RunBadly(
            "class Bad { }",
            "Formatter.Register<Bad>((Func<Bad, string>)(b => throw new InvalidOperationException(\"cannot show\")), \"text/html\");",
            "new Bad()");
        Assert.Equal("cannot show", failure.Message);
    }

    [Fact]
    public async Task Console_output_is_captured_in_order_and_merged()
    {
        var result = await RunWell("""
            Console.Write("a"); Console.WriteLine(1.5); Console.Error.WriteLine("oops"); display("shown"); Console.WriteLine("b");
            """);
        Assert.Collection(
            result.Outputs,
            output => Assert.Equal(new StreamOutput("stdout", "a1.5\n"), output),
            output => Assert.Equal(new StreamOutput("stderr", "oops\n"), output),
            output => Assert.IsType<DisplayDataOutput>(output),
            output => Assert.Equal(new StreamOutput("stdout", "b\n"), output));
    }

    [Fact]
    public async Task Output_of_tasks_and_threads_of_the_cell_is_captured()
    {
        var result = await RunWell("""
            await Task.Run(() => Console.Write("task "));
            var thread = new System.Threading.Thread(() => Console.Write("thread"));
            thread.Start();
            thread.Join();
            """);
        Assert.Equal([new StreamOutput("stdout", "task thread")], result.Outputs);
    }

    [Fact]
    public async Task Sessions_that_run_side_by_side_keep_their_output_apart()
    {
        using var other = new NotebookSession();
        const string Code = "for (int i = 0; i < 20; i++) {{ Console.Write(\"{0}\"); await Task.Delay(1); }}";
        var results = await Task.WhenAll(
            Session.ExecuteAsync(string.Format(null, Code, "x"), TestContext.Current.CancellationToken),
            other.ExecuteAsync(string.Format(null, Code, "y"), TestContext.Current.CancellationToken));
        Assert.Equal([new StreamOutput("stdout", new string('x', 20))], results[0].Outputs);
        Assert.Equal([new StreamOutput("stdout", new string('y', 20))], results[1].Outputs);
    }

    [Fact]
    public async Task What_the_host_writes_meanwhile_is_not_the_cells()
    {
        var running = Session.ExecuteAsync("await Task.Delay(50); Console.Write(\"cell\");", TestContext.Current.CancellationToken);
        await Console.Out.WriteAsync("");
        Console.Write("");
        Assert.Equal([new StreamOutput("stdout", "cell")], (await running).Outputs);
    }

    [Fact]
    public async Task Results_do_not_depend_on_the_culture_of_the_machine()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new System.Globalization.CultureInfo("de-DE");
        try
        {
            var result = await RunWell("Console.Write(1234.5.ToString(\"N1\")); new { Value = 1234.5, Day = new DateTime(2025, 3, 4) }");
            Assert.Equal("1,234.5", ((StreamOutput)result.Outputs[0]).Text);
            Assert.Contains("1234.5", ResultOf(result)["text/html"], StringComparison.Ordinal);
            Assert.Equal("de-DE", System.Globalization.CultureInfo.CurrentCulture.Name);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
