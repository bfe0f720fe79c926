using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

public class SynthesizeCommandTests
{
    private static readonly string Study = Path.Combine(Survkit.Repository, "data-samples", "ep-nec-2025");

    // Long enough to run, too short to fit.
    private static readonly string[] Short = ["--starts", "2", "--steps", "20"];

    [Fact]
    public async Task A_file_takes_the_patients_and_the_report_is_printed()
    {
        using var folder = new TemporaryFolder();
        CliRun run = await Survkit.Succeeds(
            ["synthesize", Path.Combine(Study, "study.json"), "--seed", "9", "--out", folder.Place("patients.csv"), .. Short]);
        Assert.Equal(["alterations.csv", "patients.csv", "sequenced.csv"], folder.Files);
        Assert.StartsWith("SYNTHETIC: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("Seed 9, ", run.Output, StringComparison.Ordinal);
        Assert.Contains(" figures print the same.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Left out, since other printed numbers contradict it", run.Output, StringComparison.Ordinal);
        Assert.Equal("", run.Error);
    }

    [Fact]
    public async Task Without_a_file_the_patients_are_printed_and_another_seed_makes_others()
    {
        string patients = (await Survkit.Succeeds(["synthesize", Study, "--seed", "8", .. Short])).Output;
        Assert.Equal(57, patients.TrimEnd().Split('\n').Length);
        Assert.NotEqual(patients, (await Survkit.Succeeds(["synthesize", Study, "--seed", "7", .. Short])).Output);
        Assert.Equal(patients, (await Survkit.Succeeds(["synthesize", Study, "--seed", "8", "--threads", "1", .. Short])).Output);
    }

    [Fact]
    public async Task A_report_says_for_every_figure_what_was_reached()
    {
        using var folder = new TemporaryFolder();
        await Survkit.Succeeds(["synthesize", Study, "--report", folder.Place("report.json"), "--time-limit", "1", .. Short]);
        using JsonDocument report =
            JsonDocument.Parse(await File.ReadAllTextAsync(folder.Place("report.json"), TestContext.Current.CancellationToken));
        JsonElement[] figures = [.. report.RootElement.GetProperty("figures").EnumerateArray()];
        JsonElement median = figures.Single(figure => figure.GetProperty("id").GetString() == "table2/Survival > mOS/All#median");
        Assert.Equal("11.9", median.GetProperty("printed").GetString());
        Assert.Equal(JsonValueKind.Number, median.GetProperty("reached").ValueKind);
        Assert.Equal(
            figures.Length,
            report.RootElement.GetProperty("printedTheSame").GetInt32()
                + report.RootElement.GetProperty("missed").GetInt32()
                + report.RootElement.GetProperty("leftOut").GetInt32());
    }

    [Theory]
    [InlineData("survkit: --seed -1: a whole number of 0 or more was expected.", "--seed", "-1")]
    [InlineData("survkit: --seed x: a whole number of 0 or more was expected.", "--seed", "x")]
    [InlineData("survkit: --starts 0: a whole number of 1 or more was expected.", "--starts", "0")]
    [InlineData("survkit: --time-limit soon: a number of seconds from 0 to 1000000 was expected.", "--time-limit", "soon")]
    public async Task Numbers_that_cannot_be_used_are_named(string sentence, params string[] options)
    {
        CliRun run = await Survkit.Run(["synthesize", Study, .. options]);
        Assert.Equal(1, run.ExitCode);
        Assert.Equal(sentence + "\n", run.Error);
    }

    [Fact]
    public async Task A_study_that_is_not_there_is_named()
    {
        CliRun run = await Survkit.Run("synthesize", "none.json");
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("survkit: none.json", run.Error, StringComparison.Ordinal);
    }
}
