namespace SurvivalKit.Benchmarks;

/// <summary>The exit codes of the process.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int WrongInput = 1;
    public const int Differences = 2;
    public const int Interrupted = 130;
}
