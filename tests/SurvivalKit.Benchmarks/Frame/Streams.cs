namespace SurvivalKit.Benchmarks;

/// <summary>Where a command writes.</summary>
/// <param name="Output">The results.</param>
/// <param name="Error">Problems and progress.</param>
/// <param name="ErrorIsTerminal">Whether standard error is a terminal, so that progress is shown.</param>
internal sealed record Streams(TextWriter Output, TextWriter Error, bool ErrorIsTerminal)
{
    /// <summary>The streams of the process.</summary>
    public static Streams OfProcess() => new(Console.Out, Console.Error, !Console.IsErrorRedirected);

    /// <summary>Writes progress to a terminal, and nothing into a pipe.</summary>
    public void Say(string what)
    {
        if (ErrorIsTerminal)
        {
            Error.WriteLine("  " + what);
        }
    }
}
