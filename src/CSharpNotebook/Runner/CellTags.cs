using CSharpNotebook.Format;

namespace CSharpNotebook.Runner;

/// <summary>The tags that control how a cell is run and checked; the names are those of nbclient, papermill and nbval.</summary>
public static class CellTags
{
    /// <summary>The cell is not run, and its stored outputs are kept.</summary>
    public const string SkipExecution = "skip-execution";

    /// <summary>The cell may fail; the cells after it are run.</summary>
    public const string RaisesException = "raises-exception";

    /// <summary>The cell contains the parameters with their defaults.</summary>
    public const string Parameters = "parameters";

    /// <summary>The cell was written by the runner and contains the values of a run.</summary>
    public const string InjectedParameters = "injected-parameters";

    /// <summary>A check does not compare the cell's outputs.</summary>
    public const string IgnoreOutput = "nbval-ignore-output";

    /// <summary>A check does not run the cell.</summary>
    public const string SkipCheck = "nbval-skip";

    /// <summary>Cleaning keeps the cell's outputs.</summary>
    public const string KeepOutput = "keep_output";

    internal static bool Has(this NotebookCell cell, string tag) => cell.Tags.Contains(tag);
}
