using System.Collections.Immutable;
using System.Reflection;

namespace CSharpNotebook.Runner;

/// <summary>A program that runs the cells of a notebook: its entry point calls <see cref="NotebookWorker"/> first.</summary>
/// <param name="FileName">The program.</param>
/// <param name="Arguments">Its arguments; one more follows that makes it a worker.</param>
public sealed record WorkerCommand(string FileName, ImmutableArray<string> Arguments)
{
    /// <summary>The command that starts the running program again.</summary>
    /// <exception cref="InvalidOperationException">
    /// The program's entry point did not call <see cref="NotebookWorker.IsAsked"/>: started again it would not run as a
    /// worker.
    /// </exception>
    public static WorkerCommand OwnProgram
    {
        get
        {
            if (!NotebookWorker.IsPrepared || Environment.ProcessPath is not { } program)
            {
                throw new InvalidOperationException(
                    "A notebook in a process of its own needs a program whose entry point asks NotebookWorker.IsAsked first, or NotebookProcessOptions.Worker.");
            }

            bool isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
            return new WorkerCommand(program, isHost && Assembly.GetEntryAssembly() is { } entry ? [entry.Location] : []);
        }
    }
}
