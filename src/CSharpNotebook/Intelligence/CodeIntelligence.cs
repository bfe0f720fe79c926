using CSharpNotebook.Engine;

namespace CSharpNotebook.Intelligence;

/// <summary>
/// Answers an editor's requests about C#: the completions of a name, and the meaning of a name, with the session's declarations. It may be
/// called from any thread, and while a cell runs.
/// </summary>
/// <param name="engine">The C# of the session.</param>
internal sealed class CodeIntelligence(CSharpEngine engine)
{
    private readonly SessionSolution _session = new(engine);

    /// <summary>The names that are possible at a position.</summary>
    /// <param name="code">The C# of the cell.</param>
    /// <param name="position">The position.</param>
    /// <param name="token">Cancels the work.</param>
    public Task<CompletionAnswer> CompleteAsync(string code, int position, CancellationToken token) =>
        Completer.CompleteAsync(_session.Document(code), code, position, token);

    /// <summary>The meaning of a name: its signature and its XML documentation.</summary>
    /// <param name="code">The C# of the cell.</param>
    /// <param name="position">The position.</param>
    /// <param name="detail">The level of detail.</param>
    /// <param name="token">Cancels the work.</param>
    public Task<InspectionAnswer?> InspectAsync(string code, int position, InspectionDetail detail, CancellationToken token) =>
        Inspector.InspectAsync(_session.Document(code), position, detail, token);
}
