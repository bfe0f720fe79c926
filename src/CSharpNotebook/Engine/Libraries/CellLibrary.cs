using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Engine.Libraries;

/// <summary>An assembly with what cells cannot hold as scripts.</summary>
/// <param name="Name">The name of the assembly.</param>
/// <param name="Version">Its version. Of one name, the compiler takes the highest and forgets the others.</param>
/// <param name="Texts">What is in it, by the cell; empty when other libraries have taken all of it.</param>
/// <param name="Reference">How later pieces refer to it.</param>
internal sealed record CellLibrary(string Name, int Version, ImmutableArray<LibraryText> Texts, MetadataReference Reference)
{
    /// <summary>The full names of its types.</summary>
    public ImmutableHashSet<string> Types { get; } = [.. Texts.SelectMany(text => text.Types)];
}
