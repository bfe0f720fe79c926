using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using CSharpNotebook.Cells;
using CSharpNotebook.Directives;
using CSharpNotebook.Display;
using CSharpNotebook.Engine.Libraries;
using CSharpNotebook.Engine.Packages;
using CSharpNotebook.Engine.Submissions;
using CSharpNotebook.Format;
using CSharpNotebook.Stopping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.DotNet.Interactive.Formatting;

namespace CSharpNotebook.Engine;

/// <summary>
/// Compiles and runs C#, piece by piece: each sees what those before it declared. The session that calls it decides which cell a piece
/// belongs to, where its outputs go and how its failure is handled.
/// </summary>
internal sealed partial class CSharpEngine : IDisposable
{
    private readonly PackageResolver _packages;
    private readonly CellRunner _runner;
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
    private int _pathCount;

    /// <summary>Starts without declarations.</summary>
    /// <param name="workingDirectory">The folder from which the paths of <c>#r</c> and <c>#load</c> are resolved; a full path.</param>
    /// <param name="packages">Finds packages.</param>
    /// <param name="runner">Runs the code.</param>
    public CSharpEngine(string workingDirectory, PackageResolver packages, CellRunner runner)
    {
        _packages = packages;
        _runner = runner;
        WorkingDirectory = workingDirectory;
        _failures = new FailureReport(_sources, WorkingDirectory);
        _script = ScriptSettings.Default
            .WithReferences(ScriptSettings.References(_references))
            .WithSourceResolver(ScriptSourceResolver.Default.WithBaseDirectory(WorkingDirectory));
        _chain = new SubmissionChain(_loader, Syntax, _script.SourceResolver, new AbsentReferences(_references, _script.MetadataResolver));
        _libraries = new SessionLibraries(_loader, Syntax, _runner, _script.SourceResolver);
        _compiler = new CellCompiler(_chain, _libraries, Syntax, _runner);
        foreach (Assembly assembly in ScriptSettings.HelperAssemblies)
        {
            _loader.RegisterDependency(assembly);
        }
    }

    /// <summary>The folder from which the paths of <c>#r</c> and <c>#load</c> are resolved.</summary>
    public string WorkingDirectory { get; }

    /// <summary>The version of C# in which the next cells are read.</summary>
    public SessionSyntax Syntax { get; } = new();

    /// <summary>The variables of the session in the order of their names; of a name that was declared more than once, the last.</summary>
    public ImmutableArray<SessionVariable> Variables => _variables.All;

    /// <summary>A variable by its name; null when there is none.</summary>
    public SessionVariable? Find(string name) => _variables.Find(name);

    /// <summary>What the code of a further cell could see; may be read while a cell runs.</summary>
    public (CSharpCompilation? Head, ImmutableArray<MetadataReference> References) Declared => (_chain.Head, _script.MetadataReferences);

    /// <summary>Ends the session.</summary>
    public void Dispose() => _loader.Dispose();

    /// <summary>Compiles and runs the C# of a cell.</summary>
    /// <param name="code">The code.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The value of the expression that ends it, and how it is shown; nulls when there is none.</returns>
    /// <exception cref="CellFailedException">It does not compile, or threw.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public Task<(object? Value, MimeBundle? Bundle)> ExecuteAsync(string code, CancellationToken cancellationToken) =>
        SubmitAsync(string.Create(CultureInfo.InvariantCulture, $"cell {++_pathCount}"), code, cancellationToken);

    /// <summary>Compiles and runs code as the next piece of the session.</summary>
    /// <returns>The value of the expression that ends it, and how it is shown; nulls when there is none.</returns>
    private async Task<(object? Value, MimeBundle? Bundle)> SubmitAsync(string path, string code, CancellationToken cancellationToken)
    {
        code = code.ReplaceLineEndings("\n");
        _sources[path] = code;
        (string rest, ImmutableArray<Directive> directives) = CSharpDirectives.TakeOut(code);
        foreach (Directive directive in directives)
        {
            await ObeyAsync(directive, cancellationToken).ConfigureAwait(false);
        }

        (CellPieces? pieces, IReadOnlyList<Diagnostic> errors) =
            _compiler.Compile(rest, path, _script.MetadataReferences, cancellationToken);
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
        catch (Exception exception) when (exception is not CellFailedException
            && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            throw new CellFailedException(_failures.Runtime(path, exception));
        }
        finally
        {
            // What a cell declared before it failed or was stopped is available to the next.
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
        // The handle of a display is not shown again.
        return submission.EndsInValue ? (value, value is DisplayedValue ? null : ResultFormatter.Format(value)) : (null, null);
    }

    /// <summary>Tells the loader where the files of the references are; <c>#load</c> may have brought more than the cells named.</summary>
    private void RegisterFiles(CellPieces pieces)
    {
        foreach (PortableExecutableReference reference in pieces.References.Concat(pieces.Script.ExternalReferences)
            .OfType<PortableExecutableReference>())
        {
            if (reference.FilePath is { } file && !HostAssemblies.Paths.ContainsKey(Path.GetFileNameWithoutExtension(file)))
            {
                _loader.RegisterFile(file);
            }
        }
    }
}
