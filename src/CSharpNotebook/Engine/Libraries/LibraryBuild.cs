using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Engine.Libraries;

/// <summary>The result of compiling the library part of a cell. The session does not change until it is kept.</summary>
/// <param name="Errors">The errors, in the order of the text; when there are some, the rest is empty.</param>
/// <param name="Images">The assemblies that were made: the library, and empty ones for those that it has replaced.</param>
/// <param name="Libraries">All libraries that the session then has.</param>
/// <param name="References">All references that the session then has.</param>
/// <param name="Types">The full names of the types of the cell.</param>
internal sealed record LibraryBuild(
    ImmutableArray<Diagnostic> Errors,
    ImmutableArray<LibraryImage> Images,
    ImmutableArray<CellLibrary> Libraries,
    ImmutableArray<MetadataReference> References,
    ImmutableHashSet<string> Types)
{
    public static LibraryBuild Failed(ImmutableArray<Diagnostic> errors) => new(errors, [], [], [], []);
}
