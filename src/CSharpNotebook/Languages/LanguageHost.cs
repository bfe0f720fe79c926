using System.Collections.Immutable;
using CSharpNotebook.Cells;
using CSharpNotebook.Engine;
using CSharpNotebook.Intelligence;
using CSharpNotebook.Languages.CSharp;
using CSharpNotebook.Languages.Variables;
using CSharpNotebook.Stopping;

namespace CSharpNotebook.Languages;

/// <summary>The languages of a session: those that its cells have used, loading of the others, and their shared state.</summary>
internal sealed class LanguageHost(CSharpEngine engine, CellRunner runner) : IDisposable
{
    // An immutable list that is replaced, because an editor may read it, and load a language, while a cell is running.
    private readonly Lock _loading = new();
    private ImmutableList<(LanguageKind Kind, ILanguageKernel Language)> _loaded = [(LanguageList.CSharp, new CSharpLanguage(engine))];

    /// <summary>Compiles and runs C#, and has the packages of the session.</summary>
    public CSharpEngine Engine => engine;

    /// <summary>Runs the code of cells so that it can be stopped, where the session allows that.</summary>
    public CellRunner Runner => runner;

    /// <summary>The variables in sight.</summary>
    public VariablesPane Pane => field ??= new VariablesPane(this);

    /// <summary>The folder of the notebook.</summary>
    public string WorkingDirectory => engine.WorkingDirectory;

    /// <summary>The variables of C# and of every language that has been used, C# first; of a name that several have, the first.</summary>
    public IReadOnlyList<SessionVariable> Variables =>
        [.. engine.Variables.Concat(_loaded.SelectMany(entry => entry.Language.Variables)).DistinctBy(variable => variable.Name)];

    /// <summary>The language, loaded if it is not yet.</summary>
    public ILanguageKernel Get(LanguageKind kind)
    {
        if (IfLoaded(kind) is { } known)
        {
            return known;
        }

        lock (_loading)
        {
            if (IfLoaded(kind) is { } loaded)
            {
                return loaded;
            }

            ILanguageKernel language = kind.Load(this);
            _loaded = _loaded.Add((kind, language));
            return language;
        }
    }

    /// <summary>A variable of one language.</summary>
    /// <exception cref="CellFailedException">The language has no such variable.</exception>
    public SessionVariable Variable(LanguageKind kind, string name)
    {
        ILanguageKernel language = Get(kind);
        if (language.Find(name) is { } found)
        {
            return found;
        }

        string[] names = [.. language.Variables.Select(variable => variable.Name).Order(StringComparer.Ordinal)];
        throw CellFailures.Value(
            names.Length == 0 ? $"There is no variable {name} in {kind.Name}, which has none so far."
            : $"There is no variable {name} in {kind.Name}; it has {string.Join(", ", names)}.");
    }

    /// <summary>The possible names at a position of a cell, by the language of the position.</summary>
    public Task<CompletionAnswer> CompleteAsync(string cell, int position, CancellationToken cancellationToken)
    {
        if (CommandCompletion.IsAt(cell, position))
        {
            return Task.FromResult(CommandCompletion.Complete(
                cell, position, kind => IfLoaded(kind)?.Variables.Select(variable => variable.Name) ?? []));
        }

        var text = CellText.Read(cell);
        LanguageKind language = text.LanguageAt(position);
        return !text.IsDirectiveAt(position) && (language.CompletesNames ? Get(language) : IfLoaded(language)) is { } kernel
            ? kernel.CompleteAsync(text.Of(language), position, cancellationToken)
            : Task.FromResult(new CompletionAnswer(position, position, []));
    }

    /// <summary>The meaning of a name in a cell, by the language of the position.</summary>
    public Task<InspectionAnswer?> InspectAsync(string cell, int position, InspectionDetail detail, CancellationToken cancellationToken)
    {
        var text = CellText.Read(cell);
        return IfLoaded(text.LanguageAt(position)) is { } kernel
            ? kernel.InspectAsync(text.Of(text.LanguageAt(position)), position, detail, cancellationToken)
            : Task.FromResult<InspectionAnswer?>(null);
    }

    /// <summary>Whether a text is a whole cell, by the language of its end.</summary>
    public CodeCompleteness Completeness(string cell)
    {
        var text = CellText.Read(cell);
        LanguageKind language = text.LanguageAt(cell.Length);
        return IfLoaded(language)?.Completeness(text.Of(language)) ?? new CodeCompleteness(CodeState.Complete, "");
    }

    public void Dispose()
    {
        foreach ((_, ILanguageKernel language) in _loaded)
        {
            language.Dispose();
        }
    }

    private ILanguageKernel? IfLoaded(LanguageKind kind) => _loaded.Find(entry => entry.Kind == kind).Language;
}
