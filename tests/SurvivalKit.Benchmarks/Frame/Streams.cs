namespace SurvivalKit.Benchmarks;

/// <summary>Where a command writes.</summary>
/// <param name="Output">What was asked for.</param>
/// <param name="Error">Problems and progress.</param>
/// <param name="ErrorIsTerminal">Whether somebody watches, so that progress is worth showing.</param>
internal sealed record Streams(TextWriter Output, TextWriter Error, bool ErrorIsTerminal)
{
    /// <summary>The streams of the process.</summary>
    public static Streams OfProcess() => new(Console.Out, Console.Error, !Console.IsErrorRedirected);

    /// <summary>Says what is going on; nothing into a pipe.</summary>
    public void Say(string what)
    {
        if (ErrorIsTerminal)
        {
            Error.WriteLine("  " + what);
        }
    }
}
