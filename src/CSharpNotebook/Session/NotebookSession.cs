using System.Globalization;
using CSharpNotebook.Engine;
using CSharpNotebook.Languages;

namespace CSharpNotebook.Session;

/// <summary>
/// What is behind an open notebook: C# and, once a cell asks for them, the other languages. Cells are executed one after the other, and
/// each sees what those before it left. A line <c>#!language</c> begins a part of a cell in another language; the parts are executed in order,
/// as one cell.
/// </summary>
public sealed class NotebookSession : IDisposable
{
    private readonly CSharpEngineOptions _options;
    private readonly LanguageHost _languages;
    private int _running;

    /// <summary>Starts a session.</summary>
    /// <param name="options">The options of its C#; the defaults when null.</param>
    public NotebookSession(CSharpEngineOptions? options = null)
    {
        _options = options ?? new CSharpEngineOptions();
        CSharp = new CSharpEngine(_options);
        _languages = new LanguageHost(CSharp);
    }

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
    public async Task<CellResult> ExecuteAsync(string source, CellRequest? request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        request ??= new CellRequest();
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _running, 1) != 0)
        {
            throw new InvalidOperationException("The session is executing another cell.");
        }

        Task<CellResult> execution = Task.Run(() => ExecuteOwnAsync(source, request, cancellationToken), CancellationToken.None);
        // Where cells are not stopped, one that does not end when it is cancelled is left behind; the session stays busy until it ends.
        return await (_options.CanBeStopped ? execution : execution.WaitAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Ends the session, and the programs that its languages have started.</summary>
    public void Dispose()
    {
        _languages.Dispose();
        CSharp.Dispose();
    }

    private async Task<CellResult> ExecuteOwnAsync(string source, CellRequest request, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = _options.Culture;
        CultureInfo.CurrentUICulture = _options.Culture;
        ConsoleRouter.Install();
        if (request.IsCounted)
        {
            CSharp.ExecutionCount++;
        }

        int count = CSharp.ExecutionCount;
        var sink = new CellOutputSink(count, request.Observer, request.Input, request.KeepsOutputs);
        CellOutputSink.Current = sink;
        CellFailure? failure = null;
        object? value = null;
        try
        {
            var context = new CellContext(_languages, request, sink, count);
            value = await context.RunAsync(source, LanguageList.Required(request.Language ?? LanguageList.CSharp.Name), cancellationToken).ConfigureAwait(false);
            context.End();
        }
        catch (CellFailedException failed)
        {
            failure = failed.Failure;
            if (failure.Traceback.IsEmpty)
            {
                failure = failure with { Traceback = [failure.Message] };
            }

            sink.Add(failure.ToOutput());
        }
        finally
        {
            CellOutputSink.Current = null;
            sink.Close();
            Volatile.Write(ref _running, 0);
        }
        return new CellResult(count, sink.Outputs, failure) { ReturnValue = value };
    }
}
