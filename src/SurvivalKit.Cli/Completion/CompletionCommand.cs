using System.CommandLine;

namespace SurvivalKit.Cli;

/// <summary><c>survkit completion SHELL</c>: the script by which a shell completes commands and options.</summary>
internal static class CompletionCommand
{
    private static readonly (string Shell, Func<IReadOnlyList<CommandWords>, string> Script)[] Shells =
    [
        ("bash", CompletionScript.Bash),
        ("zsh", CompletionScript.Zsh),
        ("fish", CompletionScript.Fish),
        ("powershell", CompletionScript.PowerShell),
    ];

    public static Command Create(CliStreams streams, Func<Command> root)
    {
        Argument<string> shell = new("SHELL")
        {
            Description = $"One of {string.Join(", ", Shells.Select(known => known.Shell))}.",
            HelpName = "SHELL",
        };
        shell.CompletionSources.Add([.. Shells.Select(known => known.Shell)]);
        var command = new Command("completion", "Prints the script by which a shell completes commands and options.") { shell };
        command.WithExamples(
            "source <(survkit completion bash)",
            "survkit completion zsh > ~/.zfunc/_survkit",
            "survkit completion fish > ~/.config/fish/completions/survkit.fish",
            "survkit completion powershell | Out-String | Invoke-Expression");
        command.SetAction(parsed =>
        {
            string name = parsed.GetRequiredValue(shell);
            Func<IReadOnlyList<CommandWords>, string> script =
                Shells.FirstOrDefault(known => known.Shell.Equals(name, StringComparison.OrdinalIgnoreCase)).Script
                ?? throw new CommandException(
                    $"there is no completion for {name}; one of {string.Join(", ", Shells.Select(known => known.Shell))} was expected.");
            streams.Output.Write(script([.. CommandWords.Of(root())]));
            return ExitCodes.Done;
        });
        return command;
    }
}
