using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

/// <summary><c>survkit cuminc</c> and <c>survkit finegray</c>.</summary>
public class CompetingRisksCommandTests
{
    private const string Formula = "Surv(time, factor(status)) ~ trt";

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("csv")]
    public async Task Incidences_are_printed(string format)
    {
        CliRun run = await Survkit.Succeeds(
            "cuminc", Survkit.Sample("pbc"), Formula, "--times", "1000,3000", "--quantiles", "0.25", "--time-lost", "3000", "--format",
            format);
        Snapshot.Matches("cuminc-" + format, format == "csv" ? Snapshot.WithFewDigits(run.Output) : run.Output);
    }

    [Fact]
    public async Task Gray_and_the_regression_are_printed()
    {
        CliRun gray = await Survkit.Succeeds("cuminc", Survkit.Sample("pbc"), Formula, "--gray");
        CliRun regression = await Survkit.Succeeds(
            "finegray", Survkit.Sample("pbc"), "Surv(time, factor(status)) ~ age + trt", "--cause", "2");

        Snapshot.Matches("cuminc-gray-text", gray.Output);
        Snapshot.Matches("finegray-text", regression.Output);
    }

    [Theory]
    [InlineData("competing by arm, logit", "logit", "0.9")]
    [InlineData("pbc by trt", "log", "0.95")]
    public async Task Json_has_the_incidences_of_R(string name, string type, string level)
    {
        JsonElement expected = Fixtures.Case("competing", name);
        JsonElement json = (await Survkit.Succeeds(
            "cuminc", Fixtures.DataOf("competing", expected), expected.GetProperty("formula").GetString()!, "--conf-type", type,
            "--level", level, "--json")).Json;

        Assert.Equal(expected.GetProperty("omitted").GetInt32(), json.GetProperty("omitted").GetInt32());
        foreach (JsonElement curve in expected.GetProperty("curves").EnumerateArray())
        {
            JsonElement ours = json.GetProperty("curves").EnumerateArray().Single(
                one => one.GetProperty("group").GetString() == curve.GetProperty("group").GetString());
            foreach (JsonElement cause in curve.GetProperty("causes").EnumerateArray())
            {
                JsonElement steps = ours.GetProperty("causes").EnumerateArray().Single(
                    one => one.GetProperty("cause").GetString() == cause.GetProperty("cause").GetString()).GetProperty("steps");
                Assert.Equal(cause.GetProperty("incidence").GetArrayLength(), steps.GetArrayLength());
                for (int i = 0; i < steps.GetArrayLength(); i++)
                {
                    Fixtures.Same(cause.GetProperty("incidence")[i], steps[i].GetProperty("incidence"), "incidence");
                    Fixtures.Same(cause.GetProperty("se")[i], steps[i].GetProperty("se"), "se");
                    Fixtures.Same(cause.GetProperty("upper")[i], steps[i].GetProperty("upper"), "upper");
                }
            }
        }
    }

    [Fact]
    public async Task Cause_specific_models_are_printed_with_absolute_risks()
    {
        CliRun run = await Survkit.Succeeds(
            "cause-specific", Survkit.Sample("pbc"), "Surv(time, factor(status)) ~ age + trt", "--predict", Survkit.Sample("pbc"),
            "--times", "1000,3000", "--format", "csv");
        CliRun text = await Survkit.Succeeds("csc", Survkit.Sample("pbc"), "Surv(time, factor(status)) ~ age + trt");
        CliRun refused = await Survkit.Run(
            "csc", Survkit.Sample("pbc"), "Surv(time, factor(status)) ~ age", "--predict", Survkit.Sample("pbc"));

        Assert.Equal(1 + (312 * 2 * 2), run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Snapshot.Matches("cause-specific-text", text.Output);
        Assert.Contains("--predict was given without --times", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_needs_the_code_of_censoring()
    {
        CliRun refused = await Survkit.Run("cuminc", Survkit.Sample("pbc"), "Surv(time, status) ~ 1");
        JsonElement json = (await Survkit.Succeeds(
            "finegray", Survkit.Sample("pbc"), "Surv(time, status) ~ age", "--censored", "0", "--cause", "2", "--json")).Json;

        Assert.EndsWith(
            "pbc.csv, column \"status\": it is a number, of which no code is known to be censoring; factor(status), whose first level is, "
                + "or the censoring code was expected.\n",
            refused.Error,
            StringComparison.Ordinal);
        Assert.Equal(1, refused.ExitCode);
        Assert.Equal((161, 25, "0"), (
            json.GetProperty("events").GetInt32(),
            json.GetProperty("competingEvents").GetInt32(),
            json.GetProperty("censored").GetString()));
    }

    [Fact]
    public async Task The_cause_is_needed() => Assert.Equal(
        "survkit: --cause LEVEL was expected; survkit finegray --help says more.\n",
        (await Survkit.Run("finegray", Survkit.Sample("pbc"), Formula)).Error);

    [Fact]
    public async Task What_follows_from_the_regression_is_printed()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Place("new.csv");
        await File.WriteAllTextAsync(file, "age,trt\n40,1\n60,2\n,1\n", TestContext.Current.CancellationToken);
        string[] model = ["finegray", Survkit.Sample("pbc"), "Surv(time, factor(status)) ~ age + trt", "--cause", "2"];
        CliRun run = await Survkit.Succeeds([.. model, "--zph", "incidence", "--predict", file, "--times", "1000,3000"]);
        Snapshot.Matches("finegray-predict-text", run.Output);

        JsonElement json = (await Survkit.Succeeds(
            [.. model, "--residuals", "schoenfeld", "--baseline", "--predict", file, "--json"])).Json;
        JsonElement residual = json.GetProperty("residuals")[0];
        Assert.Equal(41, residual.GetProperty("time").GetDouble());
        Assert.Equal(JsonValueKind.Number, residual.GetProperty("values").GetProperty("trt").ValueKind);
        Assert.Equal(41, json.GetProperty("baseline")[0].GetProperty("steps")[0].GetProperty("time").GetDouble());
        Assert.Equal(3, json.GetProperty("predictions").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("predictions")[2].GetProperty("linearPredictor").ValueKind);
    }

    [Fact]
    public async Task Times_need_rows_to_predict_for() => Assert.Equal(
        "survkit: --times was given without --predict; the file of the rows to predict for was expected.\n",
        (await Survkit.Run("finegray", Survkit.Sample("pbc"), Formula, "--cause", "2", "--times", "1000")).Error);

    [Fact]
    public async Task Incidences_are_drawn_as_the_options_say()
    {
        using var folder = new TemporaryFolder();
        await Survkit.Succeeds(
            "cuminc", Survkit.Sample("pbc"), Formula, "--figure", folder.Place("incidence.svg"), "--title", "Cholangitis", "--labels",
            "Drug, Placebo", "--causes", "2,1", "--cause-labels", "Death,Transplant", "--unit", "days", "--percent", "--risk-table",
            "events", "--pvalue", "--xlim", "3000", "--ylim", "0.5", "--width", "120", "--theme", "dark", "--panels", "yes");
        string svg = await File.ReadAllTextAsync(folder.Place("incidence.svg"), TestContext.Current.CancellationToken);
        foreach (string text in new[]
        {
            "Cholangitis", "Drug", "Placebo", "Death", "Transplant", "Cumulative incidence, %", "Time (days)", "Gray P = .80",
            "No. at risk (cumulative no. of events: Death, Transplant)", "50",
        })
        {
            Assert.Contains($"aria-label=\"{text}\"", svg, StringComparison.Ordinal);
        }

        Assert.Contains("width=\"120mm\"", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("aria-label=\"60\"", svg, StringComparison.Ordinal);
    }
}
