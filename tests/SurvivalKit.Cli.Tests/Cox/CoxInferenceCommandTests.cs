using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

/// <summary>Penalties, tables of tests, profile intervals, Uno's concordance and adjusted curves from the command line.</summary>
public class CoxInferenceCommandTests
{
    private const string Model = "Surv(time, status) ~ age + factor(sex) + ph.ecog";

    private static readonly CoxFit Fit = CoxModel.Fit(SampleData.Load("lung"), Model);

    [Fact]
    public async Task Each_number_is_that_of_the_library()
    {
        JsonElement json = await Cox(
            Model, "--anova", "type3", "--profile", "--uno", "365", "--adjusted", "sex", "--times", "180", "--rmst", "365", "--compare",
            "Surv(time, status) ~ age + ph.ecog + offset(0 * ph.ecog)");
        CoxAnova anova = Fit.Anova(AnovaKind.TypeThree);
        AdjustedCurves curves = Fit.Adjusted(SampleData.Load("lung"), "sex", new() { Times = [180], Horizon = 365 });

        Assert.Equal("TypeThree", json.GetProperty("anova").GetProperty("kind").GetString(), ignoreCase: true);
        Assert.Equal(anova.Rows[1].Test.P, json.GetProperty("anova").GetProperty("terms")[1].GetProperty("p").GetDouble());
        Assert.Equal(
            Fit.LikelihoodRatioTestOf("factor(sex)").Statistic!.Value,
            json.GetProperty("comparison").GetProperty("test").GetProperty("chiSquare").GetDouble(),
            6);
        Assert.Equal(
            Fit.ProfileIntervals()[0].Lower, json.GetProperty("profile").GetProperty("terms")[0].GetProperty("lower").GetDouble());
        Assert.Equal(Fit.UnoConcordance(365).Estimate, json.GetProperty("uno").GetProperty("estimate").GetDouble());
        JsonElement adjusted = json.GetProperty("adjusted");
        Assert.Equal(curves[1].At[0].StandardError, adjusted.GetProperty("curves")[1].GetProperty("at")[0].GetProperty("se").GetDouble());
        Assert.Equal(
            curves.Contrasts[0].Mean!.P, adjusted.GetProperty("contrasts")[0].GetProperty("mean").GetProperty("p").GetDouble());
    }

    [Theory]
    [InlineData("--firth")]
    [InlineData("--ridge", "20")]
    [InlineData("--ridge", "20", "--unscaled")]
    public async Task A_penalty_is_that_of_the_library(params string[] arguments)
    {
        var options = new CoxOptions
        {
            Firth = arguments.Contains("--firth"),
            Ridge = arguments.Contains("--ridge") ? 20 : 0,
            RidgeIsScaled = !arguments.Contains("--unscaled"),
        };

        Assert.Equal(
            CoxModel.Fit(SampleData.Load("lung"), Model, options).Terms[1].Coefficient,
            (await Cox(Model, arguments)).GetProperty("terms")[1].GetProperty("coef").GetDouble());
    }

    [Fact]
    public async Task What_is_not_asked_for_is_null()
    {
        JsonElement json = await Cox(Model);

        Assert.All(
            new[] { "anova", "comparison", "profile", "uno", "adjusted" },
            field => Assert.Equal(JsonValueKind.Null, json.GetProperty(field).ValueKind));
    }

    [Fact]
    public async Task They_print_one_below_the_other() => Snapshot.Matches("cox-inference-text", (await Survkit.Succeeds(
        "cox", Survkit.Sample("lung"), Model, "--anova", "sequential", "--profile", "--uno", "365", "--adjusted", "sex", "--times", "180",
        "--rmst", "365")).Output);

    [Fact]
    public async Task The_degrees_of_freedom_of_a_ridge_fit_have_two_decimals() => Assert.Matches(
        @"Likelihood-ratio test: chi-square = [0-9.]+ on [0-9]\.[0-9]{2} df",
        (await Survkit.Succeeds("cox", Survkit.Sample("lung"), Model, "--ridge", "20")).Output);

    [Theory]
    [InlineData("--firth and --ridge were both given; one penalty was expected.", "--firth", "--ridge", "1")]
    [InlineData("--unscaled was given without --ridge; the ridge penalty was expected with it.", "--unscaled")]
    [InlineData("--rmst was given without --adjusted; the column of the groups was expected.", "--rmst", "1")]
    [InlineData("--ridge -1: a number above 0 was expected.", "--ridge", "-1")]
    [InlineData("--uno soon: a time, or Inf was expected.", "--uno", "soon")]
    [InlineData(
        "it is in no term of Surv(time, status) ~ age + factor(sex) + ph.ecog; a variable of the model was expected.", "--adjusted", "inst")]
    public async Task What_cannot_be_is_one_sentence(string sentence, params string[] arguments)
    {
        CliRun run = await Survkit.Run(["cox", Survkit.Sample("lung"), Model, .. arguments]);

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith(sentence, run.Error.Trim(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> Cox(string model, params string[] arguments) =>
        (await Survkit.Succeeds(["cox", Survkit.Sample("lung"), model, .. arguments, "--json"])).Json;
}
