using System.Text;
using CSharpNotebook.Runner;

namespace SurvivalKit.Cli;

/// <summary>The streams of a command.</summary>
/// <param name="Input">Standard input, for DATA <c>-</c>.</param>
/// <param name="Output">Standard output: the result.</param>
/// <param name="Error">Standard error: problems and progress.</param>
/// <param name="Width">The width that help is wrapped at, in characters.</param>
/// <param name="ErrorIsTerminal">Whether standard error is a terminal, so that progress is shown.</param>
internal sealed record CliStreams(Stream Input, TextWriter Output, TextWriter Error, int Width, bool ErrorIsTerminal)
{
    /// <summary>Whether standard input is a file or a pipe, so that a command without a file can read it.</summary>
    public bool InputIsRedirected { get; init; }

    /// <summary>The program that runs notebooks in separate processes; <see langword="null"/>: this one, started again.</summary>
    public WorkerCommand? Worker { get; init; }

    /// <summary>Tells cautions on standard error, which a program that reads JSON or CSV would not see otherwise.</summary>
    public void Warn(IEnumerable<string> cautions)
    {
        foreach (string caution in cautions)
        {
            Error.WriteLine("survkit: warning: " + caution.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Tells on standard error, in one line, how a data set was read or made.</summary>
    public void Note(string data, string note) =>
        Error.WriteLine($"survkit: note: {DataSource.NameOf(data)}: {note.ReplaceLineEndings(" ")}.");

    private const int WidthOfPipe = 100;

    /// <summary>The streams of the process.</summary>
    public static CliStreams OfProcess()
    {
        // Names of groups and signs such as ± are not ASCII; Windows consoles start with a legacy code page.
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }

        int width = Console.IsOutputRedirected || Console.WindowWidth < 40 ? WidthOfPipe : Math.Min(Console.WindowWidth, 120);
        return new CliStreams(Console.OpenStandardInput(), Console.Out, Console.Error, width, !Console.IsErrorRedirected)
        {
            InputIsRedirected = Console.IsInputRedirected
        };
    }
}
