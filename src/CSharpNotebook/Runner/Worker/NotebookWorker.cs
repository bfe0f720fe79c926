using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace CSharpNotebook.Runner;

/// <summary>
/// The other end of <see cref="NotebookProcess"/>: a process that runs the cells of one notebook and sends their outputs to its runner.
/// A program that runs notebooks in separate processes calls <see cref="IsAsked"/> first.
/// </summary>
/// <example>
/// <code>
/// if (NotebookWorker.IsAsked(args)) return NotebookWorker.Run(args);
/// </code>
/// </example>
public static class NotebookWorker
{
    /// <summary>The argument with which a runner starts its own program as a worker; the name of a pipe follows it.</summary>
    public const string Argument = "--csharp-notebook-worker";

    /// <summary>Whether this program can be started again as a worker.</summary>
    internal static bool IsPrepared { get; private set; }

    /// <summary>Whether the program was started only as a worker.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <returns>True when <see cref="Run"/> is to be called with them.</returns>
    public static bool IsAsked(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        IsPrepared = true;
        return arguments.Count >= 2 && arguments[^2] == Argument;
    }

    /// <summary>Runs cells until the runner has no more.</summary>
    /// <param name="arguments">The arguments of the program.</param>
    /// <returns>The exit code; 1 when there was no runner.</returns>
    public static int Run(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        using var pipe =
            new NamedPipeClientStream(".", arguments[^1], PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        try
        {
            pipe.Connect(TimeSpan.FromSeconds(30));
        }
        catch (Exception exception) when (exception is TimeoutException or IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"There is no notebook runner to work for: {exception.Message}");
            return 1;
        }

        // Ctrl-C reaches all processes at the terminal; the runner decides what happens to the notebook.
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        using var channel = new WorkerChannel(pipe);
        new WorkerLoop(channel, arguments[^1]).Run();
        return 0;
    }
}
