using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Directives;

/// <summary>The parse options of the C# of cells, where no session says otherwise.</summary>
internal static class CellSyntax
{
    /// <summary>
    /// The newest released version of C#. Named, because the compiler's own "latest" is a version that is not released yet, in which words
    /// such as <c>union</c> are no names any more.
    /// </summary>
    public const LanguageVersion Released = LanguageVersion.CSharp14;

    public static CSharpParseOptions ParseOptions { get; } = new(Released, kind: SourceCodeKind.Script);
}
