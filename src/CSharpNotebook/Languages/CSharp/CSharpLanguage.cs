using CSharpNotebook.Cells;
using CSharpNotebook.Engine;
using CSharpNotebook.Format;
using CSharpNotebook.Intelligence;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpNotebook.Languages.CSharp;

/// <summary>C#, by the engine of the session.</summary>
internal sealed class CSharpLanguage(CSharpEngine engine) : ILanguageKernel
{
    private readonly CodeIntelligence _intelligence = new(engine);

    public IReadOnlyList<SessionVariable> Variables => engine.Variables;

    public async Task<object?> ExecuteAsync(TextPart part, CellContext context, CancellationToken cancellationToken)
    {
        (object? value, MimeBundle? bundle) = await engine.ExecuteAsync(part.Text, cancellationToken).ConfigureAwait(false);
        if (bundle is not null)
        {
            context.ShowResult(bundle);
        }

        return value;
    }

    public void SetValue(string name, object? value, Type type, CellContext context)
    {
        try
        {
            engine.SetVariable(name, value, type);
        }
        catch (ArgumentException exception)
        {
            throw CellFailures.Value(exception.Message.Split(" (Parameter")[0], exception);
        }
    }

    public Task<CompletionAnswer> CompleteAsync(string code, int position, CancellationToken cancellationToken) =>
        _intelligence.CompleteAsync(code, position, cancellationToken);

    public Task<InspectionAnswer?> InspectAsync(string code, int position, InspectionDetail detail, CancellationToken cancellationToken) =>
        _intelligence.InspectAsync(code, position, detail, cancellationToken);

    public CodeCompleteness Completeness(string code)
    {
        CodeCompleteness answer = CompletenessCheck.Check(code, engine.Syntax.Script);
        // The cell itself may ask for the preview, and its commands are not executed yet.
        return answer.State == CodeState.Invalid
            ? CompletenessCheck.Check(code, engine.Syntax.Script.WithLanguageVersion(LanguageVersion.Preview))
            : answer;
    }

    public void Dispose()
    {
        // The session owns the engine.
    }
}
