using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using CSharpNotebook.Engine.Libraries;
using CSharpNotebook.Engine.Submissions;
using CSharpNotebook.Format;
using CSharpNotebook.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive;

namespace CSharpNotebook.Engine;

/// <summary>
/// A session of C#: cells are executed one after the other, and each sees what those before it declared. Sessions share no variables,
/// types or references; what is the process's (the current folder, formatters, static fields of libraries) they do share.
/// </summary>
public sealed partial class CSharpEngine : IDisposable
{
    private static readonly Lazy<Task> WarmUp = new(() => Task.Run(WarmUpCoreAsync));

    private readonly CSharpEngineOptions _options;
    private readonly PackageResolver _packages;
    private readonly SessionReferences _references = new();
    private readonly SubmissionLoader _loader = new();
    private readonly SubmissionChain _chain;
    private readonly SessionLibraries _libraries;
    private readonly CellCompiler _compiler;
    private readonly SessionVariables _variables = new();
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _referencedPackages = new(StringComparer.OrdinalIgnoreCase);
    private readonly FailureReport _failures;
    private ScriptOptions _script;
    private readonly CellRunner _runner;
    private int _pathCount;
    private int _running;

    /// <summary>Starts a session.</summary>
    /// <param name="options">The options; the defaults when null.</param>
    public CSharpEngine(CSharpEngineOptions? options = null)
    {
        _options = options ?? new CSharpEngineOptions();
        _packages = new PackageResolver(_options.Packages, _options.RestorePackages);
        WorkingDirectory = Path.GetFullPath(_options.WorkingDirectory ?? Environment.CurrentDirectory);
        _runner = new CellRunner(_options.CanBeStopped);
        _failures = new FailureReport(_sources, WorkingDirectory);
        _script = ScriptSettings.Default
            .WithReferences(ScriptSettings.References(_references))
            .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(WorkingDirectory));
        _chain = new SubmissionChain(_loader, _script.SourceResolver, _script.MetadataResolver);
        _libraries = new SessionLibraries(_loader, _runner, _script.SourceResolver);
        _compiler = new CellCompiler(_chain, _libraries, _runner);
        foreach (Assembly assembly in ScriptSettings.HelperAssemblies)
        {
            _loader.RegisterDependency(assembly);
        }
    }

    /// <summary>The folder from which the paths of <c>#r</c> and <c>#load</c> are resolved.</summary>
    public string WorkingDirectory { get; }

    /// <summary>How many cells were executed, those that failed included.</summary>
    public int ExecutionCount { get; internal set; }

    /// <summary>
    /// Loads the compiler and the formatters, so that the first cell does not wait for them. Can be called early and without waiting, and
    /// does its work once in a process.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting, not the work.</param>
    /// <returns>A task that ends when everything is warm.</returns>
    public static Task WarmUpAsync(CancellationToken cancellationToken = default) => WarmUp.Value.WaitAsync(cancellationToken);

    /// <summary>Executes a cell with the default <see cref="CellRequest"/>.</summary>
    /// <param name="code">The code of the cell.</param>
    /// <param name="cancellationToken">Interrupts the cell.</param>
    /// <returns>The outputs, and the failure if there was one.</returns>
    /// <exception cref="InvalidOperationException">The session is executing another cell.</exception>
    /// <exception cref="OperationCanceledException">The execution was cancelled.</exception>
    public Task<CellResult> ExecuteAsync(string code, CancellationToken cancellationToken = default) => ExecuteAsync(code, request: null, cancellationToken);

    /// <summary>
    /// Executes a cell. An error in the cell is a result, not an exception. A cell that does not end when it is cancelled is stopped where
    /// it is, or, without <see cref="CSharpEngineOptions.CanBeStopped"/>, left behind: the call returns, and the session refuses further cells.
    /// </summary>
    /// <param name="code">The code of the cell.</param>
    /// <param name="request">How to execute it; the defaults when null.</param>
    /// <param name="cancellationToken">Cancels the waiting for the cell.</param>
    /// <returns>The outputs, and the failure if there was one.</returns>
    /// <exception cref="InvalidOperationException">The session is executing another cell.</exception>
    /// <exception cref="OperationCanceledException">The execution was cancelled.</exception>
    public async Task<CellResult> ExecuteAsync(string code, CellRequest? request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(code);
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.Exchange(ref _running, 1) != 0)
        {
            throw new InvalidOperationException("The session is executing another cell.");
        }

        request ??= new CellRequest();
        if (request.IsCounted)
        {
            ExecutionCount++;
        }

        Task<CellResult> execution = Task.Run(() => ExecuteOwnAsync(code, request, cancellationToken), CancellationToken.None);
        return await (_options.CanBeStopped ? execution : execution.WaitAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>The variables of the session in the order of their names; of a name that was declared more than once, the last.</summary>
    public ImmutableArray<SessionVariable> Variables => _variables.All;

    /// <summary>Reads a variable of the session.</summary>
    /// <typeparam name="T">The type that is expected.</typeparam>
    /// <param name="name">The name of the variable.</param>
    /// <param name="value">Its value; the default when there is no such variable of that type.</param>
    /// <returns>Whether the session has a variable of that name and type.</returns>
    public bool TryGetVariable<T>(string name, [MaybeNullWhen(false)] out T value)
    {
        if (_variables.Find(name)?.Value is T found)
        {
            value = found;
            return true;
        }
        value = default;
        return false;
    }

    /// <summary>Runs code of a cell in another language as that of C# is run: where <see cref="CSharpEngineOptions.CanBeStopped"/> says so, it can be stopped.</summary>
    internal Task<T> RunAsync<T>(Func<Task<T>> code, CancellationToken cancellationToken) => _runner.RunAsync(code, cancellationToken);

    /// <summary>What the code of a further cell could see; may be asked while a cell runs.</summary>
    internal (CSharpCompilation? Head, ImmutableArray<MetadataReference> References) Declared => (_chain.Head, _script.MetadataReferences);

    /// <summary>Ends the session.</summary>
    public void Dispose() => _loader.Dispose();

    /// <summary>Nearly all of it is the just-in-time compilation of the compiler; two sessions with different code share that work.</summary>
    private static Task WarmUpCoreAsync()
    {
        return Task.WhenAll(
            RunAsync("var values = Enumerable.Range(1, 3).Select(value => value * 1.5).ToList();", "Console.WriteLine($\"{values.Sum():F1}\");\nvalues"),
            RunAsync("record Row(string Name, int Count);\nint Twice(int x) { return 2 * x; }", "await Task.Yield();\ndisplay(new { Row = new Row(\"a\", Twice(1)) });\nHTML(\"<b>ready</b>\")"));

        static async Task RunAsync(params string[] cells)
        {
            await Task.Yield();
            using var engine = new CSharpEngine();
            foreach (string cell in cells)
            {
                await engine.ExecuteAsync(cell).ConfigureAwait(false);
            }
        }
    }

    private async Task<CellResult> ExecuteOwnAsync(string code, CellRequest request, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = _options.Culture;
        CultureInfo.CurrentUICulture = _options.Culture;
        ConsoleRouter.Install();
        int count = ExecutionCount;
        CellOutputSink sink = request.Sink ?? new CellOutputSink(count, request.Observer, request.Input, request.KeepsOutputs);
        CellOutputSink.Current = sink;
        CellFailure? failure = null;
        object? value = null;
        try
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"cell {++_pathCount}");
            (value, MimeBundle? bundle) = await SubmitAsync(path, code, cancellationToken).ConfigureAwait(false);
            if (bundle is not null)
            {
                sink.Add(new ExecuteResultOutput(count, bundle));
            }
        }
        catch (CellFailedException failed)
        {
            failure = failed.Failure;
            if (failure.Traceback.IsEmpty)
            {
                failure = failure with { Traceback = [failure.Message] };
            }

            if (request.Sink is null)
            {
                sink.Add(failure.ToOutput());
            }
        }
        finally
        {
            CellOutputSink.Current = null;
            if (request.Sink is null)
            {
                sink.Close();
            }

            Volatile.Write(ref _running, 0);
        }
        return new CellResult(count, request.Sink is null ? sink.Outputs : [], failure) { ReturnValue = value };
    }

    /// <summary>Compiles and runs code as the next piece of the session.</summary>
    /// <returns>The value of the expression that ends it, and how it is shown; nulls when there is none.</returns>
    private async Task<(object? Value, MimeBundle? Bundle)> SubmitAsync(string path, string code, CancellationToken cancellationToken)
    {
        code = code.ReplaceLineEndings("\n");
        _sources[path] = code;
        var cell = CellDirectives.Read(code);
        foreach (CellDirective directive in cell.Directives)
        {
            await ObeyAsync(directive, cancellationToken).ConfigureAwait(false);
        }

        (CellPieces? pieces, IReadOnlyList<Diagnostic> errors) = _compiler.Compile(cell.Code, path, _script.MetadataReferences, cancellationToken);
        if (pieces is null)
        {
            throw new CellFailedException(_failures.Compilation(path, errors));
        }

        RegisterFiles(pieces);
        (Submission? submission, errors) = _chain.Load(pieces.Script, cancellationToken);
        if (submission is null)
        {
            throw new CellFailedException(_failures.Compilation(path, errors));
        }

        Keep(pieces);
        object?[] slots = _chain.SlotsFor(submission);
        try
        {
            if (submission.Factory is null)
            {
                return (null, null);
            }

            return await _runner.RunAsync(() => RunAndFormatAsync(submission, slots), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not CellFailedException && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new CellFailedException(_failures.Runtime(path, exception));
        }
        finally
        {
            // What a cell declared before it failed, or was stopped, is there for the next.
            _chain.Append(submission, slots);
            if (submission.Factory is not null && slots[submission.Slot] is { } instance)
            {
                _variables.Add(instance);
            }
        }
    }

    /// <summary>Makes the library of a cell part of the session, before the cell runs and calls it.</summary>
    private void Keep(CellPieces pieces)
    {
        if (pieces.Library is not { } library)
        {
            return;
        }

        _libraries.Keep(library);
        _script = _script.WithReferences(pieces.References);
        if (pieces.Names is { } names)
        {
            _chain.AppendNames(names);
        }
    }

    private static async Task<(object? Value, MimeBundle? Bundle)> RunAndFormatAsync(Submission submission, object?[] slots)
    {
        // No ConfigureAwait(false): what follows belongs to the cell too, and must be stoppable as the cell is.
#pragma warning disable CA2007
        object? value = await submission.Factory!(slots);
#pragma warning restore CA2007
        // The handle of a display that was shown is no second thing to show.
        return submission.EndsInValue ? (value, value is DisplayedValue ? null : ResultFormatter.Format(value)) : (null, null);
    }

    /// <summary>Tells the loader where the files of the references are; <c>#load</c> may have brought more than the cells named.</summary>
    private void RegisterFiles(CellPieces pieces)
    {
        foreach (PortableExecutableReference reference in pieces.References.Concat(pieces.Script.ExternalReferences).OfType<PortableExecutableReference>())
        {
            if (reference.FilePath is { } file && !HostAssemblies.Paths.ContainsKey(Path.GetFileNameWithoutExtension(file)))
            {
                _loader.RegisterFile(file);
            }
        }
    }
}
