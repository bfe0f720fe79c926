using System.Collections.Immutable;

namespace CSharpNotebook.Languages;

/// <summary>The languages that this host knows. Each is behind a function, so that none is loaded before it is used.</summary>
internal static class LanguageList
{
    public static LanguageKind CSharp { get; } = new("csharp", ["c#"], static host => new CSharpLanguage(host));

    public static ImmutableArray<LanguageKind> All { get; } =
    [
        CSharp,
        new LanguageKind("fsharp", ["f#"], static host => new FSharpLanguage(host)),
        new LanguageKind("sql", ["duckdb"], static host => new SqlLanguage(host)),
        new LanguageKind("r", [], static host => new RLanguage(host)) { HasHashLines = true },
        new LanguageKind("html", [], static _ => new HtmlLanguage()) { HasHashLines = true },
        new LanguageKind("markdown", ["md"], static _ => new MarkdownLanguage()) { HasHashLines = true },
        new LanguageKind("javascript", ["js"], static _ => new JavaScriptLanguage()) { HasHashLines = true },
        new LanguageKind("mermaid", [], static _ => new MermaidLanguage()) { HasHashLines = true },
    ];

    /// <summary>The names of the languages, for a sentence.</summary>
    public static string Names => string.Join(", ", All.Select(kind => kind.Name));

    /// <summary>Finds a language by one of its names.</summary>
    /// <param name="name">The name, in any case; also as a kernel is named (<c>.net-csharp</c>).</param>
    /// <returns>The language, or null.</returns>
    public static LanguageKind? Find(string name)
    {
        if (name.StartsWith(".net-", StringComparison.OrdinalIgnoreCase)) name = name[".net-".Length..];
        return name == "polyglot-notebook" ? CSharp : All.FirstOrDefault(kind => kind.IsCalled(name));
    }

    /// <summary>Finds the language of a cell.</summary>
    /// <exception cref="Engine.CellFailedException">It is not known.</exception>
    public static LanguageKind Required(string name) =>
        Find(name) ?? throw CellFailures.Language($"The cell is in {name}; one of {Names} was expected.");
}
