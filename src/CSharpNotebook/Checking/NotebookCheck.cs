using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CSharpNotebook.Cells;
using CSharpNotebook.Format;
using CSharpNotebook.Runner;

namespace CSharpNotebook.Checking;

/// <summary>
/// Whether a notebook, run again, gives its stored outputs. Cells tagged <c>nbval-ignore-output</c> are run and not compared, those
/// tagged <c>nbval-skip</c> or <c>skip-execution</c> neither; the comments <c>// NBVAL_IGNORE_OUTPUT</c> and <c>// NBVAL_SKIP</c> as the
/// first line do the same.
/// </summary>
/// <param name="Run">The run; it ended early when its process did, or took too long.</param>
/// <param name="Compared">How many cells were compared.</param>
/// <param name="Differences">The differences from the stored outputs.</param>
public sealed record NotebookCheck(NotebookRun Run, int Compared, ImmutableArray<OutputDifference> Differences)
{
    /// <summary>Whether every cell ran and gave its stored outputs.</summary>
    public bool Succeeded => Differences.IsEmpty && IsComplete;

    /// <summary>Whether every cell was run: a cell that fails does not end the run, but a process that ends does.</summary>
    public bool IsComplete => Run.Status == NotebookRunStatus.Completed
        || Run.Status == NotebookRunStatus.Failed && Run.Failure is { CellNumber: > 0, Cause.Kind: not CellFailureKind.Process };

    /// <summary>The notebook as it is to be run: with errors allowed, because a stored error is compared like any other output.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <returns>The copy to run.</returns>
    public static Notebook Prepare(Notebook notebook)
    {
        ArgumentNullException.ThrowIfNull(notebook);
        return notebook.WithCells(notebook.Cells.Select(cell => cell is CodeCell && Is(cell, CellTags.SkipCheck, "NBVAL_SKIP")
            ? cell with
            {
                Metadata =
                cell.Metadata.With("tags", new JsonArray([.. cell.Tags.Append(CellTags.SkipExecution).Select(tag => (JsonNode)tag)]))
            }
            : cell));
    }

    /// <summary>Compares a run with what is stored.</summary>
    /// <param name="stored">The notebook with its stored outputs.</param>
    /// <param name="run">The run of <see cref="Prepare"/>'s copy.</param>
    /// <param name="options">What counts as the same; the defaults when null.</param>
    /// <returns>The result.</returns>
    public static NotebookCheck Compare(Notebook stored, NotebookRun run, ComparisonOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stored);
        ArgumentNullException.ThrowIfNull(run);
        var comparison = new NotebookComparison(options);
        var differences = ImmutableArray.CreateBuilder<OutputDifference>();
        int compared = 0;
        foreach (CellReport report in run.Cells)
        {
            int index = report.CellNumber - 1;
            if (report.Outcome == CellOutcome.Skipped || Is(stored.Cells[index], CellTags.IgnoreOutput, "NBVAL_IGNORE_OUTPUT"))
            {
                continue;
            }

            if (report.Failure?.Cause.Kind is CellFailureKind.Process or CellFailureKind.Timeout)
            {
                continue;
            }

            compared++;
            differences.AddRange(comparison.Compare(
                (CodeCell)stored.Cells[index], (CodeCell)run.Notebook.Cells[index], report.CellNumber, report.CodeCellNumber));
        }
        return new NotebookCheck(run, compared, differences.ToImmutable());
    }

    /// <summary>The check of a notebook that stores no outputs, such as a <c>.dib</c> file: each of its cells has to run.</summary>
    /// <param name="run">The run of <see cref="Prepare"/>'s copy.</param>
    /// <returns>The result; every cell that failed, but for those tagged <c>raises-exception</c>, is a difference.</returns>
    public static NotebookCheck WithoutStored(NotebookRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return new NotebookCheck(run, 0, [.. run.Cells
            .Where(report => report.Outcome == CellOutcome.Failed
                && report.Failure?.Cause.Kind is not (null or CellFailureKind.Process or CellFailureKind.Timeout))
            .Select(report => new OutputDifference(
                report.CellNumber,
                report.CodeCellNumber,
                "error",
                "",
                null,
                $"{report.Failure!.Cause.Name}: {report.Failure.Cause.Message}"))]);
    }

    private static bool Is(NotebookCell cell, string tag, string comment) =>
        cell.Has(tag) || cell.Source.Split('\n')[0].TrimStart('/', ' ', '#').Trim() == comment;
}
