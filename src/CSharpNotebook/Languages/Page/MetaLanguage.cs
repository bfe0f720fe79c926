using CSharpNotebook.Cells;

namespace CSharpNotebook.Languages.Page;

/// <summary><c>#!meta</c>: the metadata at the top of a <c>.dib</c> file, which are not needed to execute it.</summary>
internal sealed class MetaLanguage : ILanguageKernel
{
    public IReadOnlyList<SessionVariable> Variables => [];

    public Task<object?> ExecuteAsync(TextPart part, CellContext context, CancellationToken cancellationToken) =>
        Task.FromResult<object?>(null);

    public void SetValue(string name, object? value, Type type, CellContext context) =>
        throw CellFailures.Value($"The variable {name} cannot go to meta, which holds no variables.");

    public void Dispose()
    {
        // Nothing to dispose.
    }
}
