namespace CSharpNotebook.Runner;

/// <summary>What a progress report says about a cell.</summary>
public enum CellPhase
{
    /// <summary>The cell is about to run.</summary>
    Started,

    /// <summary>The cell ran to its end.</summary>
    Succeeded,

    /// <summary>The cell failed.</summary>
    Failed,
}
