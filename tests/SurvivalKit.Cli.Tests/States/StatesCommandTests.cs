using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

/// <summary><c>survkit states</c> and <c>survkit shape check</c>.</summary>
public class StatesCommandTests
{
    private const string Levels = "c('none', 'CR', 'SCT', 'relapse', 'death')";

    private static readonly string Myeloid = Fixtures.DataOf("states", Fixtures.Case("states", "myeloid by trt"));

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    public async Task Probabilities_are_printed(string format)
    {
        CliRun run = await Survkit.Succeeds(
            "states", Myeloid, $"Surv(start, stop, factor(state, levels = {Levels})) ~ trt", "--id", "id", "--times", "180,365",
            "--mean-time", "730", "--format", format);

        Snapshot.Matches("states-" + format, run.Output);
    }

    [Fact]
    public async Task Json_has_the_probabilities_of_R()
    {
        JsonElement expected = Fixtures.Case("states", "states by arm, weights");
        JsonElement json = (await Survkit.Succeeds(
            "states", Fixtures.DataOf("states", expected), "Surv(start, stop, state) ~ arm", "--levels", "state=none,well,ill,frail,dead",
            "--levels", "istate=well,ill,frail", "--id", "id", "--istate", "istate", "--weights", "w", "--json")).Json;
        JsonElement theirs = expected.GetProperty("curves")[1].GetProperty("states")[2];
        JsonElement ours = json.GetProperty("curves")[1].GetProperty("states")[2];

        Assert.Equal("frail", ours.GetProperty("state").GetString());
        JsonElement steps = ours.GetProperty("steps");
        JsonElement last = theirs.GetProperty("p")[theirs.GetProperty("p").GetArrayLength() - 1];
        Fixtures.Same(last, steps[steps.GetArrayLength() - 1].GetProperty("probability"), "probability");
    }

    [Fact]
    public async Task Rows_that_do_not_go_with_each_other_are_listed()
    {
        string broken = Path.Combine(Survkit.Repository, "tests", "Fixtures", "data", "states-broken.csv");
        string[] arguments =
        [
            broken, "Surv(start, stop, state) ~ 1", "--id", "id", "--istate", "istate", "--censored", "none",
        ];
        CliRun check = await Survkit.Run(["shape", "check", .. arguments]);
        CliRun refused = await Survkit.Run(["states", .. arguments]);
        CliRun sound = await Survkit.Run("shape", "check", Myeloid, "Surv(start, stop, state) ~ 1", "--id", "id", "--censored", "none");

        Assert.Equal((2, 1, 0), (check.ExitCode, refused.ExitCode, sound.ExitCode));
        Snapshot.Matches("shape-check-text", check.Output);
        Snapshot.Matches("shape-check-sound-text", sound.Output);
        Assert.Contains("of the subject \"", refused.Error, StringComparison.Ordinal);
    }
}
