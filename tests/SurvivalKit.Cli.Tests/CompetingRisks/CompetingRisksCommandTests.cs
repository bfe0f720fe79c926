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
}
