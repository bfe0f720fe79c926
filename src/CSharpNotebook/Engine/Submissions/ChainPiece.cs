using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Engine.Submissions;

/// <summary>A piece in the chain of a session.</summary>
/// <param name="Previous">
/// The piece before it; null for the first, which holds nothing but the references and usings that every cell sees.
/// </param>
/// <param name="Compilation">The compilation.</param>
/// <param name="References">Its references and those of the pieces before it, which the next piece inherits.</param>
/// <param name="Slots">The variables of the pieces up to it.</param>
/// <param name="Assembly">Its loaded assembly; null when there was nothing to load.</param>
internal sealed record ChainPiece(
    ChainPiece? Previous,
    CSharpCompilation Compilation,
    ImmutableHashSet<MetadataReference> References,
    object?[] Slots,
    Assembly? Assembly = null);
