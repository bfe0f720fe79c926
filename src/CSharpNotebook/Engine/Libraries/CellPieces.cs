using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Engine.Libraries;

/// <summary>What a cell compiles to.</summary>
/// <param name="Script">The script.</param>
/// <param name="References">All references that the session has with it.</param>
/// <param name="Library">What it has in a library; null when all of it is script.</param>
/// <param name="Names">
/// A piece that comes before the script, so that the types of the library are found before older ones of scripts; null when there is no
/// need.
/// </param>
internal sealed record CellPieces(CSharpCompilation Script, ImmutableArray<MetadataReference> References, LibraryBuild? Library = null, CSharpCompilation? Names = null);
