using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Directives;

/// <summary>The parse options of the C# of cells, where no session says otherwise.</summary>
internal static class CellSyntax
{
    /// <summary>
    /// The newest version of C# that belongs to the .NET on which the host runs. Named, because the compiler's own "latest" is ahead of it,
    /// and there words such as <c>union</c> are no names any more.
    /// </summary>
    public const LanguageVersion Released = LanguageVersion.CSharp14;

    public static CSharpParseOptions ParseOptions { get; } = new(Released, kind: SourceCodeKind.Script);
}
