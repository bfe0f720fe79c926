namespace CSharpNotebook.Runner;

/// <summary>How the run of a notebook ended.</summary>
public enum NotebookRunStatus
{
    /// <summary>Every cell ran to its end.</summary>
    Completed,

    /// <summary>A cell failed; the cells after it were not run.</summary>
    Failed,

    /// <summary>The run was cancelled; the cell that was running and those after it have no outputs.</summary>
    Cancelled,
}
