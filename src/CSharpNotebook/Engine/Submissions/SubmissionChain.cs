using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CSharpNotebook.Engine.Submissions;

/// <summary>
/// The pieces of a session, each compiled after those before it, as in Roslyn's scripting. It differs in three ways, because a
/// session may be long: a piece that declares nothing is dropped; a piece that declares all that the last one did replaces it, see
/// <see cref="ChainReplacement"/>; and a piece inherits the references of those before it instead of listing all of them again, for which
/// Roslyn would store a copy of every pair of piece and reference.
/// </summary>
internal sealed class SubmissionChain(
    SubmissionLoader loader, SessionSyntax syntax, SourceReferenceResolver sources, MetadataReferenceResolver metadata)
{
    private static readonly EmitOptions Emission = new(debugInformationFormat: DebugInformationFormat.PortablePdb);
    private static int _count;

    private ChainPiece? _head;

    /// <summary>The last piece that declares something; null at the start.</summary>
    public CSharpCompilation? Head => _head?.Compilation;

    /// <summary>
    /// Begins the session, if not begun, with a piece for its references, which keeps the symbols of the framework alive.
    /// </summary>
    /// <param name="references">All references of the session.</param>
    public void Begin(IReadOnlyCollection<MetadataReference> references) =>
        _head ??= new ChainPiece(null, Create(Parse("", "", CancellationToken.None), references, previous: null), [.. references], [null]);

    /// <summary>Compiles the next piece; begins the session, and does not change it.</summary>
    /// <param name="code">The code.</param>
    /// <param name="path">The name of the piece in messages.</param>
    /// <param name="references">All references of the session.</param>
    /// <param name="after">
    /// The piece it comes after when that is not yet part of the chain, see <see cref="AppendNames"/>; else null.
    /// </param>
    /// <param name="cancellationToken">Cancels the compilation.</param>
    public CSharpCompilation Compile(
        string code,
        string path,
        IReadOnlyCollection<MetadataReference> references,
        CSharpCompilation? after,
        CancellationToken cancellationToken)
    {
        SyntaxTree tree = Parse(code, path, cancellationToken);
        ChainPiece previous =
            after is null && _head!.Previous is { } before && ChainReplacement.Hides(tree, _head.Compilation) ? before : _head!;
        return Create(tree, references.Where(reference => !previous.References.Contains(reference)), after ?? previous.Compilation);
    }

    /// <summary>Whether a piece declares a name, so that a type of that name in the global namespace is not seen.</summary>
    public bool Hides(string name)
    {
        for (CSharpCompilation? piece = Head; piece is not null; piece = piece.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            if (((CompilationUnitSyntax)piece.SyntaxTrees[^1].GetRoot()).Usings.Any(
                directive => directive.Alias?.Name.Identifier.ValueText == name))
            {
                return false;
            }

            if (!piece.ScriptClass!.GetMembers(name).IsEmpty)
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Whether a piece declares a type with one of several names.</summary>
    public bool DeclaresType(ImmutableHashSet<string> names)
    {
        for (CSharpCompilation? piece = Head; piece is not null; piece = piece.ScriptCompilationInfo?.PreviousScriptCompilation)
        {
            if (piece.ScriptClass!.GetTypeMembers().Any(type => names.Contains(type.Name)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Adds a piece that has only names for types, and so is not run.</summary>
    public void AppendNames(CSharpCompilation piece) => _head = After(_head!, piece);

    /// <summary>Translates a compiled piece and loads it.</summary>
    /// <returns>The piece, and the errors; without errors, the piece is not null.</returns>
    public (Submission? Submission, IReadOnlyList<Diagnostic> Errors) Load(
        CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult emitted = compilation.Emit(image, symbols, options: Emission, cancellationToken: cancellationToken);
        var errors = Submission.Errors(emitted.Diagnostics);
        if (errors.Length > 0)
        {
            return (null, errors);
        }

        bool replaces = Replaces(compilation);
        if (replaces)
        {
            loader.GivesBack = true;
        }

        int slot = (replaces ? _head!.Previous! : _head!).Slots.Length;
        // Failure without an error: there is nothing to run.
        if (!emitted.Success)
        {
            return (new Submission(compilation, Factory: null, slot), []);
        }

        Assembly assembly = loader.Load(image, symbols, stays: Submission.Declares(compilation));
        IMethodSymbol entry = compilation.GetEntryPoint(cancellationToken)!;
        MethodInfo method = assembly.GetType(entry.ContainingType.MetadataName, throwOnError: true)!
            .GetMethod(entry.MetadataName, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return (new Submission(compilation, method.CreateDelegate<Func<object?[], Task<object?>>>(), slot), []);
    }

    /// <summary>The variables of the pieces before a piece, with a slot for its own; the array that its factory needs.</summary>
    public object?[] SlotsFor(Submission submission)
    {
        object?[] slots = new object?[submission.Slot + 1];
        Array.Copy(_head!.Slots, slots, submission.Slot);
        return slots;
    }

    /// <summary>Adds a piece that ran, or began to run, when later ones can see a declaration of it.</summary>
    /// <param name="submission">The piece.</param>
    /// <param name="slots">The array with which it ran.</param>
    public void Append(Submission submission, object?[] slots)
    {
        if (!Submission.Declares(submission.Compilation))
        {
            return;
        }

        ChainPiece previous = _head!;
        if (Replaces(submission.Compilation))
        {
            if (previous.Assembly is { } replaced)
            {
                loader.Forget(replaced);
            }

            previous = previous.Previous!;
        }
        _head = After(previous, submission.Compilation);
        if (submission.Factory is null)
        {
            return;
        }
        // It failed before it created its variables: none can be seen, but its slot is used.
        Assembly assembly = slots[submission.Slot] is { } instance
            ? instance.GetType().Assembly
            : submission.Factory.Method.Module.Assembly;
        loader.Keep(assembly);
        _head = _head with { Slots = slots, Assembly = assembly };
    }

    private static ChainPiece After(ChainPiece previous, CSharpCompilation piece) =>
        new(previous, piece, previous.References.Union(
            piece.References.Where(reference => reference is not CompilationReference)), previous.Slots);

    private SyntaxTree Parse(string code, string path, CancellationToken cancellationToken) =>
        CSharpSyntaxTree.ParseText(SourceText.From(code, Encoding.UTF8), syntax.Script, path, cancellationToken);

    /// <summary>Whether a piece was compiled in place of the last one.</summary>
    private bool Replaces(CSharpCompilation piece) =>
        _head!.Previous is { } before && piece.ScriptCompilationInfo!.PreviousScriptCompilation == before.Compilation;

    private CSharpCompilation Create(SyntaxTree tree, IEnumerable<MetadataReference> references, CSharpCompilation? previous)
    {
        int number = Interlocked.Increment(ref _count);
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            scriptClassName: $"Submission#{number}",
            usings: previous is null ? ScriptSettings.Default.Imports : [],
            optimizationLevel: OptimizationLevel.Release,
            allowUnsafe: true,
            sourceReferenceResolver: sources,
            metadataReferenceResolver: metadata,
            assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);
        return CSharpCompilation.CreateScriptCompilation($"cell-submission-{number}", tree, references, options, previous, typeof(object));
    }
}
