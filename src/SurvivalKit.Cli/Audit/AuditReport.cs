using System.Collections.Immutable;
using Microsoft.Data.Analysis;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>An audit as <c>survkit audit</c> shows it.</summary>
/// <param name="audit">The audit.</param>
/// <param name="verdict">Shows the claims with this verdict only; <see langword="null"/>: all of them to a program, and those to a reader that
/// are neither recomputed nor given by the cohort.</param>
internal sealed class AuditReport(StudyAudit audit, Verdict? verdict) : IResult
{
    /// <summary>The verdicts that an audit can give.</summary>
    public static ImmutableArray<Verdict> Verdicts { get; } = [.. Enum.GetValues<Verdict>().Where(verdict => verdict != Verdict.Differs)];

    private IEnumerable<AuditedClaim> Claims => audit.Claims.Where(claim => verdict is null || claim.Verdict == verdict);

    public ResultRecord ToRecord()
    {
        var summary = new ResultRecord();
        foreach ((Verdict counted, int count) in audit.Counts())
        {
            summary[counted.ToName()] = count;
        }

        return new()
        {
            ["study"] = audit.Study.Id,
            ["summary"] = summary,
            ["claims"] = Claims.Select(claim => new ResultRecord
            {
                ["id"] = claim.Claim.Id,
                ["printed"] = claim.Claim.Printed,
                ["verdict"] = claim.Verdict.ToName(),
                ["computed"] = claim.Computed,
                ["method"] = claim.Method,
                ["witness"] = claim.Witness ?? claim.Sentence,
            }),
        };
    }

    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("id", Claims.Select(claim => claim.Claim.Id)),
        new StringDataFrameColumn("printed", Claims.Select(claim => claim.Claim.Printed)),
        new StringDataFrameColumn("verdict", Claims.Select(claim => claim.Verdict.ToName())),
        new DoubleDataFrameColumn("computed", Claims.Select(claim => claim.Computed)),
        new StringDataFrameColumn("method", Claims.Select(claim => claim.Method)),
        new StringDataFrameColumn("rule", Claims.Select(claim => claim.Rule?.ToString())),
        new StringDataFrameColumn("witness", Claims.Select(claim => claim.Witness ?? claim.Sentence)));

    public ImmutableArray<TableModel> ToTables() => [Summary(), .. Shown().Select(Claimed)];

    private TableModel Summary() => new(
        $"{audit.Study.Id}: {audit.Study.Title}",
        [new("verdict", TableAlignment.Left), new("claims")],
        [
            .. audit.Counts().Select(pair => new TableRow([pair.Key.ToName(), TableCell.Number(pair.Value, NumberKind.Count)])),
            new TableRow(["all", TableCell.Number(audit.Claims.Length, NumberKind.Count)]),
        ],
        audit.HasCohort ? audit.Study.Synthetic : "The printed numbers were tried against each other; no patient data were used.");

    /// <summary>The claims to show by verdict, the least favourable first.</summary>
    private IEnumerable<IGrouping<Verdict, AuditedClaim>> Shown() => Claims
        .Where(claim => verdict is not null || claim.Verdict is not (Verdict.Recomputed or Verdict.MatchesCohort))
        .GroupBy(claim => claim.Verdict)
        .OrderBy(claims => Array.IndexOf([Verdict.Inconsistent, Verdict.Unreachable, Verdict.Rounding], claims.Key) is var rank and >= 0 ? rank : 9);

    private static TableModel Claimed(IGrouping<Verdict, AuditedClaim> claims) => new(
        claims.Key.ToName(),
        [new("claim", TableAlignment.Left), new("printed"), new(claims.Key == Verdict.NotCheckable ? "reason" : "witness", TableAlignment.Left) { IsProse = true }],
        claims.Select(claim => new TableRow([claim.Claim.Id, claim.Claim.Printed, claim.Explanation])));
}
