using System.Collections.Immutable;
using CSharpNotebook.Engine.Documentation;
using Microsoft.CodeAnalysis;

namespace CSharpNotebook.Engine.Libraries;

/// <summary>A compiled library.</summary>
/// <param name="Errors">The errors; when there are some, the streams are not valid.</param>
/// <param name="Assembly">The assembly.</param>
/// <param name="Symbols">Its debug symbols.</param>
/// <param name="Documentation">Its XML documentation.</param>
internal sealed record LibraryImage(
    ImmutableArray<Diagnostic> Errors, MemoryStream Assembly, MemoryStream Symbols, MemoryStream Documentation)
{
    /// <summary>The reference for pieces that come later.</summary>
    public MetadataReference Reference { get; } =
        Errors.IsEmpty ? MetadataReference.CreateFromImage(
            Assembly.ToArray(), documentation: new DocumentationImage(Documentation.ToArray())) : null!;
}
