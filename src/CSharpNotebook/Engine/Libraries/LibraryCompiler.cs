using System.Collections.Immutable;
using System.Text;
using CSharpNotebook.Engine.Submissions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace CSharpNotebook.Engine.Libraries;

/// <summary>Compiles the library parts of cells into an assembly.</summary>
/// <param name="syntax">The version of C#.</param>
/// <param name="sources">Turns the names of cells into paths, as for scripts, so that stack traces name both in the same way.</param>
internal sealed class LibraryCompiler(SessionSyntax syntax, SourceReferenceResolver sources)
{
    private static readonly EmitOptions Emission = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    private readonly CSharpCompilationOptions _options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        sourceReferenceResolver: sources,
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);

    /// <summary>Compiles an assembly.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="texts">Its texts; none for an empty assembly.</param>
    /// <param name="head">The last piece of the session, for the <c>using</c> lines of those up to it.</param>
    /// <param name="references">The available references.</param>
    /// <param name="cancellationToken">Cancels the compilation.</param>
    public LibraryImage Compile(
        string name,
        int version,
        IReadOnlyCollection<LibraryText> texts,
        CSharpCompilation? head,
        ImmutableArray<MetadataReference> references,
        CancellationToken cancellationToken)
    {
        var compilation = CSharpCompilation.Create(name, texts.Select(text => Parse(text.Text, text.Path)), references, _options);
        ImmutableArray<string> lines = texts.Count == 0 ? [] : LibraryUsings.Lines(head, compilation, texts);
        while (true)
        {
            SyntaxTree own = Parse(LibraryUsings.File(lines, version), "");
            LibraryImage image = Emit(compilation.AddSyntaxTrees(own), cancellationToken);
            // Lines that are invalid in a library: an alias of a type that only scripts can see, a namespace that is now empty.
            HashSet<int> wrong = [.. image.Errors.Where(error => error.Location.SourceTree == own)
                .Select(error => error.Location.GetLineSpan().StartLinePosition.Line)];
            ImmutableArray<string> right = [.. lines.Where((_, line) => !wrong.Contains(line))];
            if (right.Length == lines.Length)
            {
                return image;
            }

            lines = right;
        }
    }

    private static LibraryImage Emit(CSharpCompilation compilation, CancellationToken cancellationToken)
    {
        MemoryStream image = new(), symbols = new(), documentation = new();
        EmitResult emitted = compilation.Emit(image, symbols, documentation, options: Emission, cancellationToken: cancellationToken);
        return new LibraryImage(Submission.Errors(emitted.Diagnostics), image, symbols, documentation);
    }

    private SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), syntax.Library, path);
}
