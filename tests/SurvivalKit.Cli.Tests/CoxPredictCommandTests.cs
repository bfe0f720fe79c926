using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

public class CoxPredictCommandTests
{
    private const string Formula = "Surv(time, status) ~ trt + karno + strata(celltype)";
    private const string New = "trt,karno,celltype\n1,60,adeno\n2,40,large\n1,,squamous\n2,20,smallcell\n";

    [Fact]
    public async Task Baseline_has_the_hazard_of_R()
    {
        JsonElement expected = Fixtures.Case("cox", "heart strata, efron");
        JsonElement[] actual = [.. (await Survkit.Succeeds(
            "cox", Fixtures.DataOf("cox", expected), expected.GetProperty("formula")
                .GetString()!, "--baseline", "--json")).Json.GetProperty("baseline").EnumerateArray()];
        int at = 0;
        foreach (JsonElement stratum in expected.GetProperty("baseline").EnumerateArray())
        {
            for (int i = 0; i < stratum.GetProperty("time").GetArrayLength(); i++, at++)
            {
                Assert.Equal(stratum.GetProperty("stratum").GetString(), actual[at].GetProperty("stratum").GetString());
                Fixtures.Same(stratum.GetProperty("time")[i], actual[at].GetProperty("time"), "time");
                Fixtures.Same(stratum.GetProperty("hazard")[i], actual[at].GetProperty("cumulativeHazard"), "hazard");
                Assert.Equal(
                    Math.Exp(-actual[at].GetProperty("cumulativeHazard").GetDouble()),
                    actual[at].GetProperty("survival").GetDouble(),
                    1e-15);
            }
        }

        Assert.Equal(at, actual.Length);
    }

    [Fact]
    public async Task Predictions_have_the_numbers_of_R()
    {
        JsonElement expected = Fixtures.Case("cox-predict", "heart, efron");
        using var folder = new TemporaryFolder();
        string data = folder.Write("new.csv", "age,year,surgery,transplant\n-10,1,0,1\n5,4,1,0\n");
        JsonElement rows = (await Survkit.Succeeds(
            "cox", Survkit.Sample("heart"), expected.GetProperty("formula")
                .GetString()!, "--predict", data, "--times", "5,50,500", "--json")).Json.GetProperty("predictions");
        Assert.Equal(2, rows.GetArrayLength());
        for (int row = 0; row < 2; row++)
        {
            Assert.Equal(row + 1, rows[row].GetProperty("row").GetInt32());
            Fixtures.Same(
                expected.GetProperty("new").GetProperty("strata").GetProperty("lp")[row], rows[row].GetProperty("linearPredictor"), "lp");
            Fixtures.Same(expected.GetProperty("new").GetProperty("strata").GetProperty("se")[row], rows[row].GetProperty("se"), "se");
            for (int i = 0; i < 3; i++)
            {
                foreach (string part in new[] { "time", "survival", "se", "lower", "upper" })
                {
                    Fixtures.Same(
                        expected.GetProperty("at")[row].GetProperty(part)[i], rows[row].GetProperty("at")[i].GetProperty(part), part);
                }
            }
        }
    }

    [Theory]
    [InlineData("text")]
    [InlineData("csv")]
    [InlineData("markdown")]
    public async Task Predictions_are_shown_as(string format)
    {
        using var folder = new TemporaryFolder();
        CliRun run = await Survkit.Succeeds(
            "cox", Survkit.Sample("veteran"), Formula, "--predict", folder.Write("new.csv", New), "--times", "30,180", "--format", format);
        Snapshot.Matches("cox-predict-" + format, format == "csv" ? Snapshot.WithFewDigits(run.Output) : run.Output);
    }

    [Fact]
    public async Task Baseline_is_shown_as_text() => Snapshot.Matches(
        "cox-baseline-text", (await Survkit.Succeeds(
            "cox", Survkit.Sample("ovarian"), "Surv(futime, fustat) ~ age + strata(rx)", "--baseline")).Output);

    [Fact]
    public async Task An_unknown_level_is_named_with_its_place()
    {
        using var folder = new TemporaryFolder();
        string data = folder.Write("new.csv", "trt,karno,celltype\n1,60,adeno\n2,40,huge\n");
        CliRun run = await Survkit.Run("cox", Survkit.Sample("veteran"), Formula, "--predict", data);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith("survkit: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("new.csv, row 2, column \"celltype\": \"huge\" is none of the levels", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [InlineData("--times was given without --predict", "--times", "6,12")]
    [InlineData("no.csv", "--predict", "no.csv")]
    [InlineData("there is no column \"karno\"", "--predict", "NEW")]
    [InlineData(
        "Plain columns hold one table, and baseline and predictions were asked for; one of them was expected",
        "--baseline",
        "--format",
        "csv",
        "--predict",
        "ALL")]
    public async Task Bad_arguments_are_a_sentence(string sentence, params string[] options)
    {
        using var folder = new TemporaryFolder();
        string missing = folder.Write("missing.csv", "trt,celltype\n1,adeno\n");
        string all = folder.Write("all.csv", New);
        CliRun run = await Survkit.Run(["cox", Survkit.Sample("veteran"), Formula, .. options.Select(
            option => option == "NEW" ? missing : option == "ALL" ? all : option)]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }
}
