using System.Collections.Immutable;

namespace CSharpNotebook.Languages;

/// <summary>A language in which a cell, or a part of a cell, can be written. It costs nothing until <see cref="Load"/> is called.</summary>
/// <param name="Name">The name: <c>sql</c> for what follows a line <c>#!sql</c>.</param>
/// <param name="Aliases">Other names for it; case does not matter.</param>
/// <param name="Load">Loads the language for a session; the first call loads its assemblies.</param>
internal sealed record LanguageKind(string Name, ImmutableArray<string> Aliases, Func<LanguageHost, ILanguageKernel> Load)
{
    /// <summary>A description in one sentence, for <c>#!lsmagic</c>; one that is not for users has none.</summary>
    public string Summary { get; init; } = "";

    /// <summary>The options of its line, with a space before them; empty when there are none.</summary>
    public string Options { get; init; } = "";

    /// <summary>
    /// Whether a line that begins with <c>#!</c> can be part of a text in this language, so that an unknown command is not an error.
    /// </summary>
    public bool HasHashLines { get; init; }

    /// <summary>Whether it completes names, so that an editor's request loads it.</summary>
    public bool CompletesNames { get; init; }

    /// <summary>Whether a name refers to this language.</summary>
    public bool IsCalled(string name) =>
        string.Equals(Name, name, StringComparison.OrdinalIgnoreCase) || Aliases.Contains(name, StringComparer.OrdinalIgnoreCase);
}
