using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

/// <summary>The order of groups by <c>--levels</c>, the weights, hazards and bands of curves, and the MaxCombo test.</summary>
public class LevelsOptionTests
{
    private const string Formula = "Surv(time, status) ~ celltype";

    private static readonly string Veteran = Survkit.Sample("veteran");

    [Fact]
    public async Task Every_command_follows_the_order()
    {
        const string Levels = "celltype=squamous,smallcell,adeno,large";
        JsonElement curves = (await Survkit.Succeeds("km", Veteran, Formula, "--levels", Levels, "--json")).Json.GetProperty("curves");
        JsonElement terms = (await Survkit.Succeeds("cox", Veteran, Formula, "--levels", Levels, "--json")).Json.GetProperty("terms");
        JsonElement trend = (await Survkit.Succeeds(
            "logrank", Veteran, Formula, "--levels", Levels, "--trend", "--json")).Json.GetProperty("groups");
        string table = (await Survkit.Succeeds("table1", Veteran, "--by", "celltype", "--vars", "age", "--levels", Levels)).Output;

        Assert.Equal(
            ["celltype=squamous", "celltype=smallcell", "celltype=adeno", "celltype=large"],
            curves.EnumerateArray().Select(curve => curve.GetProperty("group").GetString()));
        Assert.Equal(
            ["celltypesmallcell", "celltypeadeno", "celltypelarge"],
            terms.EnumerateArray().Select(term => term.GetProperty("term").GetString()));
        Assert.Equal("celltype=squamous", trend[0].GetProperty("group").GetString());
        Assert.True(table.IndexOf("squamous", StringComparison.Ordinal) < table.IndexOf("adeno", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Several_columns_have_an_option_each() => Assert.Equal(
        ["celltypesmallcell", "celltypeadeno", "celltypelarge", "trt1"],
        (await Survkit.Succeeds(
            "cox", Veteran, Formula + " + trt", "--levels", "celltype=squamous,smallcell,adeno,large", "--levels", "trt=2,1", "--json"))
            .Json.GetProperty("terms").EnumerateArray().Select(term => term.GetProperty("term").GetString()));

    [Theory]
    [InlineData("column \"cell\": there is no such column; the columns are trt, celltype,", "cell=a,b")]
    [InlineData("row 1, column \"celltype\": \"squamous\" is none of the levels that are given,", "celltype=smallcell,adeno,large")]
    [InlineData("column \"celltype\": the level \"big\" is none of its values", "celltype=squamous,smallcell,adeno,large,big")]
    public async Task What_does_not_fit_the_file_is_one_sentence(string part, string levels)
    {
        CliRun run = await Survkit.Run("km", Veteran, Formula, "--levels", levels);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(part, run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Curves_have_weights_hazards_and_bands()
    {
        JsonElement json = (await Survkit.Succeeds(
            "km", Veteran, "Surv(time, status) ~ trt", "--weights", "diagtime", "--hazard", "nelson-aalen", "--json")).Json;
        KaplanMeierCurves curves = KaplanMeier.Fit(SampleData.Load("veteran"), "Surv(time, status) ~ trt", weights: "diagtime");
        JsonElement bands = (await Survkit.Succeeds(
            "km", Veteran, "Surv(time, status) ~ trt", "--band", "hall-wellner", "--json")).Json.GetProperty("bands");
        ConfidenceBands expected =
            KaplanMeier.Fit(SampleData.Load("veteran"), "Surv(time, status) ~ trt").Bands(BandType.HallWellner);

        Assert.Equal(
            curves[0].Survival[3], json.GetProperty("curves")[0].GetProperty("steps")[3].GetProperty("survival").GetDouble());
        Assert.Equal(2, json.GetProperty("hazards").GetProperty("curves").GetArrayLength());
        Assert.Equal("trt=2", bands[1].GetProperty("group").GetString());
        Assert.Equal(expected[1].Lower[5], bands[1].GetProperty("steps")[5].GetProperty("lower").GetDouble());
    }

    [Fact]
    public async Task The_MaxCombo_test_is_that_of_the_library() => Assert.Equal(
        MaxCombo.Test(SampleData.Load("veteran"), "Surv(time, status) ~ trt").P,
        (await Survkit.Succeeds("logrank", Veteran, "Surv(time, status) ~ trt", "--maxcombo", "--json"))
            .Json.GetProperty("maxCombo").GetProperty("p").GetDouble());

    [Fact]
    public async Task Times_may_be_before_the_origin() => Assert.Equal(
        1,
        (await Survkit.Succeeds("km", Veteran, "Surv(time - 20, status) ~ 1", "--times", "-30,5", "--json"))
            .Json.GetProperty("curves")[0].GetProperty("at")[0].GetProperty("survival").GetDouble());
}
