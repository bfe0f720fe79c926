using System.Diagnostics;

namespace SurvivalKit.Cli.Tests;

/// <summary>The completion scripts: complete, and that for bash also run where there is a bash.</summary>
public class CompletionCommandTests
{
    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("powershell")]
    public async Task A_script_has_all_commands_options_and_choices(string shell)
    {
        string script = (await Survkit.Succeeds("completion", shell)).Output;

        Assert.All(
            new[] { "survkit notebook run", "survkit cox", "logrank", "breslow", "nelson-aalen", "powershell" },
            word => Assert.Contains(word, script, StringComparison.Ordinal));
        Assert.Contains(shell == "fish" ? "-l conf-type -x -a 'plain log" : "--conf-type", script, StringComparison.Ordinal);
        Assert.DoesNotContain("-?", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_shell_is_one_sentence()
    {
        CliRun run = await Survkit.Run("completion", "cmd");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            "survkit: there is no completion for cmd; one of bash, zsh, fish, powershell was expected.", run.Error.Trim());
    }

    [Theory]
    [InlineData("survkit|no", "notebook")]
    [InlineData("survkit|notebook|", "run check lint clean export")]
    [InlineData("survkit|cox|lung.csv|Surv(time, status) ~ age|--ti", "--ties --timeout --times --title")]
    [InlineData("survkit|cox|lung.csv|f|--ties|", "efron breslow exact")]
    [InlineData("survkit|cox|lung.csv|f|--ties|b", "breslow")]
    [InlineData("survkit|km|lung.csv|f|--hazard|f", "fleming-harrington")]
    [InlineData("survkit|completion|f", "fish")]
    [InlineData("survkit|km|lung", "")]
    public async Task Bash_completes(string line, string expected)
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "There is no bash.");
        using var folder = new TemporaryFolder();
        folder.Write("completion.bash", (await Survkit.Succeeds("completion", "bash")).Output);
        string[] words = line.Split('|');
        var start = new ProcessStartInfo("/bin/bash") { RedirectStandardOutput = true, WorkingDirectory = folder.Path };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(
            "source completion.bash; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _survkit; echo \"${COMPREPLY[*]}\"");
        start.ArgumentList.Add("bash");
        foreach (string word in words)
        {
            start.ArgumentList.Add(word);
        }

        using Process bash = Process.Start(start)!;
        string output = await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(expected, output.Trim());
    }
}
