using System.Collections.Immutable;
using CSharpNotebook.Format;
using CSharpNotebook.Runner;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The executed notebooks of a study, and what they say of its claims.</summary>
/// <param name="Result">The claims.</param>
/// <param name="Runs">The notebooks in the order in which they ran.</param>
internal sealed record StudyRun(Reproduction Result, ImmutableArray<NotebookRun> Runs)
{
    /// <summary>0: every claim is as recorded; 1: a notebook failed; 2: something differs.</summary>
    public int ExitCode => Result.IsAsRecorded ? ExitCodes.Done : Result.Failures.IsEmpty ? ExitCodes.Differences : ExitCodes.WrongInput;

    /// <summary>Collects what the outputs of executed notebooks say about claims.</summary>
    /// <param name="audit">The audit of the study.</param>
    /// <param name="runs">The executed notebooks.</param>
    /// <param name="recorded">What was recorded earlier; <see langword="null"/>: nothing to compare with.</param>
    /// <exception cref="CommandException">An output holds checks that cannot be read.</exception>
    public static StudyRun Collect(StudyAudit audit, ImmutableArray<NotebookRun> runs, RecordedVerdicts? recorded) => new(
        Reproduction.Assemble(
            audit, [.. runs.Select(Notebook)], [.. runs.SelectMany((run, index) => Checks(audit.Study, run, index))], recorded),
        runs);

    private static ReproducedNotebook Notebook(NotebookRun run) => new(
        run.Name,
        run.Duration,
        run.Failure is { } failure
            ? new(failure.ToString(), failure.CellNumber, failure.Cause.Line, failure.Cause.Name, failure.Cause.Message)
            : null);

    private static IEnumerable<(ClaimCheck Check, CellOrigin Origin)> Checks(Study study, NotebookRun run, int notebook) =>
        from cell in run.Notebook.Cells.Select((cell, place) => (Code: cell as CodeCell, Place: place))
        where cell.Code is not null
        from output in cell.Code.Outputs.OfType<RichOutput>()
        where output.Data.ContainsKey(ClaimChecks.MediaType)
        from check in Read(study, run.Name, cell.Place, output.Data[ClaimChecks.MediaType])
        select (check, new CellOrigin(notebook, cell.Place));

    private static ClaimChecks Read(Study study, string notebook, int cell, string json)
    {
        try
        {
            return ClaimChecks.Parse(study, json);
        }
        catch (StudyFileException e)
        {
            throw new CommandException(
                FormattableString.Invariant($"{notebook}: the checks that cell {cell + 1} shows cannot be used: {e.Message}"));
        }
    }
}
