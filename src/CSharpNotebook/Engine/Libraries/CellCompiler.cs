using System.Collections.Immutable;
using CSharpNotebook.Engine.Submissions;
using CSharpNotebook.Stopping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Engine.Libraries;

/// <summary>
/// Compiles a cell: as a script, and where it has what a script cannot contain, as a script over a library. A class of extension methods
/// that needs types of earlier scripts can be neither; its methods then become methods of the script.
/// </summary>
internal sealed class CellCompiler(SubmissionChain chain, SessionLibraries libraries, SessionSyntax syntax, CellRunner runner)
{
    /// <summary>Compiles a cell. The session is not changed by it.</summary>
    /// <param name="code">The code, without the directives of the host.</param>
    /// <param name="path">The name of the cell in messages.</param>
    /// <param name="references">All references of the session.</param>
    /// <param name="cancellationToken">Cancels the compilation.</param>
    /// <returns>The pieces, or the errors of the part for a library. The script may still have errors.</returns>
    public (CellPieces? Pieces, ImmutableArray<Diagnostic> Errors) Compile(
        string code, string path, ImmutableArray<MetadataReference> references, CancellationToken cancellationToken)
    {
        chain.Begin(references);
        if (LibrarySplit.Find(code, syntax.Script) is not { } split)
        {
            return (new CellPieces(Script(code, path, references, after: null, cancellationToken), references), []);
        }
        // A library would take a type of the framework for a script's type of the same name, without an error.
        CellPieces? hoisted =
            split.Extensions && chain.DeclaresType(split.Names) ? Hoisted(code, path, references, cancellationToken) : null;
        if (hoisted is not null)
        {
            return (hoisted, []);
        }

        LibraryBuild library = libraries.Build(path, split.Library, chain.Head, references, cancellationToken);
        return library.Errors.IsEmpty ? (WithLibrary(split, library, path, cancellationToken), []) : (null, library.Errors);
    }

    /// <summary>The cell with its extension methods in the script; null when it has errors then.</summary>
    private CellPieces? Hoisted(string code, string path, ImmutableArray<MetadataReference> references, CancellationToken cancellationToken)
    {
        if (HoistedExtensions.Hoist(code, syntax.Script) is not { } hoisted)
        {
            return null;
        }

        (CellPieces? pieces, _) = Compile(hoisted, path, references, cancellationToken);
        return pieces is not null && Submission.Errors(pieces.Script.GetDiagnostics(cancellationToken)).IsEmpty ? pieces : null;
    }

    private CellPieces WithLibrary(LibrarySplit split, LibraryBuild library, string path, CancellationToken cancellationToken)
    {
        string[] hidden = [.. library.Types.Where(type => chain.Hides(type)).Order(StringComparer.Ordinal)];
        CSharpCompilation? names = hidden.Length == 0
            ? null
            : chain.Compile(
                string.Concat(hidden.Select(type => $"using {type} = global::{type};\n")),
                path,
                library.References,
                after: null,
                cancellationToken);
        return new CellPieces(Script(split.Rest, path, library.References, names, cancellationToken), library.References, library, names);
    }

    /// <summary>
    /// Code with loops and functions that can be stopped; code with errors is not changed, since its messages give columns.
    /// </summary>
    private CSharpCompilation Script(
        string code,
        string path,
        ImmutableArray<MetadataReference> references,
        CSharpCompilation? after,
        CancellationToken cancellationToken)
    {
        CSharpCompilation compilation = chain.Compile(code, path, references, after, cancellationToken);
        SyntaxTree tree = compilation.SyntaxTrees[^1];
        if (!runner.NeedsStops(tree) || Submission.Errors(compilation.GetDiagnostics(cancellationToken)).Length > 0)
        {
            return compilation;
        }

        // What an expression means may depend on its form. Where it does not compile as a block, expressions stay as they are.
        string? whole = runner.WithStops(tree, compilation.GetSemanticModel(tree)), blocks = runner.WithStops(tree);
        if (whole is not null && whole != blocks)
        {
            CSharpCompilation stoppable = chain.Compile(whole, path, references, after, cancellationToken);
            if (Submission.Errors(stoppable.GetDiagnostics(cancellationToken)).IsEmpty)
            {
                return stoppable;
            }
        }

        return blocks is null ? compilation : chain.Compile(blocks, path, references, after, cancellationToken);
    }
}
