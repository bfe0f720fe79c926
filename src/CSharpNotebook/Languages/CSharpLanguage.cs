using CSharpNotebook.Engine;

namespace CSharpNotebook.Languages;

/// <summary>C#: the engine of the session.</summary>
internal sealed class CSharpLanguage(LanguageHost host) : ICellLanguage
{
    public IReadOnlyList<SessionVariable> Variables => host.CSharp.Variables;

    public async Task<object?> ExecuteAsync(TextPart part, CellContext context, CancellationToken cancellationToken)
    {
        CellResult result = await host.CSharp.ExecuteAsync(part.Text, context.Request, cancellationToken).ConfigureAwait(false);
        return result.Failure is { } failure ? throw new CellFailedException(failure) : result.ReturnValue;
    }

    public void SetValue(string name, object? value, Type type, CellContext context)
    {
        try
        {
            host.CSharp.SetVariable(name, value, type);
        }
        catch (ArgumentException exception)
        {
            throw CellFailures.Value(exception.Message.Split(" (Parameter")[0], exception);
        }
    }

    public void Dispose()
    {
        // The engine is the session's.
    }
}
