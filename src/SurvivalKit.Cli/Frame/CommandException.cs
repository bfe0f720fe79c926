namespace SurvivalKit.Cli;

/// <summary>A command that cannot be executed: one sentence for standard error, exit code 1.</summary>
internal sealed class CommandException(string message) : Exception(message);
