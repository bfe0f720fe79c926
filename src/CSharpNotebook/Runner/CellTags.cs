using CSharpNotebook.Format;

namespace CSharpNotebook.Runner;

/// <summary>The tags that say how a cell is to be run and checked; the names are those of nbclient, papermill and nbval.</summary>
public static class CellTags
{
    /// <summary>The cell is not run, and its stored outputs stay.</summary>
    public const string SkipExecution = "skip-execution";

    /// <summary>The cell may fail; the cells after it are run.</summary>
    public const string RaisesException = "raises-exception";

    /// <summary>The cell holds the parameters with their defaults.</summary>
    public const string Parameters = "parameters";

    /// <summary>The cell was written by the runner and holds the values of a run.</summary>
    public const string InjectedParameters = "injected-parameters";

    /// <summary>A check does not compare the cell's outputs.</summary>
    public const string IgnoreOutput = "nbval-ignore-output";

    /// <summary>A check does not run the cell.</summary>
    public const string SkipCheck = "nbval-skip";

    /// <summary>Cleaning leaves the cell's outputs where they are.</summary>
    public const string KeepOutput = "keep_output";

    internal static bool Has(this NotebookCell cell, string tag) => cell.Tags.Contains(tag);
}
