namespace CSharpNotebook.Runner;

/// <summary>How the run of a notebook ended.</summary>
public enum NotebookRunStatus
{
    /// <summary>Every cell ran to its end, or failed where that is allowed.</summary>
    Completed,

    /// <summary>A cell failed; the cells after it were not run, unless errors are allowed.</summary>
    Failed,

    /// <summary>The run was cancelled; the cell that was running has its outputs so far, those after it have no outputs.</summary>
    Cancelled,

    /// <summary>A cell, the notebook or its start took longer than allowed; the cells after it were not run.</summary>
    TimedOut,
}
