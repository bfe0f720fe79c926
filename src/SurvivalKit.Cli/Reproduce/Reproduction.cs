using System.Collections.Immutable;
using CSharpNotebook.Format;
using CSharpNotebook.Runner;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>A study with its executed notebooks, and their checks of every claim.</summary>
internal sealed class Reproduction
{
    private Reproduction(StudyAudit audit, ImmutableArray<NotebookRun> runs, RecordedVerdicts? recorded, ImmutableArray<CheckedClaim> claims)
    {
        Audit = audit;
        Runs = runs;
        Claims = claims;
        Differences = recorded?.Compare(audit) ?? [];
        Unchecked = [.. claims.Where(claim => claim.Check is null).Select(claim => claim.Claim)];
    }

    public Study Study => Audit.Study;

    /// <summary>The final verdict of every claim.</summary>
    public StudyAudit Audit { get; }

    /// <summary>The notebooks in the order in which they ran.</summary>
    public ImmutableArray<NotebookRun> Runs { get; }

    /// <summary>Every claim of the study, in its order.</summary>
    public ImmutableArray<CheckedClaim> Claims { get; }

    /// <summary>The claims that are not as recorded; empty where nothing was recorded to compare with.</summary>
    public ImmutableArray<VerdictDifference> Differences { get; }

    /// <summary>The claims that no notebook computed.</summary>
    public ImmutableArray<Claim> Unchecked { get; }

    /// <summary>The numbers of notebooks that differ from the audit's.</summary>
    public required ImmutableArray<NotebookDisagreement> Disagreements { get; init; }

    public ImmutableArray<NotebookFailure> Failures => [.. Runs.Select(run => run.Failure).OfType<NotebookFailure>()];

    /// <summary>Whether every notebook ran, computed every claim as the audit does, and every claim has the recorded verdict.</summary>
    public int ExitCode => Failures.Length > 0 ? ExitCodes.WrongInput
        : Differences.Length + Unchecked.Length + Disagreements.Length > 0 ? ExitCodes.Differences
        : ExitCodes.Done;

    /// <summary>Collects the checks of claims from the outputs of executed notebooks.</summary>
    /// <param name="audit">The audit of the study.</param>
    /// <param name="runs">The executed notebooks.</param>
    /// <param name="recorded">The recorded verdicts; <see langword="null"/>: nothing to compare with.</param>
    /// <exception cref="CommandException">An output has checks that cannot be read.</exception>
    public static Reproduction Assemble(StudyAudit audit, ImmutableArray<NotebookRun> runs, RecordedVerdicts? recorded)
    {
        Study study = audit.Study;
        List<(ClaimCheck Check, CheckOrigin Origin)> found = [.. runs.SelectMany((run, index) => Collect(study, run, index))];
        var checks = new ClaimChecks(study, found.Select(pair => pair.Check));
        Dictionary<string, CheckOrigin> origins = [];
        foreach ((ClaimCheck check, CheckOrigin origin) in found)
        {
            if (checks.Find(check.Claim.Id) == check)
            {
                origins.TryAdd(check.Claim.Id, origin);
            }
        }

        Dictionary<string, ClaimCheck> byId = checks.ToDictionary(check => check.Claim.Id, StringComparer.Ordinal);
        ImmutableArray<CheckedClaim> claims =
        [
            .. study.Claims.Select(claim => new CheckedClaim(
                audit[claim.Id],
                byId.GetValueOrDefault(claim.Id),
                recorded is not null && recorded.Verdicts.TryGetValue(claim.Id, out Verdict verdict) ? verdict : null,
                origins.GetValueOrDefault(claim.Id))),
        ];
        return new Reproduction(audit, runs, recorded, claims)
        {
            Disagreements = NotebookDisagreement.Find(audit, found.Select(pair => (
                pair.Check, FormattableString.Invariant($"{runs[pair.Origin.Notebook].Name}, cell {pair.Origin.Cell + 1},")))),
        };
    }

    private static IEnumerable<(ClaimCheck Check, CheckOrigin Origin)> Collect(Study study, NotebookRun run, int notebook)
    {
        for (int cell = 0; cell < run.Notebook.Cells.Length; cell++)
        {
            if (run.Notebook.Cells[cell] is not CodeCell code)
            {
                continue;
            }

            foreach (RichOutput output in code.Outputs.OfType<RichOutput>())
            {
                if (output.Data.TryGetValue(ClaimChecks.MediaType, out string? json))
                {
                    foreach (ClaimCheck check in Read(study, run.Name, cell, json))
                    {
                        yield return (check, new CheckOrigin(notebook, cell));
                    }
                }
            }
        }
    }

    private static ClaimChecks Read(Study study, string notebook, int cell, string json)
    {
        try
        {
            return ClaimChecks.Parse(study, json);
        }
        catch (StudyFileException e)
        {
            throw new CommandException(FormattableString.Invariant($"{notebook}: the checks that cell {cell + 1} shows cannot be used: {e.Message}"));
        }
    }
}
