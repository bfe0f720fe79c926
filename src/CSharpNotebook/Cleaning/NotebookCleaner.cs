using System.Text.Json;
using CSharpNotebook.Format;
using CSharpNotebook.Runner;

namespace CSharpNotebook.Cleaning;

/// <summary>Removes what a run adds to a notebook, so that only what people wrote goes into version control.</summary>
public static class NotebookCleaner
{
    private static readonly string[] OfCell =
    [
        "execution", "ExecuteTime", "executionInfo", "outputId", "papermill", "collapsed", "scrolled"
    ];
    private static readonly string[] OfNotebook = ["papermill", "widgets"];

    /// <summary>
    /// Removes outputs, execution counts, and the metadata in which Jupyter, papermill and Colab record a run. A cell tagged
    /// <c>keep_output</c> keeps its outputs and its count.
    /// </summary>
    /// <param name="notebook">The notebook.</param>
    /// <returns>The cleaned copy; the notebook itself when there is nothing to remove.</returns>
    public static Notebook Clean(Notebook notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        if (IsClean(notebook))
        {
            return notebook;
        }

        return notebook.WithCells(notebook.Cells.Select(cell => cell is CodeCell code ? Clean(code) : cell)) with
        {
            Metadata = Without(notebook.Metadata, OfNotebook),
        };
    }

    /// <summary>Whether there is nothing to remove.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <returns>True when <see cref="Clean(Notebook)"/> would change nothing.</returns>
    public static bool IsClean(Notebook notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        return !OfNotebook.Any(notebook.Metadata.ContainsKey) && notebook.Cells.OfType<CodeCell>().All(cell =>
            !OfCell.Any(cell.Metadata.ContainsKey) && (Keeps(cell) || (cell.Outputs.IsEmpty && cell.ExecutionCount is null)));
    }

    private static CodeCell Clean(CodeCell cell)
    {
        CodeCell clean = cell with { Metadata = Without(cell.Metadata, OfCell) };
        return Keeps(cell) ? clean : clean with { Outputs = [], ExecutionCount = null };
    }

    /// <summary>nbstripout uses both the tag and the key.</summary>
    private static bool Keeps(CodeCell cell) =>
        cell.Has(CellTags.KeepOutput)
            || cell.Metadata.TryGetValue(CellTags.KeepOutput, out JsonElement keeps) && keeps.ValueKind == JsonValueKind.True;

    private static NotebookMetadata Without(NotebookMetadata metadata, string[] keys) =>
        keys.Aggregate(metadata, (rest, key) => rest.Without(key));
}
