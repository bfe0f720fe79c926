using CSharpNotebook.Cells;
using CSharpNotebook.Format;

namespace CSharpNotebook.Languages.Page;

/// <summary>A language that only displays: its text is shown by the page of the notebook, and it has no variables.</summary>
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
        // Nothing to dispose.
    }

    /// <summary>The representations in which the page shows a text.</summary>
    protected abstract MimeBundle Show(string text);
}
