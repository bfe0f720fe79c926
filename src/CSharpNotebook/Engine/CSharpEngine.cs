using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using CSharpNotebook.Format;
using CSharpNotebook.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;

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
    private readonly InteractiveAssemblyLoader _loader = new();
    private readonly Dictionary<string, string> _sources = new(StringComparer.Ordinal);
    private readonly HashSet<string> _referencedPackages = new(StringComparer.OrdinalIgnoreCase);
    private readonly FailureReport _failures;
    private ScriptOptions _script;
    private ScriptState<object>? _state;
    private int _running;

    /// <summary>Starts a session.</summary>
    /// <param name="options">The options; the defaults when null.</param>
    public CSharpEngine(CSharpEngineOptions? options = null)
    {
        _options = options ?? new CSharpEngineOptions();
        _packages = new PackageResolver(_options.Packages);
        WorkingDirectory = Path.GetFullPath(_options.WorkingDirectory ?? Environment.CurrentDirectory);
        _failures = new FailureReport(_sources, WorkingDirectory);
        _script = ScriptSettings.Default.WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(WorkingDirectory));
        foreach (Assembly assembly in ScriptSettings.HelperAssemblies) _loader.RegisterDependency(assembly);
    }

    /// <summary>The folder from which the paths of <c>#r</c> and <c>#load</c> are resolved.</summary>
    public string WorkingDirectory { get; }

    /// <summary>How many cells were executed, those that failed included.</summary>
    public int ExecutionCount { get; private set; }

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
    /// Executes a cell. An error in the cell is a result, not an exception. A cell that does not end when it is cancelled cannot be stopped
    /// inside the process: the call returns, and the session refuses further cells.
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
        if (Interlocked.Exchange(ref _running, 1) != 0) throw new InvalidOperationException("The session is executing another cell.");
        request ??= new CellRequest();
        if (request.IsCounted) ExecutionCount++;
        Task<CellResult> execution = Task.Run(() => ExecuteOwnAsync(code, request, cancellationToken), CancellationToken.None);
        return await execution.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads a variable of the session.</summary>
    /// <typeparam name="T">The type that is expected.</typeparam>
    /// <param name="name">The name of the variable.</param>
    /// <param name="value">Its value; the default when there is no such variable of that type.</param>
    /// <returns>Whether the session has a variable of that name and type.</returns>
    public bool TryGetVariable<T>(string name, [MaybeNullWhen(false)] out T value)
    {
        if (_state?.GetVariable(name)?.Value is T found)
        {
            value = found;
            return true;
        }
        value = default;
        return false;
    }

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
            foreach (string cell in cells) await engine.ExecuteAsync(cell).ConfigureAwait(false);
        }
    }

    private async Task<CellResult> ExecuteOwnAsync(string code, CellRequest request, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentCulture = _options.Culture;
        CultureInfo.CurrentUICulture = _options.Culture;
        ConsoleRouter.Install();
        int count = ExecutionCount;
        var sink = new CellOutputSink(count, request.Observer, request.Input);
        CellOutputSink.Current = sink;
        CellFailure? failure = null;
        object? value = null;
        try
        {
            string path = string.Create(CultureInfo.InvariantCulture, $"cell {count}");
            (bool hasValue, value) = await SubmitAsync(path, code, cancellationToken).ConfigureAwait(false);
            if (hasValue) sink.Add(new ExecuteResultOutput(count, FormatResult(path, value)));
        }
        catch (CellFailedException failed)
        {
            failure = failed.Failure;
            if (failure.Traceback.IsEmpty) failure = failure with { Traceback = [failure.Message] };
            sink.Add(failure.ToOutput());
        }
        finally
        {
            CellOutputSink.Current = null;
        }
        var result = new CellResult(count, sink.Close(), failure) { ReturnValue = value };
        Volatile.Write(ref _running, 0);
        return result;
    }

    private MimeBundle FormatResult(string path, object? value)
    {
        try
        {
            return ResultFormatter.Format(value);
        }
        catch (Exception exception)
        {
            throw new CellFailedException(_failures.Runtime(path, exception));
        }
    }

    /// <summary>Compiles and runs code as the next submission of the session.</summary>
    private async Task<(bool HasValue, object? Value)> SubmitAsync(string path, string code, CancellationToken cancellationToken)
    {
        code = code.ReplaceLineEndings("\n");
        _sources[path] = code;
        var cell = CellDirectives.Read(code);
        foreach (CellDirective directive in cell.Directives) await ObeyAsync(directive, cancellationToken).ConfigureAwait(false);

        ScriptOptions options = _script.WithFilePath(path);
        Script<object> script = _state is null
            ? CSharpScript.Create<object>(cell.Code, options, globalsType: null, _loader)
            : _state.Script.ContinueWith<object>(cell.Code, options);
        Diagnostic[] errors = [.. script.Compile(cancellationToken).Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        if (errors.Length > 0) throw new CellFailedException(_failures.Compilation(path, errors));

        _state = _state is null
            ? await script.RunAsync(globals: null, catchException: _ => true, cancellationToken).ConfigureAwait(false)
            : await script.RunFromAsync(_state, catchException: _ => true, cancellationToken).ConfigureAwait(false);
        if (_state.Exception is { } exception) throw new CellFailedException(_failures.Runtime(path, exception));
        return EndsInValue(script) ? (true, _state.ReturnValue) : (false, null);
    }

    /// <summary>Whether the code ends in an expression without a semicolon that has a value.</summary>
    private static bool EndsInValue(Script script)
    {
        Compilation compilation = script.GetCompilation();
        SyntaxTree tree = compilation.SyntaxTrees.Last();
        return tree.GetRoot() is CompilationUnitSyntax { Members: [.., GlobalStatementSyntax { Statement: ExpressionStatementSyntax last }] }
            && (last.SemicolonToken.IsMissing || last.SemicolonToken.IsKind(SyntaxKind.None))
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type is not { SpecialType: SpecialType.System_Void };
    }
}
