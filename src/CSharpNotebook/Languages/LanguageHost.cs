using CSharpNotebook.Engine;

namespace CSharpNotebook.Languages;

/// <summary>The languages of a session: those that its cells have used, and the way to the others.</summary>
internal sealed class LanguageHost(CSharpEngine csharp) : IDisposable
{
    private readonly List<(LanguageKind Kind, ICellLanguage Language)> _loaded = [];

    /// <summary>The C# of the session.</summary>
    public CSharpEngine CSharp => csharp;

    /// <summary>The language, loaded if it is not yet.</summary>
    public ICellLanguage Get(LanguageKind kind)
    {
        if (_loaded.Find(entry => entry.Kind == kind).Language is { } known)
        {
            return known;
        }

        ICellLanguage language = kind.Load(this);
        _loaded.Add((kind, language));
        return language;
    }

    /// <summary>The variables of C# and of every language that has been used, C# first; of a name that several have, the first.</summary>
    public IReadOnlyList<SessionVariable> Variables =>
        [.. csharp.Variables.Concat(_loaded.SelectMany(entry => entry.Language.Variables)).DistinctBy(variable => variable.Name)];

    /// <summary>A variable of one language.</summary>
    /// <exception cref="CellFailedException">The language has no such variable.</exception>
    public SessionVariable Variable(LanguageKind kind, string name)
    {
        ICellLanguage language = Get(kind);
        if (language.Find(name) is { } found)
        {
            return found;
        }

        string[] names = [.. language.Variables.Select(variable => variable.Name).Order(StringComparer.Ordinal)];
        throw CellFailures.Value(
            names.Length == 0 ? $"There is no variable {name} in {kind.Name}, which has none so far."
            : $"There is no variable {name} in {kind.Name}; it has {string.Join(", ", names)}.");
    }

    public void Dispose()
    {
        foreach ((_, ICellLanguage language) in _loaded)
        {
            language.Dispose();
        }
    }
}
