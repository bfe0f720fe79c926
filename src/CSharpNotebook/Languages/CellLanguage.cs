using CSharpNotebook.Format;

namespace CSharpNotebook.Languages;

/// <summary>The language of a cell: what its own metadata say, as Polyglot Notebooks write them, or else that of the notebook.</summary>
internal static class CellLanguage
{
    /// <summary>The name of the language as it is written; null where nothing says it, which is C#.</summary>
    public static string? Find(CodeCell cell, Notebook notebook) =>
        cell.Metadata.Text("polyglot_notebook", "kernelName") ?? cell.Metadata.Text("dotnet_interactive", "language") ?? notebook.Language;

    /// <summary>Whether a cell is in C#.</summary>
    public static bool IsCSharp(CodeCell cell, Notebook notebook) =>
        Find(cell, notebook) is not { } language || LanguageList.Find(language) == LanguageList.CSharp;
}
