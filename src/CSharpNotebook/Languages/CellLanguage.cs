using CSharpNotebook.Format;

namespace CSharpNotebook.Languages;

/// <summary>The language of a cell: from its metadata, as written by Polyglot Notebooks, or else that of the notebook.</summary>
internal static class CellLanguage
{
    /// <summary>The name of the language as it is written; null where it is not given, which means C#.</summary>
    public static string? Find(CodeCell cell, Notebook notebook) =>
        cell.Metadata.Text("polyglot_notebook", "kernelName") ?? cell.Metadata.Text("dotnet_interactive", "language") ?? notebook.Language;

    /// <summary>Whether a cell is in C#.</summary>
    public static bool IsCSharp(CodeCell cell, Notebook notebook) =>
        Find(cell, notebook) is not { } language || LanguageList.Find(language) == LanguageList.CSharp;
}
