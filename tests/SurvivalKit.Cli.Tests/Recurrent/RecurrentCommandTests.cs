using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

/// <summary><c>survkit recurrent</c>.</summary>
public class RecurrentCommandTests
{
    private const string Formula = "Surv(start, stop, event) ~ rx + size + number";

    private static readonly string Bladder = Fixtures.DataOf("recurrent", Fixtures.Case("recurrent", "bladder2 ag"));
    private static readonly string WithDeaths = Fixtures.DataOf("recurrent", Fixtures.Case("recurrent", "bladder1, last 4 ag"));

    [Fact]
    public async Task Models_are_printed()
    {
        CliRun gap = await Survkit.Succeeds("recurrent", Bladder, Formula, "--id", "id", "--model", "pwp-gap", "--ties", "breslow");
        CliRun marginal = await Survkit.Succeeds(
            "recurrent", Bladder, Formula, "--id", "id", "--model", "wlw", "--ties", "breslow", "--by-event");

        Snapshot.Matches("recurrent-gap-text", gap.Output);
        Snapshot.Matches("recurrent-wlw-text", marginal.Output);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    public async Task Means_are_printed(string format)
    {
        // Two patients have no time at risk, of which a warning tells.
        CliRun run = await Survkit.Run(
            "recurrent", WithDeaths, "Surv(start, stop, status) ~ treatment", "--id", "id", "--model", "mcf", "--censored", "0",
            "--terminal", "2,3", "--times", "12,24", "--test", "--format", format);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("has no length", run.Error, StringComparison.Ordinal);
        Snapshot.Matches("recurrent-mcf-" + format, run.Output);
    }

    [Fact]
    public async Task Json_has_the_coefficients_of_R()
    {
        JsonElement expected = Fixtures.Case("recurrent", "bladder2 pwp-total");
        JsonElement json = (await Survkit.Succeeds("recurrent", Bladder, Formula, "--id", "id", "--model", "pwp-total", "--json")).Json;

        for (int i = 0; i < 3; i++)
        {
            Fixtures.Same(expected.GetProperty("coef")[i], json.GetProperty("terms")[i].GetProperty("coef"), "coef");
            Fixtures.Same(expected.GetProperty("robustSe")[i], json.GetProperty("terms")[i].GetProperty("robustSe"), "robust se");
        }

        Assert.Equal((85, 112), (json.GetProperty("n").GetInt32(), json.GetProperty("events").GetInt32()));
    }

    [Theory]
    [InlineData("--model", "mcf", "--by-event", "--by-event was given with --model mcf; one of the models ag, pwp-total, pwp-gap, wlw was "
        + "expected.")]
    [InlineData("--model", "wlw", "--test", "--test was given with --model wlw; --model mcf was expected.")]
    public async Task An_option_of_the_other_kind_is_refused(string first, string second, string third, string sentence)
    {
        CliRun run = await Survkit.Run("recurrent", Bladder, Formula, "--id", "id", first, second, third);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }
}
