namespace CSharpNotebook.Cells;

/// <summary>An observer that wants to hear, of one cell, only so much: what goes beyond is neither passed on nor kept.</summary>
internal interface IOutputLimit
{
    /// <summary>How many characters of output a cell may produce.</summary>
    long OutputLimit { get; }
}
