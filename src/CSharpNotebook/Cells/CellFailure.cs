using System.Collections.Immutable;
using CSharpNotebook.Format;

namespace CSharpNotebook.Cells;

/// <summary>Why and where a cell failed.</summary>
/// <param name="Kind">The kind of failure.</param>
/// <param name="Name">The type of the error: that of the exception, or the number of the first compiler error (<c>CS0103</c>).</param>
/// <param name="Message">What went wrong.</param>
public sealed record CellFailure(CellFailureKind Kind, string Name, string Message)
{
    /// <summary>The line in the cell at which it failed, counted from 1; null when the failure has no position in the cell.</summary>
    public int? Line { get; init; }

    /// <summary>The column in that line, counted from 1; null when only the line, or nothing, is known.</summary>
    public int? Column { get; init; }

    /// <summary>The lines that show where it happened: compiler messages, or the stack frames of the session's code.</summary>
    public ImmutableArray<string> Traceback { get; init; } = [];

    /// <summary>The exception that was thrown; null when the failure is not one of <see cref="CellFailureKind.Runtime"/>.</summary>
    public Exception? Exception { get; init; }

    /// <summary>The failure as the output of a cell.</summary>
    /// <returns>An <c>error</c> output.</returns>
    public ErrorOutput ToOutput() => new(Name, Message, Traceback);
}
