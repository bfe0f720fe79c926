using CSharpNotebook.Engine;

namespace CSharpNotebook.Intelligence;

/// <summary>
/// What an editor asks about C#: how a name goes on, and what a name means. It knows what the session has declared so far. It may be asked
/// from any thread, and while a cell runs.
/// </summary>
/// <param name="engine">The C# of the session.</param>
internal sealed class CodeIntelligence(CSharpEngine engine)
{
    private readonly SessionSolution _session = new(engine);

    /// <summary>Which names could stand at a place.</summary>
    /// <param name="code">The C# of the cell.</param>
    /// <param name="position">The place.</param>
    /// <param name="token">Cancels the work.</param>
    public Task<CompletionAnswer> CompleteAsync(string code, int position, CancellationToken token) =>
        Completer.CompleteAsync(_session.Document(code), code, position, token);

    /// <summary>What a name means: its signature and its XML documentation.</summary>
    /// <param name="code">The C# of the cell.</param>
    /// <param name="position">The place.</param>
    /// <param name="detail">How much is told.</param>
    /// <param name="token">Cancels the work.</param>
    public Task<InspectionAnswer?> InspectAsync(string code, int position, InspectionDetail detail, CancellationToken token) =>
        Inspector.InspectAsync(_session.Document(code), position, detail, token);
}
