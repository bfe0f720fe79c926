namespace CSharpNotebook.Cells;

/// <summary>An observer with an output limit for each cell: output beyond it is neither passed on nor stored.</summary>
internal interface IOutputLimit
{
    /// <summary>How many characters of output a cell may produce.</summary>
    long OutputLimit { get; }
}
