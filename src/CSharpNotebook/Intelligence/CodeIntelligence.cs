using CSharpNotebook.Engine;

namespace CSharpNotebook.Intelligence;

/// <summary>
/// What an editor asks about the code of a cell: how a name goes on, what a name means, and whether a text is a whole cell. It knows what
/// the session has declared so far. It may be asked from any thread, and while a cell runs.
/// </summary>
public sealed class CodeIntelligence
{
    private static readonly Lazy<Task> WarmUp = new(() => Task.Run(WarmUpCoreAsync));

    private readonly SessionSolution _session;

    /// <summary>Looks at a session.</summary>
    /// <param name="engine">The session.</param>
    public CodeIntelligence(CSharpEngine engine)
    {
        ArgumentNullException.ThrowIfNull(engine);
        _session = new SessionSolution(engine);
    }

    /// <summary>
    /// Loads the compiler's completion, so that the first question does not wait for it. Can be called early and without waiting, and does
    /// its work once in a process.
    /// </summary>
    /// <param name="token">Ends the waiting, not the work.</param>
    /// <returns>A task that ends when everything is warm.</returns>
    public static Task WarmUpAsync(CancellationToken token = default) => WarmUp.Value.WaitAsync(token);

    /// <summary>Says which names could stand at a place.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="position">The place, in UTF-16 units.</param>
    /// <param name="token">Cancels the work.</param>
    /// <returns>
    /// The names that begin with what was typed; those that do so without regard to case only when there are no others. Empty in
    /// comments, in strings, in directives and in other languages.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The place is not in the text.</exception>
    public Task<CompletionAnswer> CompleteAsync(string code, int position, CancellationToken token = default)
    {
        CheckPlace(code, position);
        return Task.Run(
            async () =>
            {
                var text = CSharpText.Of(code);
                return text.IsCSharpAt(position)
                    ? await Completer.CompleteAsync(_session.Document(text.Code), code, position, token).ConfigureAwait(false)
                    : new CompletionAnswer(position, position, []);
            },
            token);
    }

    /// <summary>Says what a name means: its signature and its XML documentation.</summary>
    /// <param name="code">The text of the cell.</param>
    /// <param name="position">A place in the name or at its end, in UTF-16 units; in brackets that are open, what was called.</param>
    /// <param name="detail">How much is told.</param>
    /// <param name="token">Cancels the work.</param>
    /// <returns>The answer, or null when nothing is known of the place.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The place is not in the text.</exception>
    public Task<InspectionAnswer?> InspectAsync(string code, int position, InspectionDetail detail = InspectionDetail.Brief, CancellationToken token = default)
    {
        CheckPlace(code, position);
        return Task.Run(() => Inspector.InspectAsync(_session.Document(CSharpText.Of(code).Code), position, detail, token), token);
    }

    /// <summary>Says whether a text is a whole cell, from its syntax alone. Of other languages in it nothing is known, and they are taken for whole.</summary>
    /// <param name="code">The text.</param>
    /// <returns>Complete, incomplete or invalid, and the indent of the next line.</returns>
    public static CodeCompleteness Completeness(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return CompletenessCheck.Check(code);
    }

    private static void CheckPlace(string code, int position)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(position, code.Length);
    }

    private static async Task WarmUpCoreAsync()
    {
        // Whoever opens a notebook wants to run a cell before anything else.
        await CSharpEngine.WarmUpAsync().ConfigureAwait(false);
        using var engine = new CSharpEngine();
        var intelligence = new CodeIntelligence(engine);
        const string Code = "var values = Enumerable.Range(1, 3).Select(value => Math.Sqrt(value)).ToList();\nvalues.";
        await intelligence.CompleteAsync(Code, Code.Length).ConfigureAwait(false);
        await intelligence.CompleteAsync(Code, 0).ConfigureAwait(false);
        await intelligence.InspectAsync(Code, Code.IndexOf("Select", StringComparison.Ordinal)).ConfigureAwait(false);
    }
}
