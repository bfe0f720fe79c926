using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Engine;

/// <summary>The extensions of this host beside those of the same names that the formatting library has in <c>System</c>.</summary>
public sealed class DisplayExtensionTests : SessionTest
{
    [Theory]
    [InlineData("12.Display();")]
    [InlineData("using System;\n12.Display();")]
    [InlineData("using Microsoft.DotNet.Interactive;\nusing Microsoft.DotNet.Interactive.Formatting;\nusing System;\n12.Display();")]
    [InlineData("display(12);")]
    [InlineData("DisplayExtensions.Display(12);")]
    [InlineData("void Show(object x) => x.Display();\nShow(12);")]
    [InlineData("class Shower { public void Show() => 12.Display(); }\nnew Shower().Show();")]
    [InlineData("#!fsharp\n(12).Display() |> ignore")]
    [InlineData("#!fsharp\nopen System\n(12).Display() |> ignore")]
    [InlineData("#!fsharp\ndisplay 12 |> ignore")]
    public async Task A_value_is_shown_in_html_and_text(string cell)
    {
        MimeBundle shown = ShownBy(await RunWell(cell));
        Assert.Equal(["text/html", "text/plain"], shown.Keys);
        Assert.Equal("12", shown["text/plain"]);
    }

    [Theory]
    [InlineData("12.Display(\"text/plain\");")]
    [InlineData("using System;\n12.Display(\"text/plain\");")]
    [InlineData("12.Display(new[] { \"text/plain\" });")]
    [InlineData("using System;\n\"12\".DisplayAs(\"text/plain\");")]
    [InlineData("display(12, \"text/plain\");")]
    [InlineData("System.DisplayExtensions.Display(12, \"text/plain\");")]
    [InlineData("#!fsharp\n(12).Display(\"text/plain\") |> ignore")]
    public async Task A_value_is_shown_in_the_type_asked_for(string cell)
    {
        MimeBundle shown = ShownBy(await RunWell(cell));
        Assert.Equal("12", Assert.Single(shown).Value);
        Assert.Equal("text/plain", Assert.Single(shown).Key);
    }

    [Theory]
    [InlineData("var shown = 1.Display();\nshown.Update(2);")]
    [InlineData("DisplayedValue shown = 1.Display();\nshown.Update(2);")]
    [InlineData("Microsoft.DotNet.Interactive.Formatting.DisplayedValue shown = display(1);\nshown.Update(2);")]
    [InlineData("var shown = \"1\".DisplayAs(\"text/plain\");\nshown.Update(2);")]
    [InlineData("var shown = display(new[] { 1 });\nshown.Update(\"2\");")]
    [InlineData("#!fsharp\nlet shown = (1).Display()\nshown.Update 2\n#!csharp")]
    [InlineData("#!fsharp\nopen System\nlet shown = (1).Display()\nshown.Update 2\n#!csharp")]
    [InlineData("#!fsharp\nopen System\nlet shown = (1).Display(\"text/plain\")\nshown.Update 0\nshown.Update 2\n#!csharp")]
    [InlineData("#!fsharp\nopen System\nlet shown = \"1\".DisplayAs(\"text/plain\")\nshown.Update 2\n#!csharp")]
    public async Task What_was_shown_can_be_replaced_where_it_stands(string cell)
    {
        CellResult result = await RunWell(cell + "\ndisplay(\"below\");");
        Assert.Equal(["2", "below"], result.Outputs.Select(output => ((DisplayDataOutput)output).Data["text/plain"]));
    }

    [Fact]
    public async Task The_handle_knows_its_id_and_what_it_shows() => Assert.Equal(
        "display-1-1 12 text/plain: 12",
        TextOf(await RunWell(
            "DisplayedValue shown = 12.Display(\"text/plain\");\n$\"{shown.DisplayId} {shown.Value} {shown.FormattedValues[0]}\"")));

    [Theory]
    [InlineData("CSharpNotebook.Tests.Engine.CompiledDisplays.Show(12);", "text/html")]
    [InlineData("CSharpNotebook.Tests.Engine.CompiledDisplays.Show(12, \"text/plain\");", "text/plain")]
    [InlineData("CSharpNotebook.Tests.Engine.CompiledDisplays.ShowAs(\"<svg>12</svg>\", \"image/svg+xml\");", "image/svg+xml")]
    [InlineData("await Task.Run(() => CSharpNotebook.Tests.Engine.CompiledDisplays.Show(12, \"text/plain\"));", "text/plain")]
    public async Task What_compiled_code_shows_is_an_output_of_the_cell(string cell, string mimeType)
    {
        CellResult result = await RunWell($"#r \"{typeof(CompiledDisplays).Assembly.Location}\"", cell);
        Assert.Contains("12", Assert.IsType<DisplayDataOutput>(Assert.Single(result.Outputs)).Data[mimeType], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_compiled_code_shows_can_be_replaced_where_it_stands()
    {
        CellResult result = await RunWell(
            $"#r \"{typeof(CompiledDisplays).Assembly.Location}\"\nusing CSharpNotebook.Tests.Engine;",
            """
            var first = CompiledDisplays.Show(1);
            var second = CompiledDisplays.Show(2);
            first.Update("a");
            second.Update("b");
            second.Update("c");
            """);
        Assert.Equal(["a", "c"], result.Outputs.Select(output => ((DisplayDataOutput)output).Data["text/plain"]));
    }

    [Fact]
    public async Task What_compiled_code_shows_outside_cells_is_written_to_the_console()
    {
        await RunWell("1");
        TextWriter before = Console.Out;
        var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            CompiledDisplays.Show(12, "text/plain");
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.Equal("12" + Environment.NewLine, written.ToString());
    }
}
