using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using CSharpNotebook.Cells;
using CSharpNotebook.Display;
using CSharpNotebook.Engine;
using CSharpNotebook.Engine.Packages;
using CSharpNotebook.Format;
using CSharpNotebook.Intelligence;
using CSharpNotebook.Languages;
using CSharpNotebook.Languages.Variables;
using CSharpNotebook.Stopping;

namespace CSharpNotebook.Session;

/// <summary>
/// The state of an open notebook: C# and, once a cell uses them, the other languages. Cells are executed one after the other, and
/// each sees the declarations of those before it. A line <c>#!language</c> begins a part of a cell in another language; the parts are
/// executed in order, as one cell. Only the session manages what surrounds an execution: its number, its culture, its outputs and its
/// failure. Sessions share no variables, types or references; they share process-wide state (the current folder, formatters, static fields
/// of libraries).
/// </summary>
public sealed class NotebookSession : IDisposable
{
    private static readonly Lazy<Task> WarmUp = new(() => Task.Run(WarmUpCellsAsync));
    private static readonly Lazy<Task> EditorWarmUp = new(() => Task.Run(WarmUpQuestionsAsync));

    private readonly SessionOptions _options;
    private readonly CellRunner _runner;
    private readonly LanguageHost _languages;
    private readonly ShownScripts _scripts = new();
    private int _running;

    /// <summary>Starts a session.</summary>
    /// <param name="options">The options; the defaults when null.</param>
    public NotebookSession(SessionOptions? options = null)
    {
        _options = options ?? new SessionOptions();
        _runner = new CellRunner(_options.CanBeStopped);
        WorkingDirectory = Path.GetFullPath(_options.WorkingDirectory ?? Environment.CurrentDirectory);
        Engine = new CSharpEngine(WorkingDirectory, new PackageResolver(_options.Packages, _options.RestorePackages), _runner);
        Engine.Syntax.IsPreview = _options.PreviewLanguage;
        _languages = new LanguageHost(Engine, _runner);
        AppContext.SetSwitch(OnceScripts.Switch, true);
    }

    /// <summary>The folder from which the paths of <c>#r</c> and <c>#load</c> are resolved.</summary>
    public string WorkingDirectory { get; }

    /// <summary>How many cells were executed and counted, including those that failed.</summary>
    public int ExecutionCount { get; private set; }

    /// <summary>The variables of C# in the order of their names; of a name that was declared more than once, the last.</summary>
    public ImmutableArray<SessionVariable> Variables => Engine.Variables;

    /// <summary>The variables in sight.</summary>
    internal VariablesPane Pane => _languages.Pane;

    /// <summary>Compiles and runs the session's C#.</summary>
    internal CSharpEngine Engine { get; }

    /// <summary>
    /// Loads the compiler and the formatters, so that the first cell does not wait for them. Can be called early and without waiting, and
    /// does its work once per process.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting, not the work.</param>
    /// <returns>A task that ends when everything is loaded.</returns>
    public static Task WarmUpAsync(CancellationToken cancellationToken = default) => WarmUp.Value.WaitAsync(cancellationToken);

    /// <summary>
    /// Loads the compiler's completion, after what <see cref="WarmUpAsync"/> loads, so that the first request of an editor does not wait
    /// for it. Does its work once per process.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting, not the work.</param>
    /// <returns>A task that ends when everything is loaded.</returns>
    public static Task WarmUpEditorAsync(CancellationToken cancellationToken = default) => EditorWarmUp.Value.WaitAsync(cancellationToken);

    /// <summary>Executes a cell with the default <see cref="CellRequest"/>.</summary>
    /// <param name="source">The text of the cell.</param>
    /// <param name="cancellationToken">Interrupts the cell.</param>
    /// <returns>The outputs, and the failure if there was one.</returns>
    /// <exception cref="InvalidOperationException">The session is executing another cell.</exception>
    /// <exception cref="OperationCanceledException">The execution was cancelled.</exception>
    public Task<CellResult> ExecuteAsync(string source, CancellationToken cancellationToken = default) =>
        ExecuteAsync(source, request: null, cancellationToken);

    /// <summary>
    /// Executes a cell. An error in the cell is a result, not an exception. A cell that does not end when it is cancelled is stopped at any
    /// point, or, without <see cref="SessionOptions.CanBeStopped"/>, abandoned: the call returns, and the session stays busy until it
    /// ends.
    /// </summary>
    /// <param name="source">The text of the cell.</param>
    /// <param name="request">How to execute it; the defaults when null.</param>
    /// <param name="cancellationToken">Interrupts the cell; the session keeps the variables of earlier cells.</param>
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

        // Counted before the work begins, so that the number is already that of the cell after this call.
        if (request.IsCounted)
        {
            ExecutionCount++;
        }

        Task<CellResult> execution = Task.Run(() => ExecuteOwnAsync(source, request, cancellationToken), CancellationToken.None);
        return await (_options.CanBeStopped ? execution : execution.WaitAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Reads a variable of C#.</summary>
    /// <typeparam name="T">The type that is expected.</typeparam>
    /// <param name="name">The name of the variable.</param>
    /// <param name="value">Its value; the default when there is no such variable of that type.</param>
    /// <returns>Whether the session has a variable of that name and type.</returns>
    public bool TryGetVariable<T>(string name, [MaybeNullWhen(false)] out T value)
    {
        if (Engine.Find(name)?.Value is T found)
        {
            value = found;
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>Declares a variable of C#, as a cell <c>type name = value;</c> would.</summary>
    /// <param name="name">The name, which must be valid in C#.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">
    /// The type of the declaration; by default the type of the value, or the nearest of its bases that code can name.
    /// </param>
    /// <exception cref="ArgumentException">The name is not valid in C#, or the value is not of the type.</exception>
    public void SetVariable(string name, object? value, Type? type = null) => Engine.SetVariable(name, value, type);

    /// <summary>The possible names at a position of a cell. It may be called from any thread, and while a cell runs.</summary>
    /// <param name="source">The text of the cell.</param>
    /// <param name="position">The position, in UTF-16 units.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>
    /// The names that begin with what was typed; those that do so without regard to case only when there are no others. Empty in
    /// comments, in strings, in directives and in languages without completion.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The position is not in the text.</exception>
    public Task<CompletionAnswer> CompleteAsync(string source, int position, CancellationToken cancellationToken = default)
    {
        CheckPlace(source, position);
        return Task.Run(() => _languages.CompleteAsync(source, position, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// The meaning of a name: its signature and its documentation. It may be called from any thread, and while a cell runs.
    /// </summary>
    /// <param name="source">The text of the cell.</param>
    /// <param name="position">A position in the name or at its end, in UTF-16 units; inside open brackets it refers to the called
    /// method.</param>
    /// <param name="detail">The level of detail.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <returns>The answer, or null when there is no information.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The position is not in the text.</exception>
    public Task<InspectionAnswer?> InspectAsync(
        string source, int position, InspectionDetail detail = InspectionDetail.Brief, CancellationToken cancellationToken = default)
    {
        CheckPlace(source, position);
        return Task.Run(() => _languages.InspectAsync(source, position, detail, cancellationToken), cancellationToken);
    }

    /// <summary>
    /// Says whether a text is a whole cell, from its syntax alone. A language without this check treats every text as complete.
    /// </summary>
    /// <param name="source">The text.</param>
    /// <returns>Complete, incomplete or invalid, and the indent of the next line.</returns>
    public CodeCompleteness Completeness(string source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return _languages.Completeness(source);
    }

    /// <summary>Ends the session, and the programs that its languages have started.</summary>
    public void Dispose()
    {
        _languages.Dispose();
        Engine.Dispose();
    }

    /// <summary>
    /// Runs code of a cell outside it, such as the handlers of a comm, so that its outputs are observed and it can be stopped like a cell.
    /// </summary>
    internal async Task CallAsync(Action code, ICellObserver observer, CancellationToken cancellationToken)
    {
        CellOutputSink.Current = new CellOutputSink(ExecutionCount, observer) { Scripts = _scripts };
        try
        {
            await _runner.RunAsync(
                () =>
                {
                    code();
                    return Task.FromResult(true);
                },
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            CellOutputSink.Current = null;
        }
    }

    private async Task<CellResult> ExecuteOwnAsync(string source, CellRequest request, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = _options.Culture;
        CultureInfo.CurrentUICulture = _options.Culture;
        ConsoleRouter.Install();
        DisplayRouter.Install();
        int count = ExecutionCount;
        var sink = new CellOutputSink(count, request.Observer, request.Input, request.KeepsOutputs)
        {
            Scripts = _scripts,
            Cell = request.CellId ?? source,
        };
        CellOutputSink.Current = sink;
        CellFailure? failure = null;
        object? value = null;
        try
        {
            var context = new CellContext(_languages, sink, count);
            LanguageKind language = LanguageList.Required(request.Language ?? LanguageList.CSharp.Name);
            try
            {
                value = await context.RunAsync(source, language, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                sink.Complete();
            }

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
            _languages.Pane.Refresh();
            CellOutputSink.Current = null;
            sink.Close();
            Volatile.Write(ref _running, 0);
        }
        return new CellResult(count, sink.Outputs, failure) { ReturnValue = value };
    }

    private static void CheckPlace(string source, int position)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, source.Length);
    }

    /// <summary>
    /// Nearly all of it is the just-in-time compilation of the compiler; two sessions with different code share that work.
    /// </summary>
    private static Task WarmUpCellsAsync()
    {
        return Task.WhenAll(
            RunAsync(
                "var values = Enumerable.Range(1, 3).Select(value => value * 1.5).ToList();",
                "Console.WriteLine($\"{values.Sum():F1}\");\nvalues"),
            RunAsync(
                "record Row(string Name, int Count);\nint Twice(int x) { return 2 * x; }",
                "await Task.Yield();\ndisplay(new { Row = new Row(\"a\", Twice(1)) });\nHTML(\"<b>ready</b>\")"));

        static async Task RunAsync(params string[] cells)
        {
            await Task.Yield();
            using var session = new NotebookSession();
            foreach (string cell in cells)
            {
                await session.ExecuteAsync(cell).ConfigureAwait(false);
            }
        }
    }

    private static async Task WarmUpQuestionsAsync()
    {
        // Users usually run a cell before using the editor.
        await WarmUpAsync().ConfigureAwait(false);
        using var session = new NotebookSession();
        const string Code = "var values = Enumerable.Range(1, 3).Select(value => Math.Sqrt(value)).ToList();\nvalues.";
        await session.CompleteAsync(Code, Code.Length).ConfigureAwait(false);
        await session.CompleteAsync(Code, 0).ConfigureAwait(false);
        await session.InspectAsync(Code, Code.IndexOf("Select", StringComparison.Ordinal)).ConfigureAwait(false);
    }
}
