using System.Globalization;
using CSharpNotebook.Cells;

namespace CSharpNotebook.Runner;

/// <summary>Which cell of a notebook failed, where and why.</summary>
/// <param name="Notebook">The name of the notebook.</param>
/// <param name="CellNumber">The place among all cells of the notebook, counted from 1; 0 when the run ended before its first cell.</param>
/// <param name="CodeCellNumber">The place among the code cells, counted from 1; 0 when the run ended before its first cell.</param>
/// <param name="Cause">What went wrong in the cell.</param>
/// <param name="SourceLine">The text of the line at fault, trimmed; empty when no line is known.</param>
public sealed record NotebookFailure(string Notebook, int CellNumber, int CodeCellNumber, CellFailure Cause, string SourceLine)
{
    /// <summary>The failure in one sentence: notebook, cell, line, error, and the line's text.</summary>
    /// <returns>
    /// Such as <c>figure-1.ipynb: cell 5 (code cell 3), line 2: CS0103: The name 'x' does not exist in the current context [x + 1]</c>.
    /// </returns>
    public override string ToString()
    {
        string line = Cause.Line is { } number ? string.Create(CultureInfo.InvariantCulture, $", line {number}") : "";
        string source = SourceLine.Length > 0 ? $" [{SourceLine}]" : "";
        string message = Cause.Message.ReplaceLineEndings(" ");
        if (CellNumber == 0)
        {
            return $"{Notebook}: {Cause.Name}: {message}";
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Notebook}: cell {CellNumber} (code cell {CodeCellNumber}){line}: {Cause.Name}: {message}{source}");
    }
}
