using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

/// <summary>The table for publication of <c>survkit cox</c>.</summary>
public class CoxTableCommandTests
{
    private const string Model = "Surv(time, status) ~ age + factor(sex) + factor(ph.ecog) + strata(inst)";

    private static readonly string[] Labels =
        ["--labels", "age=Age, years,sex=Sex,factor(sex)1=Men,factor(sex)2=Women", "--labels", "ph.ecog=ECOG status"];

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("latex")]
    [InlineData("csv")]
    public async Task Is_written_as_it_was(string format)
    {
        string output = (await Survkit.Succeeds(
            ["cox", Survkit.Sample("lung"), Model, "--univariate", "--format", format, .. Labels])).Output;
        Snapshot.Matches($"cox-univariate-{format}", format == "csv" ? Snapshot.WithFewDigits(output) : output);
    }

    [Fact]
    public async Task Stands_in_place_of_the_coefficients_and_takes_what_is_asked_for_besides()
    {
        string[] options = ["--table", "--zph", "km", "--title", "Lung cancer", "--decimals", "1", .. Labels];
        string text = (await Survkit.Succeeds(["cox", Survkit.Sample("lung"), Model, .. options])).Output;
        Assert.StartsWith("Lung cancer\n\nVariable", text, StringComparison.Ordinal);
        Assert.Contains("0.6 (0.4–0.8)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Concordance", text, StringComparison.Ordinal);
        Assert.Contains("GLOBAL", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_has_the_fit_and_the_table_which_is_there_only_where_it_is_asked_for()
    {
        JsonElement json = (await Survkit.Succeeds("cox", Survkit.Sample("lung"), Model, "--univariate", "--json")).Json;
        JsonElement plain = (await Survkit.Succeeds("cox", Survkit.Sample("lung"), Model, "--json")).Json;
        CoxFit alone = CoxModel.Fit(SampleData.Load("lung"), "Surv(time, status) ~ factor(ph.ecog) + strata(inst)");

        Assert.False(plain.TryGetProperty("table", out _));
        Assert.Equal(plain.GetProperty("terms").ToString(), json.GetProperty("terms").ToString());
        JsonElement heading = json.GetProperty("table").GetProperty("rows")[4];
        Assert.Equal("factor(ph.ecog)", heading.GetProperty("variable").GetString());
        Assert.Equal("heading", heading.GetProperty("kind").GetString());
        Assert.Equal(
            alone.WaldTestOf("factor(ph.ecog)").P, heading.GetProperty("cells")[0].GetProperty("test").GetProperty("p").GetDouble());
        JsonElement level = json.GetProperty("table").GetProperty("rows")[6];
        Assert.Equal(
            [alone.Terms[0].HazardRatio, plain.GetProperty("terms")[2].GetProperty("hazardRatio").GetDouble()],
            level.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("term").GetProperty("hazardRatio").GetDouble()));
        Assert.Equal(113, level.GetProperty("cells")[0].GetProperty("n").GetInt32());
    }

    [Fact]
    public async Task Global_test_is_the_one_that_is_asked_for()
    {
        string text = (await Survkit.Succeeds("cox", Survkit.Sample("lung"), Model, "--table", "--global", "lr")).Output;
        Assert.Contains("Likelihood-ratio test of all of them", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(
            "of all of them",
            (await Survkit.Succeeds("cox", Survkit.Sample("lung"), Model, "--table", "--global", "none")).Output,
            StringComparison.Ordinal);
        CliRun refused = await Survkit.Run("cox", Survkit.Sample("lung"), Model, "--table", "--global", "lr", "--robust");
        Assert.Equal(1, refused.ExitCode);
    }

    [Fact]
    public async Task E_values_are_added_where_they_are_asked_for()
    {
        string text = (await Survkit.Succeeds("cox", Survkit.Sample("lung"), Model, "--table", "--evalues")).Output;
        Assert.Contains("E-value (limit)", text, StringComparison.Ordinal);
        CliRun alone = await Survkit.Run("cox", Survkit.Sample("lung"), Model, "--evalues");
        Assert.StartsWith("survkit: --evalues was given without --table or --univariate;", alone.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Labels_without_a_table_or_figure_are_refused()
    {
        CliRun run = await Survkit.Run(["cox", Survkit.Sample("lung"), Model, .. Labels]);
        Assert.Equal(
            "survkit: --labels was given without --figure or --table or --univariate; a figure or table that it changes was expected.\n",
            run.Error);
    }

    [Theory]
    [InlineData("a=b", "a", "b")]
    [InlineData("age >= 65=Older, much", "age >= 65", "Older, much")]
    [InlineData("factor(x, levels = c(1, 2))2=Two", "factor(x, levels = c(1, 2))2", "Two")]
    [InlineData("status == 2TRUE=Dead", "status == 2TRUE", "Dead")]
    [InlineData("x != y=x = 1", "x != y", "x = 1")]
    public void A_label_is_read_beside_its_name(string text, string name, string label)
    {
        KeyValuePair<string, string> pair = Assert.Single(LabelPairs.Read([text]));
        Assert.Equal((name, label), (pair.Key, pair.Value));
    }
}
