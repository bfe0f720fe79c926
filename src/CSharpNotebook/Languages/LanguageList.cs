using System.Collections.Immutable;
using CSharpNotebook.Cells;
using CSharpNotebook.Languages.CSharp;
using CSharpNotebook.Languages.FSharp;
using CSharpNotebook.Languages.Page;
using CSharpNotebook.Languages.PowerShell;
using CSharpNotebook.Languages.R;
using CSharpNotebook.Languages.Sql;

namespace CSharpNotebook.Languages;

/// <summary>The languages that this host knows. Each is created by a function, so that none is loaded before it is used.</summary>
internal static class LanguageList
{
    public static LanguageKind CSharp { get; } = new("csharp", ["c#"], static host => new CSharpLanguage(host.Engine)) { Summary = "C#." };

    public static ImmutableArray<LanguageKind> All { get; } =
    [
        CSharp,
        new("fsharp", ["f#"], static host => new FSharpLanguage(host)) { Summary = "F#.", CompletesNames = true },
        new("sql", ["duckdb"], static host => new SqlLanguage(host)) { Options = " [--name RESULT]", Summary =
            "SQL over the data frames in scope, by DuckDB.", CompletesNames = true },
        new("r", [], static host =>
            new RLanguage(host)) { Options = " [--in NAMES] [--out NAMES]", Summary = "R, where Rscript is found.", HasHashLines = true },
        new("pwsh", ["powershell"], static host => new PowerShellLanguage(host))
        {
            Summary = "PowerShell, where pwsh is found.", HasHashLines = true,
        },
        new("html", [], static _ => new HtmlLanguage()) { Summary = "HTML for the page.", HasHashLines = true },
        new("markdown", ["md"], static _ => new MarkdownLanguage()) { Summary = "Markdown for the page.", HasHashLines = true },
        new("javascript", ["js"], static _ => new JavaScriptLanguage()) { Summary = "A script for the page.", HasHashLines = true },
        new("mermaid", [], static _ => new MermaidLanguage()) { Summary = "A diagram, where the page has Mermaid.", HasHashLines = true },
        new("value", [], static _ => new ValueLanguage())
        {
            Options = " --name NAME [--from-file FILE|--from-url URL|--from-value TEXT] [--mime-type TYPE]", Summary =
                "A text that other languages can share.", HasHashLines = true,
        },
        new("meta", [], static _ => new MetaLanguage()) { HasHashLines = true },
    ];

    /// <summary>The names of the languages, for messages.</summary>
    public static string Names => string.Join(", ", All.Where(kind => kind.Summary.Length > 0).Select(kind => kind.Name));

    /// <summary>Finds a language by one of its names.</summary>
    /// <param name="name">The name, in any case; also as a kernel is named (<c>.net-csharp</c>).</param>
    /// <returns>The language, or null.</returns>
    public static LanguageKind? Find(string name)
    {
        if (name.StartsWith(".net-", StringComparison.OrdinalIgnoreCase))
        {
            name = name[".net-".Length..];
        }

        return name == "polyglot-notebook" ? CSharp : All.FirstOrDefault(kind => kind.IsCalled(name));
    }

    /// <summary>Finds the language of a cell.</summary>
    /// <exception cref="Cells.CellFailedException">It is not known.</exception>
    public static LanguageKind Required(string name) =>
        Find(name) ?? throw CellFailures.Language($"The cell is in {name}; one of {Names} was expected.");
}
