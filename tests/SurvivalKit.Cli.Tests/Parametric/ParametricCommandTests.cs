using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

/// <summary><c>survkit parametric</c>.</summary>
public class ParametricCommandTests
{
    private const string Formula = "Surv(time, status) ~ age + factor(sex)";

    [Fact]
    public async Task A_fit_a_comparison_and_predictions_are_printed()
    {
        CliRun fit = await Survkit.Succeeds("parametric", Survkit.Sample("lung"), Formula, "--hazard-ratios");
        CliRun all = await Survkit.Succeeds("parametric", Survkit.Sample("lung"), Formula, "--dist", "all");
        using var folder = new TemporaryFolder();
        string rows = folder.Write("new.csv", "age,sex\n60,1\n70,2\n");
        CliRun predicted = await Survkit.Succeeds(
            "parametric", Survkit.Sample("lung"), Formula, "--dist", "gompertz", "--predict", rows, "--times", "365,730", "--quantiles",
            "0.5", "--mean-until", "1000");
        Snapshot.Matches("parametric-text", fit.Output);
        Snapshot.Matches("parametric-all-text", all.Output);
        Snapshot.Matches("parametric-predict-text", predicted.Output);
    }

    [Theory]
    [InlineData("lung lognormal", "lognormal")]
    [InlineData("veteran loglogistic", "loglogistic")]
    [InlineData("lung extreme", "extreme")]
    public async Task Json_has_the_estimates_of_R(string name, string distribution)
    {
        JsonElement expected = Fixtures.Case("parametric", name);
        bool hasCells = name.StartsWith("veteran", StringComparison.Ordinal);
        string[] levels = hasCells ? ["--levels", "celltype=squamous,smallcell,adeno,large"] : [];
        JsonElement json = (await Survkit.Succeeds(
        [
            "parametric", Fixtures.DataOf("parametric", expected), expected.GetProperty("formula").GetString()!, "--dist", distribution,
            .. levels, "--json",
        ])).Json;
        Assert.Equal(expected.GetProperty("n").GetInt32(), json.GetProperty("n").GetInt32());
        JsonElement[] terms = [.. json.GetProperty("terms").EnumerateArray()];
        for (int j = 0; j < terms.Length; j++)
        {
            Fixtures.Same(expected.GetProperty("se")[j], terms[j].GetProperty("se"), "se");
        }

        Fixtures.Same(expected.GetProperty("loglik").GetProperty("model"), json.GetProperty("logLikelihood").GetProperty("model"), "l");
    }

    [Theory]
    [InlineData("--times was given without --predict", "--times", "100")]
    [InlineData("--dist gamma: one of weibull, exponential", "--dist", "gamma")]
    [InlineData("one distribution was expected", "--dist", "all", "--predict", "new.csv")]
    [InlineData("not proportional", "--dist", "lognormal", "--hazard-ratios")]
    public async Task What_cannot_be_done_is_told(string expected, params string[] options)
    {
        CliRun run = await Survkit.Run(["parametric", Survkit.Sample("lung"), Formula, .. options]);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }
}
