using CSharpNotebook.Directives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Engine;

/// <summary>The version of C# in which the cells of a session are read; it may change from one cell to the next.</summary>
internal sealed class SessionSyntax
{
    /// <summary>Whether the version is the compiler's preview; otherwise it is the newest released one.</summary>
    public bool IsPreview
    {
        get => Script.SpecifiedLanguageVersion == LanguageVersion.Preview;
        set => Script = CellSyntax.ParseOptions.WithLanguageVersion(value ? LanguageVersion.Preview : CellSyntax.Released);
    }

    /// <summary>
    /// The parse options of scripts. An immutable value that is replaced, because an editor may read it while a cell runs.
    /// </summary>
    public CSharpParseOptions Script { get; private set; } = CellSyntax.ParseOptions;

    /// <summary>The parse options of library code: ordinary C#.</summary>
    public CSharpParseOptions Library => Script.WithKind(SourceCodeKind.Regular);
}
