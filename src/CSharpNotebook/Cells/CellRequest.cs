namespace CSharpNotebook.Cells;

/// <summary>How one cell is to be executed.</summary>
public sealed record CellRequest
{
    /// <summary>
    /// The language of the cell, from its metadata (<c>csharp</c>, <c>sql</c>, ...); null, the default, is C#. A <c>#!</c> line in the cell
    /// wins.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>Is told of every output as it comes; null, the default, tells nobody.</summary>
    public ICellObserver? Observer { get; init; }

    /// <summary>Answers what the cell asks; null, the default, lets a cell fail that asks.</summary>
    public ICellInput? Input { get; init; }

    /// <summary>
    /// Whether the outputs are collected in the <see cref="CellResult"/>, or only told to the observer, as where a cell may print for
    /// hours. The result of the cell is there in any case. True by default.
    /// </summary>
    public bool KeepsOutputs { get; init; } = true;

    /// <summary>Whether the execution counts (<c>In [1]</c>, <c>In [2]</c>, ...). True by default.</summary>
    public bool IsCounted { get; init; } = true;
}
