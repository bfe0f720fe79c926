using CSharpNotebook.Cells;
using CSharpNotebook.Intelligence;

namespace CSharpNotebook.Languages;

/// <summary>
/// A language, ready to execute the parts of the cells of one session. C# is one of them. Its name and aliases are in its
/// <see cref="LanguageKind"/>, which exists before the language is loaded.
/// </summary>
internal interface ILanguageKernel : IDisposable
{
    /// <summary>The variables that its cells have declared; empty for a language that has none.</summary>
    IReadOnlyList<SessionVariable> Variables { get; }

    /// <summary>A variable by its name; also one that is created only on request, such as a table of SQL.</summary>
    /// <returns>The variable, or null.</returns>
    SessionVariable? Find(string name) => Variables.FirstOrDefault(variable => variable.Name == name);

    /// <summary>Executes a part of a cell. What it shows goes to the sink of the context.</summary>
    /// <param name="part">The part.</param>
    /// <param name="context">The cell.</param>
    /// <param name="cancellationToken">Interrupts the execution; variables of earlier cells remain.</param>
    /// <returns>The value of the part; null when it has none.</returns>
    /// <exception cref="CellFailedException">The part failed; lines are counted in the cell.</exception>
    /// <exception cref="OperationCanceledException">The execution was interrupted.</exception>
    Task<object?> ExecuteAsync(TextPart part, CellContext context, CancellationToken cancellationToken);

    /// <summary>Sets a variable of that name in the language.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">The type with which it was declared in its language of origin.</param>
    /// <param name="context">The cell that requests it.</param>
    /// <exception cref="CellFailedException">The language has no variables, or cannot represent the value.</exception>
    void SetValue(string name, object? value, Type type, CellContext context);

    /// <summary>The possible names at a position; none for a language without completion. May be called while a cell runs.</summary>
    /// <param name="code">The text of the language in a cell, with spaces for the rest of the cell.</param>
    /// <param name="position">The position.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task<CompletionAnswer> CompleteAsync(string code, int position, CancellationToken cancellationToken) =>
        Task.FromResult(new CompletionAnswer(position, position, []));

    /// <summary>The meaning of a name; null for a language without inspection. May be called while a cell runs.</summary>
    /// <param name="code">The text of the language in a cell, with spaces for the rest of the cell.</param>
    /// <param name="position">The position.</param>
    /// <param name="detail">The level of detail.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task<InspectionAnswer?> InspectAsync(string code, int position, InspectionDetail detail, CancellationToken cancellationToken) =>
        Task.FromResult<InspectionAnswer?>(null);

    /// <summary>Whether a text is complete; a language without this check treats every text as complete.</summary>
    /// <param name="code">The text of the language in a cell, with spaces for the rest of the cell.</param>
    CodeCompleteness Completeness(string code) => new(CodeState.Complete, "");
}
