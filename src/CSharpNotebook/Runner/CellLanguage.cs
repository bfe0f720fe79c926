using CSharpNotebook.Engine;
using CSharpNotebook.Format;

namespace CSharpNotebook.Runner;

/// <summary>Refuses the cells and notebooks of other languages, rather than compiling them as C#.</summary>
internal static class CellLanguage
{
    public static CellFailure? Refusal(CodeCell cell, Notebook notebook)
    {
        if ((cell.Metadata.Text("polyglot_notebook", "kernelName") ?? cell.Metadata.Text("dotnet_interactive", "language")) is { } language)
        {
            return IsCSharp(language) ? null : Refuse($"The cell is in {language}, but C# was expected.");
        }
        return notebook.Language is { } general && !IsCSharp(general) ? Refuse($"The notebook is in {general}, but C# was expected.") : null;
    }

    private static bool IsCSharp(string language) => language.ToUpperInvariant() is "C#" or "CSHARP" or ".NET-CSHARP" or "POLYGLOT-NOTEBOOK";

    private static CellFailure Refuse(string message) =>
        new(CellFailureKind.Unsupported, "UnsupportedLanguage", message) { Traceback = [message] };
}
