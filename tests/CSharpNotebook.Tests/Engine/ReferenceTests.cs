using CSharpNotebook.Cells;
using CSharpNotebook.Engine.Packages;
using CSharpNotebook.Format;
using Microsoft.DotNet.Interactive.Formatting;

namespace CSharpNotebook.Tests.Engine;

public sealed class ReferenceTests : SessionTest
{
    private const string Own = "#r \"nuget: CSharpNotebook.Tests, 0.1.0\"\nusing CSharpNotebook.Tests.Engine;";

    [Fact]
    public async Task A_carried_package_is_the_hosts_own_assembly()
    {
        SharedCounter.Value = 41;
        Assert.Equal("42", TextOf(await RunWell(Own, "SharedCounter.Value++;", "SharedCounter.Value")));
        Assert.Equal(42, SharedCounter.Value);
        var result = await RunWell("new Shape(3)");
        Assert.Same(typeof(Shape), result.ReturnValue!.GetType());
    }

    [Fact]
    public async Task What_a_package_depends_on_comes_with_it() =>
        Assert.Equal("True", TextOf(await RunWell(Own, "Markdig.Markdown.ToHtml(\"*a*\").Contains(\"<em>\")")));

    [Fact]
    public async Task What_is_not_referred_to_is_not_seen() =>
        Assert.Equal("CS0103", (await RunBadly("Markdig.Markdown.ToHtml(\"a\")")).Name);

    [Fact]
    public async Task A_formatter_that_the_host_registered_is_used_in_cells()
    {
        Formatter.Register<Shape>(shape => $"host sees {shape.Sides}", "text/x-host");
        Assert.Equal("host sees 5", ResultOf(await RunWell(Own, "new Shape(5)"))["text/x-host"]);
    }

    [Fact]
    public async Task The_extension_of_a_package_runs_once_in_a_session()
    {
        SharedCounter.ExtensionRuns = 0;
        var bundle = ResultOf(await RunWell(Own, Own, "new Shape(6)"));
        Assert.Equal(1, SharedCounter.ExtensionRuns);
        Assert.Equal("<svg data-sides=\"6\"/>", bundle["image/svg+xml"]);
        Assert.Equal("{\"sides\": 6}", bundle["application/vnd.shape.v1+json"]);
        Assert.Equal("<i>6</i>", bundle["text/html"]);
    }

    [Fact]
    public async Task The_extension_has_run_before_the_code_of_the_same_cell() =>
        Assert.Equal("<i>4</i>", ResultOf(await RunWell(Own + "\nnew Shape(4)"))["text/html"]);

    [Fact]
    public async Task A_package_can_be_named_without_a_version_and_in_any_case() =>
        Assert.Equal(
            "True", TextOf(await RunWell("#r \"nuget: markdig\"\ntypeof(Markdig.Markdown).Assembly == typeof(Markdig.Markdown).Assembly")));

    [Fact]
    public async Task A_higher_version_than_the_carried_one_is_refused_with_both()
    {
        CellFailure failure = await RunBadly("\n#r \"nuget: Markdig, 99.0.0\"");
        Assert.Equal(CellFailureKind.Reference, failure.Kind);
        Assert.Equal(2, failure.Line);
        Assert.Equal(
            $"The package Markdig is carried in version {CarriedPackages.OfProcess.Find("Markdig")!.Version}, but the notebook asks for 99.0.0.",
            failure.Message);
    }

    [Fact]
    public async Task A_lower_version_is_stood_in_for_with_a_warning()
    {
        CellResult result = await RunWell("#r \"nuget: Markdig, 0.0.7\"");
        Assert.Equal(
            $"The package Markdig is carried in version {CarriedPackages.OfProcess.Find("Markdig")!.Version}, which stands in for 0.0.7.\n",
            Assert.IsType<StreamOutput>(Assert.Single(result.Outputs)).Text);
    }

    [Fact]
    public async Task An_unknown_package_is_refused_with_what_is_there_where_nothing_may_be_restored()
    {
        Options = Options with { RestorePackages = false };
        CellFailure failure = await RunBadly("#r \"nuget: Newtonsoft.Nothing, 1.0.0\"");
        Assert.StartsWith("The package Newtonsoft.Nothing is not carried by this host", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Markdig", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_in_a_comment_a_string_or_an_inactive_part_is_none() =>
        await RunWell(
            "// #r \"nuget: No.Such, 1\"\nvar text = \"\"\"\n#r \"nuget: No.Such, 1\"\n\"\"\";\n#if NEVER\n#r \"nuget: No.Such, 1\"\n#endif");

    [Fact]
    public async Task A_package_source_is_an_address_or_a_folder()
    {
        await RunWell("#i \"nuget: https://example.org/v3/index.json\"\nvar x = 1;");
        Assert.StartsWith(
            "The package source nowhere is neither an address nor a folder in ",
            (await RunBadly("#i \"nuget: nowhere\"")).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_may_stand_below_code() =>
        await RunWell("var y = 1;\n#r \"nuget: Markdig\"\nvar z = Markdig.Markdown.Version;");
}
