using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using CSharpNotebook.Engine.Submissions;
using CSharpNotebook.Stopping;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Engine.Libraries;

/// <summary>
/// The libraries that the cells of a session have made. When a cell declares a type again, its library replaces the one that
/// had the type before, with all its other types: it has the same name and a higher version, and of one name the compiler sees the
/// highest version only. Objects of the old types keep them.
/// </summary>
internal sealed class SessionLibraries(
    SubmissionLoader loader, SessionSyntax syntax, CellRunner runner, SourceReferenceResolver sources)
{
    private static int _count;

    private readonly LibraryCompiler _compiler = new(syntax, sources);
    private readonly Dictionary<string, Assembly> _loaded = new(StringComparer.Ordinal);
    private ImmutableArray<CellLibrary> _libraries = [];

    /// <summary>Compiles the library part of a cell.</summary>
    /// <param name="path">The name of the cell in messages.</param>
    /// <param name="text">The library part.</param>
    /// <param name="head">The last piece of the session.</param>
    /// <param name="references">All references of the session.</param>
    /// <param name="cancellationToken">Cancels the compilation.</param>
    public LibraryBuild Build(
        string path,
        string text,
        CSharpCompilation? head,
        ImmutableArray<MetadataReference> references,
        CancellationToken cancellationToken)
    {
        var written = LibraryText.Read(path, text, syntax.Library);
        LibraryText cell = written.MadePublic();
        ImmutableArray<CellLibrary> replaced = [.. _libraries.Where(library => library.Types.Overlaps(cell.Types))];
        ImmutableArray<LibraryText> left = [.. replaced.SelectMany(library => library.Texts)
            .Select(old => old.Without(cell.Types))
            .OfType<LibraryText>()];
        // The next version replaces the new one, and so must what refers to it.
        if (!replaced.IsEmpty)
        {
            loader.GivesBack = true;
        }

        (string name, int version) = replaced is [var first, ..] ? (first.Name, first.Version + 1) : (NewName(), 1);
        references = references.RemoveRange(replaced.Select(library => library.Reference));

        LibraryImage Compile(params ImmutableArray<LibraryText> texts) =>
            _compiler.Compile(name, version, texts, head, references, cancellationToken);
        ImmutableArray<LibraryText> all = [cell, .. left];
        LibraryImage image = Compile([.. all.Select(WithStops)]);
        if (!image.Errors.IsEmpty && !left.IsEmpty)
        {
            // The old types do not compile together with the new one; the new one is kept.
            all = [cell];
            image = Compile(WithStops(cell));
        }
        if (!image.Errors.IsEmpty)
        {
            // Compiled again as written, since messages give columns.
            LibraryImage plain = Compile(written);
            return LibraryBuild.Failed(plain.Errors.IsEmpty ? image.Errors : plain.Errors);
        }

        var made = new CellLibrary(name, version, all, image.Reference);
        ImmutableArray<LibraryImage> images = [image];
        ImmutableArray<CellLibrary> libraries = [.. _libraries.Except(replaced), made];
        foreach (CellLibrary emptied in replaced.Skip(1))
        {
            LibraryImage empty = _compiler.Compile(emptied.Name, emptied.Version + 1, [], head, references, cancellationToken);
            images = images.Add(empty);
            libraries = libraries.Add(new CellLibrary(emptied.Name, emptied.Version + 1, [], empty.Reference));
        }
        return new LibraryBuild(
            [], images, libraries, [.. references, .. libraries.Select(library => library.Reference).Except(references)], cell.Types);
    }

    /// <summary>Adds a build to the session.</summary>
    public void Keep(LibraryBuild build)
    {
        foreach (LibraryImage image in build.Images)
        {
            Assembly assembly = loader.LoadLibrary(image.Assembly, image.Symbols);
            string name = assembly.GetName().Name!;
            if (_loaded.TryGetValue(name, out Assembly? old))
            {
                loader.Forget(old);
            }

            _loaded[name] = assembly;
        }
        _libraries = build.Libraries;
    }

    private LibraryText WithStops(LibraryText text) =>
        runner.WithStops(CSharpSyntaxTree.ParseText(text.Text, syntax.Library)) is { } code ? text with { Text = code } : text;

    private static string NewName() => string.Create(CultureInfo.InvariantCulture, $"cell-library-{Interlocked.Increment(ref _count)}");
}
