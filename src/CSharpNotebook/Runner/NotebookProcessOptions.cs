namespace CSharpNotebook.Runner;

/// <summary>How <see cref="NotebookProcess"/> runs a notebook.</summary>
public sealed record NotebookProcessOptions : NotebookRunOptions
{
    /// <summary>The program that runs the cells; by default the running program, started again.</summary>
    public WorkerCommand? Worker { get; init; }

    /// <summary>How long the process may take until it is ready; 60 seconds by default. Null: no limit.</summary>
    public TimeSpan? StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a cell may take; null, the default: no limit.</summary>
    public TimeSpan? CellTimeout { get; init; }

    /// <summary>How long all cells together may take; null, the default: no limit.</summary>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>
    /// How many bytes of memory the process may use; null, the default: no limit. The program itself needs some 200 million.
    /// </summary>
    public long? MemoryLimit { get; init; }
}
