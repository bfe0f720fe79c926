namespace SurvivalKit.Cli.Tests;

/// <summary><c>survkit winratio</c>.</summary>
public class WinRatioCommandTests
{
    [Fact]
    public async Task Wins_are_printed()
    {
        CliRun run = await Survkit.Succeeds(
            "winratio", Survkit.Sample("pbc"), "trt + strata(sex)", "--outcomes", "Surv(time, status == 2); Surv(time, status == 1)",
            "--treatment", "1");

        Snapshot.Matches("winratio-text", run.Output);
    }

    [Fact]
    public async Task An_unknown_group_is_refused()
    {
        CliRun run = await Survkit.Run(
            "winratio", Survkit.Sample("pbc"), "stage", "--outcomes", "Surv(time, status == 2)");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("two were expected", run.Error, StringComparison.Ordinal);
    }
}
