using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Engine.Libraries;

/// <summary>The result of compiling a cell.</summary>
/// <param name="Script">The script.</param>
/// <param name="References">All references that the session has with it.</param>
/// <param name="Library">Its library part; null when all of it is script.</param>
/// <param name="Names">
/// A piece that comes before the script, so that the types of the library are found before older ones of scripts; null when not
/// needed.
/// </param>
internal sealed record CellPieces(
    CSharpCompilation Script, ImmutableArray<MetadataReference> References, LibraryBuild? Library = null, CSharpCompilation? Names = null);
