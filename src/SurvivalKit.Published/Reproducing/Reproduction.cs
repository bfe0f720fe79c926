using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Published;

/// <summary>A study whose notebooks were run: the final verdict of every claim, beside what the notebooks computed and what was recorded
/// earlier.</summary>
public sealed record Reproduction : IResult
{
    private Reproduction(StudyAudit audit, ImmutableArray<ReproducedClaim> claims)
    {
        Audit = audit;
        Claims = claims;
        Unchecked = [.. claims.Where(claim => claim.Check is null).Select(claim => claim.Claim)];
    }

    /// <summary>The study.</summary>
    public Study Study => Audit.Study;

    /// <summary>The audit, which decides the final verdict of every claim.</summary>
    public StudyAudit Audit { get; }

    /// <summary>The notebooks in the order in which they ran.</summary>
    public ImmutableArray<ReproducedNotebook> Notebooks { get; private init; }

    /// <summary>Every claim of the study, in its order.</summary>
    public ImmutableArray<ReproducedClaim> Claims { get; }

    /// <summary>The claims that are not as recorded; empty where nothing was recorded to compare with.</summary>
    public ImmutableArray<VerdictDifference> Differences { get; private init; }

    /// <summary>The claims that no notebook computed.</summary>
    public ImmutableArray<Claim> Unchecked { get; }

    /// <summary>The numbers of notebooks that are not the audit's.</summary>
    public ImmutableArray<NumberDisagreement> Disagreements { get; private init; }

    /// <summary>What stands below the table besides: what was written, and where.</summary>
    public ImmutableArray<string> Notes { get; private init; } = [];

    /// <summary>Why notebooks did not run to their end.</summary>
    public ImmutableArray<NotebookError> Failures => [.. Notebooks.Select(notebook => notebook.Failure).OfType<NotebookError>()];

    /// <summary>Whether every notebook ran, computed every claim as the audit does, and every claim has the recorded verdict.</summary>
    public bool IsAsRecorded => Failures.IsEmpty && Differences.IsEmpty && Unchecked.IsEmpty && Disagreements.IsEmpty;

    /// <summary>Whether all is as recorded, in a sentence.</summary>
    public string Outcome => ReproductionTables.Outcome(this);

    /// <summary>Puts together what executed notebooks computed and what the audit and the record say.</summary>
    /// <param name="audit">The audit of the study.</param>
    /// <param name="notebooks">The notebooks in the order in which they ran.</param>
    /// <param name="found">What cells of the notebooks computed. Where several computed a claim, the harshest verdict is shown.</param>
    /// <param name="recorded">What was recorded earlier; <see langword="null"/>: nothing to compare with.</param>
    public static Reproduction Assemble(
        StudyAudit audit,
        IReadOnlyList<ReproducedNotebook> notebooks,
        IReadOnlyList<(ClaimCheck Check, CellOrigin Origin)> found,
        RecordedVerdicts? recorded)
    {
        ArgumentNullException.ThrowIfNull(audit);
        ArgumentNullException.ThrowIfNull(notebooks);
        ArgumentNullException.ThrowIfNull(found);
        var checks = new ClaimChecks(audit.Study, found.Select(pair => pair.Check));
        Dictionary<string, CellOrigin> origins = [];
        foreach ((ClaimCheck check, CellOrigin origin) in found)
        {
            if (checks.Find(check.Claim.Id) == check)
            {
                origins.TryAdd(check.Claim.Id, origin);
            }
        }

        Dictionary<string, ClaimCheck> byId = checks.ToDictionary(check => check.Claim.Id, StringComparer.Ordinal);
        ImmutableArray<ReproducedClaim> claims =
        [
            .. audit.Study.Claims.Select(claim => new ReproducedClaim(
                audit[claim.Id],
                byId.GetValueOrDefault(claim.Id),
                recorded is not null && recorded.Verdicts.TryGetValue(claim.Id, out Verdict verdict) ? verdict : null,
                origins.GetValueOrDefault(claim.Id))),
        ];
        return new Reproduction(audit, claims)
        {
            Notebooks = [.. notebooks],
            Differences = recorded?.Compare(audit) ?? [],
            Disagreements = NumberDisagreement.Find(audit, found.Select(pair => (
                pair.Check, FormattableString.Invariant($"{notebooks[pair.Origin.Notebook].Name}, cell {pair.Origin.Cell + 1},")))),
        };
    }

    /// <summary>The same with further notes below the table.</summary>
    /// <param name="notes">What was written, and where.</param>
    public Reproduction Noting(IEnumerable<string> notes) => this with { Notes = [.. notes] };

    /// <summary>A row a place and one for all: how many claims have each verdict; below, what is not as recorded.</summary>
    public ImmutableArray<TableModel> ToTables() => [ReproductionTables.Verdicts(this, [Audit.Headline],
        [.. ReproductionTables.Problems(this), .. Notes])];

    /// <summary>A frame with a row a claim: id, name, place, row, column, aspect, printed, computed, method, verdict,
    /// recorded and witness.</summary>
    public DataFrame ToDataFrame() => ReproductionTables.FrameOf(this);

    /// <summary>study, headline, contradictions, notebooks, summary, places, differences, unchecked and disagreements.</summary>
    public ResultRecord ToRecord() => ReproductionRecords.Write(this);

    /// <summary>The table of verdicts without the notes.</summary>
    public TableModel Verdicts() => ReproductionTables.Verdicts(this, [], []);

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();
}
