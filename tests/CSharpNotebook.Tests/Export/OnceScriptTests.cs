using System.Collections.Immutable;
using CSharpNotebook.Cells;
using CSharpNotebook.Export;
using CSharpNotebook.Format;

namespace CSharpNotebook.Tests.Export;

/// <summary>A script that many outputs need is in a notebook, and on a page, once.</summary>
public sealed class OnceScriptTests : SessionTest
{
    private const string Chart = "<p data-needs=\"big\">chart</p>";
    private const string Script = "<script data-once=\"big\">library()</script>";
    private const string Shown =
        "display(HTML(@\"<script data-once=\"\"big\"\">library()</script><p data-needs=\"\"big\"\">chart</p>\"));";

    [Fact]
    public async Task The_first_output_of_a_session_has_the_script_and_the_others_do_not()
    {
        Assert.Equal(Script + Chart, Html(await RunWell(Shown)));
        Assert.Equal(Chart, Html(await RunWell("#!html\n" + Script + Chart)));
        Assert.Equal("<script data-once=\"other\"></script>", Html(await RunWell("#!html\n<script data-once=\"other\"></script>")));
        CellResult twice = await RunWell(Shown + "/* another cell */" + Shown);
        Assert.All(twice.Outputs, output => Assert.Equal(Chart, ((RichOutput)output).Data["text/html"]));
    }

    [Fact]
    public async Task The_cell_that_has_the_script_keeps_it_when_it_is_run_again()
    {
        await RunWell(Shown);
        await RunWell(Shown + " ");
        CellResult again = await RunWell(Shown);
        Assert.Equal(Script + Chart, Html(again));

        // A changed cell is the same cell where the front end tells its id.
        await RunWithId("a", "#!html\n<script data-once=\"second\">1</script>");
        Assert.Equal("1", Html(await RunWithId("b", "#!html\n1<script data-once=\"second\">1</script>")));
        string changed = Html(await RunWithId("a", "#!html\nchanged <script data-once=\"second\">1</script>"));
        Assert.Contains("script", changed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_replaces_the_output_with_the_script_has_it_too()
    {
        string html = $"HTML(@\"{(Script + Chart).Replace("\"", "\"\"", StringComparison.Ordinal)}\")";
        CellResult updated = await RunWell($"var shown = display({html}); shown.Update({html}); display({html});");
        Assert.Equal([Script + Chart, Chart], updated.Outputs.Select(output => ((RichOutput)output).Data["text/html"]));
        CellResult cleared = await RunWell("#!html\n<script data-once=\"third\"></script>\n#!csharp\n" +
            "Kernel.ClearOutput(); display(HTML(\"<script data-once=\\\"third\\\"></script>\"));");
        Assert.Equal("<script data-once=\"third\"></script>", Html(cleared));
    }

    [Fact]
    public void A_page_has_one_copy_also_when_the_outputs_have_two_or_none()
    {
        Notebook two = Outputs(Script + Chart, Chart + Script, Chart), none = Outputs(Chart), unrelated = Outputs("<p>text</p>");
        Assert.Equal(1, Count(NotebookHtml.Page(two), "library()"));
        Assert.Equal(3, Count(NotebookHtml.Page(two), Chart));

        var options = new NotebookHtmlOptions
        {
            Scripts = ImmutableDictionary<string, Func<string>>.Empty.Add("big", () => "supplied()"),
        };
        Assert.Equal(1, Count(NotebookHtml.Page(two, options: options), "supplied()"));
        Assert.Equal(0, Count(NotebookHtml.Page(two, options: options), "library()"));
        Assert.Equal(1, Count(NotebookHtml.Page(none, options: options), "supplied()"));
        Assert.Equal(0, Count(NotebookHtml.Page(unrelated, options: options), "supplied()"));
    }

    [Fact]
    public void A_script_without_an_end_is_left_as_it_is()
    {
        const string Endless = "<script data-once=\"big\">library(";
        Assert.Contains($">{Endless}<", NotebookHtml.Body(Outputs(Script, Endless)), StringComparison.Ordinal);
    }

    private async Task<CellResult> RunWithId(string id, string cell) =>
        await Session.ExecuteAsync(cell, new CellRequest { CellId = id }, TestContext.Current.CancellationToken);

    private static Notebook Outputs(params string[] html) =>
        new([.. html.Select(text => new CodeCell("1") { Outputs = [new DisplayDataOutput(MimeBundle.Empty.With("text/html", text))] })]);

    private static int Count(string page, string part) => page.Split(part).Length - 1;

    private static string Html(CellResult result) => ShownBy(result)["text/html"].Trim();
}
