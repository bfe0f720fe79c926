namespace CSharpNotebook.Runner;

/// <summary>How a code cell ended.</summary>
public enum CellOutcome
{
    /// <summary>The cell ran to its end.</summary>
    Succeeded,

    /// <summary>The cell failed.</summary>
    Failed,

    /// <summary>The cell failed, and its tag <c>raises-exception</c> allows it.</summary>
    FailedAsExpected,

    /// <summary>The cell was not run, because of its tag <c>skip-execution</c>; its stored outputs are kept.</summary>
    Skipped,
}
