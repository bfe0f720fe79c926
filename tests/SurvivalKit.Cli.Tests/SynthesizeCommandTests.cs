namespace SurvivalKit.Cli.Tests;

public class SynthesizeCommandTests
{
    private static readonly string Study = Path.Combine(Survkit.Repository, "data-samples", "ep-nec-2025");

    [Fact]
    public async Task Seed_9_makes_the_cohort_of_the_repository()
    {
        using var folder = new TemporaryFolder();
        CliRun run = await Survkit.Succeeds("synthesize", Path.Combine(Study, "study.json"), "--seed", "9", "--out", folder.Place("patients.csv"));
        Assert.Equal("", run.Output);
        Assert.Equal(["alterations.csv", "patients.csv", "sequenced.csv"], folder.Files);
        foreach ((string made, string kept) in new[] { ("patients.csv", "cohort.csv"), ("alterations.csv", "alterations.csv"), ("sequenced.csv", "sequenced.csv") })
        {
            Assert.Equal(
                await File.ReadAllTextAsync(Path.Combine(Study, kept), TestContext.Current.CancellationToken),
                await File.ReadAllTextAsync(folder.Place(made), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Without_a_file_the_patients_are_printed_and_another_seed_makes_others()
    {
        string patients = (await Survkit.Succeeds("synthesize", Study, "--seed", "8")).Output;
        Assert.Equal(57, patients.TrimEnd().Split('\n').Length);
        Assert.NotEqual(await File.ReadAllTextAsync(Path.Combine(Study, "cohort.csv"), TestContext.Current.CancellationToken), patients);
    }

    [Theory]
    [InlineData("survkit: --seed -1: a whole number of 0 or more was expected.", "--seed", "-1")]
    [InlineData("survkit: --seed x: a whole number of 0 or more was expected.", "--seed", "x")]
    public async Task A_seed_is_a_whole_number(string sentence, params string[] options)
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
