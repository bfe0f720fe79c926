namespace CSharpNotebook.Runner;

/// <summary>The state of a cell in a progress report.</summary>
public enum CellPhase
{
    /// <summary>The cell is about to run.</summary>
    Started,

    /// <summary>The cell ran to its end.</summary>
    Succeeded,

    /// <summary>The cell failed.</summary>
    Failed,
}
