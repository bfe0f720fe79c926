namespace CSharpNotebook.Cells;

/// <summary>How one cell is to be executed.</summary>
public sealed record CellRequest
{
    /// <summary>
    /// The language of the cell, from its metadata (<c>csharp</c>, <c>sql</c>, ...); null, the default, is C#. A <c>#!</c> line in the cell
    /// has priority.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>The id of the cell in its notebook; null, the default: the cell is recognised by its text.</summary>
    public string? CellId { get; init; }

    /// <summary>Receives every output as it is produced; null, the default: none.</summary>
    public ICellObserver? Observer { get; init; }

    /// <summary>Answers the cell's requests for input; null, the default: a request for input fails.</summary>
    public ICellInput? Input { get; init; }

    /// <summary>
    /// Whether the outputs are collected in the <see cref="CellResult"/>, or only passed to the observer, for cells that may print for
    /// hours. The result of the cell is collected in any case. True by default.
    /// </summary>
    public bool KeepsOutputs { get; init; } = true;

    /// <summary>Whether the execution counts (<c>In [1]</c>, <c>In [2]</c>, ...). True by default.</summary>
    public bool IsCounted { get; init; } = true;
}
