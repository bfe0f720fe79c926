using CSharpNotebook.Cells;
using CSharpNotebook.Format;
using CSharpNotebook.Session;

namespace SurvivalKit.Notebooks.Tests;

/// <summary>The output of a cell that ends in one of the library's values.</summary>
public sealed class DisplayTests
{
    private const string Reference = """
        #r "nuget: SurvivalKit.Notebooks, 0.1.0"
        using SurvivalKit;
        var lung = SampleData.Load("lung");

        """;

    [Theory]
    [InlineData("""CoxModel.Fit(lung, "Surv(time, status) ~ age + sex")""", "text/html", "<table")]
    [InlineData("""CoxModel.Fit(lung, "Surv(time, status) ~ age + sex")""", "text/plain", "Likelihood-ratio test")]
    [InlineData("""CoxModel.Fit(lung, "Surv(time, status) ~ sex + I(sex * 2)")""", "text/html", "Not estimable: I(sex * 2)")]
    [InlineData("""LogRank.Test(lung, "Surv(time, status) ~ sex")""", "text/html", "chi-square = 10.33 on 1 df")]
    [InlineData("""KaplanMeier.Fit(lung, "Surv(time, status) ~ sex")""", "image/svg+xml", "<svg")]
    [InlineData("""KaplanMeier.Fit(lung, "Surv(time, status) ~ sex")""", "text/plain", "sex=1  138")]
    [InlineData("""BaselineTable.Build(lung, "sex", new() { Variables = ["age"] })""", "text/html", "mean &#177; SD")]
    [InlineData("""ContingencyTable.Count(lung, "sex", "status")""", "text/html", "Total")]
    [InlineData("""lung""", "text/html", "228 rows, 10 columns; the first 100 rows are shown")]
    [InlineData("""lung""", "text/plain", "228 rows, 10 columns; the first 10 rows are shown")]
    [InlineData("""lung""", "text/plain", "228 rows, 10 columns")]
    [InlineData("""TTest.Welch(new SampleSummary(1, 2, 10), new SampleSummary(2, 2, 10))""", "text/html", "Welch&#39;s t test")]
    public async Task A_value_shows_itself(string expression, string mediaType, string expected)
    {
        using var session = new NotebookSession();
        CellResult result = await session.ExecuteAsync(Reference + expression, TestContext.Current.CancellationToken);

        Assert.True(result.Succeeded, result.Failure?.Message);
        RichOutput shown = Assert.IsType<ExecuteResultOutput>(Assert.Single(result.Outputs));
        Assert.Contains(expected, shown.Data[mediaType], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_package_and_a_display_may_stand_in_one_cell()
    {
        using var session = new NotebookSession();
        CellResult result = await session.ExecuteAsync(Reference + "display(lung);\nlung", TestContext.Current.CancellationToken);

        Assert.True(result.Succeeded, result.Failure?.Message);
        Assert.Equal(2, result.Outputs.Length);
        Assert.All(result.Outputs, output => Assert.Contains(
            "228 rows, 10 columns", Assert.IsAssignableFrom<RichOutput>(output).Data["text/plain"], StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_first_cell_of_the_readme_shows_a_frame_and_curves()
    {
        string readme = await File.ReadAllTextAsync(
            Path.Combine(RepositoryRoot.Path, "src", "SurvivalKit.Notebooks", "README.md"), TestContext.Current.CancellationToken);
        using var session = new NotebookSession();
        CellResult result = await session.ExecuteAsync(
            readme.Split("```csharp\n")[1].Split("```")[0], TestContext.Current.CancellationToken);

        Assert.True(result.Succeeded, result.Failure?.Message);
        Assert.Equal(
            ["text/html text/plain", "image/svg+xml text/plain"],
            result.Outputs.Cast<RichOutput>().Select(output => string.Join(' ', output.Data.Keys)));
    }

    [Fact]
    public async Task Curves_are_a_picture_and_text_and_no_table_that_a_page_would_prefer()
    {
        using var session = new NotebookSession();
        CellResult result = await session.ExecuteAsync(
            Reference + "KaplanMeier.Fit(SampleData.Load(\"lung\"), \"Surv(time, status) ~ sex\")", TestContext.Current.CancellationToken);

        Assert.Equal(
            ["image/svg+xml", "text/plain"], Assert.Single(result.Outputs.OfType<RichOutput>()).Data.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_audit_shows_its_verdicts_to_readers_and_to_programs()
    {
        string path = Path.Combine(RepositoryRoot.Path, "tests", "SurvivalKit.Published.Tests", "Data", "planted-trial.json");
        using var session = new NotebookSession();
        List<RichOutput> shown = [];
        foreach (string cell in (string[])
        [
            $$"""
            #r "nuget: SurvivalKit.Notebooks, 0.1.0"
            using SurvivalKit.Published;
            using SurvivalKit.TextCheck;
            var audit = StudyAudit.Run(Study.Load({{System.Text.Json.JsonSerializer.Serialize(path)}}));
            """,
            """audit["table1/Female/Rye#%"]""",
            """PercentArithmetic.Check(7, new PrintedNumber(50, 0), new Denominator("the arm's patients", 14))""",
            "audit",
        ])
        {
            CellResult result = await session.ExecuteAsync(cell, TestContext.Current.CancellationToken);
            Assert.True(result.Succeeded, result.Failure?.Message);
            shown.AddRange(result.Outputs.OfType<RichOutput>());
        }

        Assert.StartsWith(
            "<p>table1/Female/Rye#%, printed 59.8: inconsistent. 59.8% is not 14 of 24",
            shown[0].Data["text/html"],
            StringComparison.Ordinal);
        Assert.StartsWith("recomputed: ", shown[1].Data["text/plain"], StringComparison.Ordinal);
        Assert.Contains("<caption>inconsistent</caption>", shown[2].Data["text/html"], StringComparison.Ordinal);
        Assert.StartsWith("planted-trial: ", shown[2].Data["text/plain"], StringComparison.Ordinal);
        using var json = System.Text.Json.JsonDocument.Parse(shown[2].Data["application/vnd.survivalkit.audit+json"]);
        Assert.Equal(217, json.RootElement.GetProperty("claims").GetArrayLength());
    }
}
