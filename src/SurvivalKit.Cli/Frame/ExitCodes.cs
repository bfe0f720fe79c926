namespace SurvivalKit.Cli;

/// <summary>The exit codes of the process.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int WrongInput = 1;
    public const int Differences = 2;
    public const int TimedOut = 3;
    public const int Interrupted = 130;
}
