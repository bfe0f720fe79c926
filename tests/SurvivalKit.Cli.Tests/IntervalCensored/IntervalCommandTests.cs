using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

/// <summary><c>survkit interval</c>, and interval-censored times of <c>survkit parametric</c>.</summary>
public class IntervalCommandTests
{
    private const string Formula = "Surv(left, right, type = 'interval2') ~ treatment";

    private static string Cosmesis => Fixtures.DataOf("interval", Fixtures.Case("interval", "cosmesis weibull"));

    [Fact]
    public async Task Curves_a_test_and_a_regression_are_printed()
    {
        CliRun curves = await Survkit.Succeeds("interval", Cosmesis, Formula, "--compare", "sun", "--bootstrap", "50");
        Snapshot.Matches("interval-text", curves.Output);
        CliRun fit = await Survkit.Succeeds("parametric", Cosmesis, Formula);
        Snapshot.Matches("interval-parametric-text", fit.Output);
    }

    [Fact]
    public async Task Json_has_the_masses_and_the_kuhn_tucker_conditions()
    {
        JsonElement json = (await Survkit.Succeeds("interval", Cosmesis, Formula, "--compare", "finkelstein", "--json")).Json;
        JsonElement curve = json.GetProperty("curves")[0];
        Assert.Equal(46, curve.GetProperty("n").GetInt32());
        Assert.Equal(8, curve.GetProperty("masses").GetArrayLength());
        Assert.InRange(curve.GetProperty("violation").GetDouble(), 0, 1e-9);
        Assert.Equal(1, json.GetProperty("logrank").GetProperty("df").GetInt32());
    }

    [Theory]
    [InlineData("no interval-censored times", "km")]
    [InlineData("no interval-censored times", "cox")]
    [InlineData("a whole number of 0 or more", "interval", "--bootstrap", "-1")]
    public async Task What_cannot_be_done_is_told(string expected, string command, params string[] options)
    {
        CliRun run = await Survkit.Run([command, Cosmesis, Formula, .. options]);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }
}
