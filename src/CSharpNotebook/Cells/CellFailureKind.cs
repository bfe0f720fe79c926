namespace CSharpNotebook.Cells;

/// <summary>Why a cell failed.</summary>
public enum CellFailureKind
{
    /// <summary>A directive such as <c>#r</c> names something that does not exist.</summary>
    Reference,

    /// <summary>The code does not compile.</summary>
    Compilation,

    /// <summary>The code threw an exception.</summary>
    Runtime,

    /// <summary>The cell is in a language, or uses a command, that this host does not run.</summary>
    Unsupported,

    /// <summary>The process that ran the cell ended before the cell did.</summary>
    Process,

    /// <summary>The cell, or the notebook, exceeded its time limit.</summary>
    Timeout,
}
