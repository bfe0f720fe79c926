using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Engine.Libraries;

/// <summary>An assembly with the code of cells that scripts cannot contain.</summary>
/// <param name="Name">The name of the assembly.</param>
/// <param name="Version">Its version. Among assemblies of one name, the compiler uses the highest version only.</param>
/// <param name="Texts">Its code by cell; empty when other libraries have replaced all of it.</param>
/// <param name="Reference">The reference for later pieces.</param>
internal sealed record CellLibrary(string Name, int Version, ImmutableArray<LibraryText> Texts, MetadataReference Reference)
{
    /// <summary>The full names of its types.</summary>
    public ImmutableHashSet<string> Types { get; } = [.. Texts.SelectMany(text => text.Types)];
}
