using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace CSharpNotebook.Languages.Page;

/// <summary>A language that only shows: its text is something for the page of the notebook, and it holds no variables.</summary>
internal abstract class PageLanguage(string language) : ILanguageKernel
{
    public IReadOnlyList<SessionVariable> Variables => [];

    public Task<object?> ExecuteAsync(TextPart part, CellContext context, CancellationToken cancellationToken)
    {
        context.Sink.AddDisplay(Show(part.Text.Trim('\n')));
        return Task.FromResult<object?>(null);
    }

    public virtual void SetValue(string name, object? value, Type type, CellContext context) =>
        throw CellFailures.Value($"The variable {name} cannot go to {language}, which holds no variables.");

    public void Dispose()
    {
        // Nothing is held.
    }

    /// <summary>What the page shows for a text.</summary>
    protected abstract MimeBundle Show(string text);
}
