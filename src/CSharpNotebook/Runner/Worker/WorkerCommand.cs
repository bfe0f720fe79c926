using System.Collections.Immutable;
using System.Reflection;

namespace CSharpNotebook.Runner;

/// <summary>A program that runs the cells of a notebook: its entry point asks <see cref="NotebookWorker"/> first.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments; one more follows that tells it what it is to be.</param>
public sealed record WorkerCommand(string FileName, ImmutableArray<string> Arguments)
{
    /// <summary>The command that starts the running program once more.</summary>
    /// <exception cref="InvalidOperationException">
    /// The program's entry point did not ask <see cref="NotebookWorker.IsAsked"/>: started again it would do its own work, not that of a
    /// worker.
    /// </exception>
    public static WorkerCommand OwnProgram
    {
        get
        {
            if (!NotebookWorker.IsPrepared || Environment.ProcessPath is not { } program)
            {
                throw new InvalidOperationException("A notebook in a process of its own needs a program whose entry point asks NotebookWorker.IsAsked first, or NotebookProcessOptions.Worker.");
            }

            bool isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
            return new WorkerCommand(program, isHost && Assembly.GetEntryAssembly() is { } entry ? [entry.Location] : []);
        }
    }
}
