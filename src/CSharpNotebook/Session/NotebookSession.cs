using CSharpNotebook.Engine;

namespace CSharpNotebook.Session;

/// <summary>
/// What is behind an open notebook: C# and, once a cell asks for them, the other languages. Cells are executed one after the other, and
/// each sees what those before it left.
/// </summary>
public sealed class NotebookSession : IDisposable
{
    /// <summary>Starts a session.</summary>
    /// <param name="options">The options of its C#; the defaults when null.</param>
    public NotebookSession(CSharpEngineOptions? options = null) => CSharp = new CSharpEngine(options);

    /// <summary>The C# of the session.</summary>
    public CSharpEngine CSharp { get; }

    /// <summary>How many cells were executed and counted, those that failed included.</summary>
    public int ExecutionCount => CSharp.ExecutionCount;

    /// <summary>Executes a cell with the default <see cref="CellRequest"/>.</summary>
    /// <param name="source">The text of the cell.</param>
    /// <param name="cancellationToken">Interrupts the cell.</param>
    /// <returns>The outputs, and the failure if there was one.</returns>
    /// <exception cref="InvalidOperationException">The session is executing another cell.</exception>
    /// <exception cref="OperationCanceledException">The execution was cancelled.</exception>
    public Task<CellResult> ExecuteAsync(string source, CancellationToken cancellationToken = default) => ExecuteAsync(source, request: null, cancellationToken);

    /// <summary>Executes a cell. An error in the cell is a result, not an exception.</summary>
    /// <param name="source">The text of the cell.</param>
    /// <param name="request">How to execute it; the defaults when null.</param>
    /// <param name="cancellationToken">Interrupts the cell; the session keeps what earlier cells left.</param>
    /// <returns>The outputs, and the failure if there was one.</returns>
    /// <exception cref="InvalidOperationException">The session is executing another cell.</exception>
    /// <exception cref="OperationCanceledException">The cell was interrupted.</exception>
    public Task<CellResult> ExecuteAsync(string source, CellRequest? request, CancellationToken cancellationToken = default) =>
        CSharp.ExecuteAsync(source, request, cancellationToken);

    /// <summary>Ends the session.</summary>
    public void Dispose() => CSharp.Dispose();
}
