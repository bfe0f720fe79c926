using CSharpNotebook.Cells;
using CSharpNotebook.Intelligence;

namespace CSharpNotebook.Languages;

/// <summary>
/// A language, ready to execute the parts of the cells of one session. C# is one of them. Its name and aliases stand in its
/// <see cref="LanguageKind"/>, which is there before the language is loaded.
/// </summary>
internal interface ILanguageKernel : IDisposable
{
    /// <summary>The variables that its cells have left; empty for a language that has none.</summary>
    IReadOnlyList<SessionVariable> Variables { get; }

    /// <summary>A variable by its name; also one that is made only when it is asked for, such as a table of SQL.</summary>
    /// <returns>The variable, or null.</returns>
    SessionVariable? Find(string name) => Variables.FirstOrDefault(variable => variable.Name == name);

    /// <summary>Executes a part of a cell. What it shows goes to the sink of the context.</summary>
    /// <param name="part">The part.</param>
    /// <param name="context">The cell.</param>
    /// <param name="cancellationToken">Interrupts the execution; what earlier cells left stays.</param>
    /// <returns>The value of the part; null when it has none.</returns>
    /// <exception cref="CellFailedException">The part failed; lines are counted in the cell.</exception>
    /// <exception cref="OperationCanceledException">The execution was interrupted.</exception>
    Task<object?> ExecuteAsync(TextPart part, CellContext context, CancellationToken cancellationToken);

    /// <summary>Gives the language a variable of that name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="type">The type with which it was declared where it comes from.</param>
    /// <param name="context">The cell that asks for it.</param>
    /// <exception cref="CellFailedException">The language has no variables, or none that can hold the value.</exception>
    void SetValue(string name, object? value, Type type, CellContext context);

    /// <summary>Which names could stand at a place; none for a language that does not know. May be asked while a cell runs.</summary>
    /// <param name="code">The text of the language in a cell, with spaces for the rest of the cell.</param>
    /// <param name="position">The place.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task<CompletionAnswer> CompleteAsync(string code, int position, CancellationToken cancellationToken) =>
        Task.FromResult(new CompletionAnswer(position, position, []));

    /// <summary>What a name means; null for a language that does not know. May be asked while a cell runs.</summary>
    /// <param name="code">The text of the language in a cell, with spaces for the rest of the cell.</param>
    /// <param name="position">The place.</param>
    /// <param name="detail">How much is told.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    Task<InspectionAnswer?> InspectAsync(string code, int position, InspectionDetail detail, CancellationToken cancellationToken) =>
        Task.FromResult<InspectionAnswer?>(null);

    /// <summary>Whether a text is whole; a language that does not know takes every text for whole.</summary>
    /// <param name="code">The text of the language in a cell, with spaces for the rest of the cell.</param>
    CodeCompleteness Completeness(string code) => new(CodeState.Complete, "");
}
