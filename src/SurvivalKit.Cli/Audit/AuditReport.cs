using System.Collections.Immutable;
using System.Globalization;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>An audit as <c>survkit audit</c> shows it.</summary>
/// <param name="audit">The audit.</param>
/// <param name="verdict">Shows the claims with this verdict only; <see langword="null"/>: all of them to a program, and those to a reader that
/// are neither recomputed nor given by the cohort.</param>
internal sealed class AuditReport(StudyAudit audit, Verdict? verdict) : Report
{
    /// <summary>The verdicts that an audit can give.</summary>
    public static ImmutableArray<Verdict> Verdicts { get; } = [.. Enum.GetValues<Verdict>().Where(verdict => verdict != Verdict.Differs)];

    private IEnumerable<AuditedClaim> Claims => audit.Claims.Where(claim => verdict is null || claim.Verdict == verdict);

    public override object ToJson() => new AuditJson(
        audit.Study.Id,
        audit.Counts().ToDictionary(pair => pair.Key.ToName(), pair => pair.Value),
        [.. Claims.Select(claim => new AuditJson.Claim(
            claim.Claim.Id, claim.Claim.Printed, claim.Verdict.ToName(), claim.Computed, claim.Method, claim.Witness ?? claim.Sentence))]);

    public override TableModel ToTidyTable() => TidyTable.Of(
        ["id", "printed", "verdict", "computed", "method", "rule", "witness"],
        Claims.Select(claim => new object?[]
        {
            claim.Claim.Id, claim.Claim.Printed, claim.Verdict.ToName(), claim.Computed, claim.Method, claim.Rule?.ToString(), claim.Witness ?? claim.Sentence,
        }));

    public override IReadOnlyList<TableModel> Tables() => [Summary(), .. Shown().Select(Claimed)];

    private TableModel Summary() => new(
        $"{audit.Study.Id}: {audit.Study.Title}",
        [new("verdict", TableAlignment.Left), new("claims")],
        [
            .. audit.Counts().Select(pair => new TableRow([pair.Key.ToName(), pair.Value.ToString(CultureInfo.InvariantCulture)])),
            new TableRow(["all", audit.Claims.Length.ToString(CultureInfo.InvariantCulture)]),
        ],
        audit.HasCohort ? audit.Study.Synthetic : "The printed numbers were tried against each other; no patient data were used.");

    /// <summary>The claims to show by verdict, the least favourable first.</summary>
    private IEnumerable<IGrouping<Verdict, AuditedClaim>> Shown() => Claims
        .Where(claim => verdict is not null || claim.Verdict is not (Verdict.Recomputed or Verdict.MatchesCohort))
        .GroupBy(claim => claim.Verdict)
        .OrderBy(claims => Array.IndexOf([Verdict.Inconsistent, Verdict.Unreachable, Verdict.Rounding], claims.Key) is var rank and >= 0 ? rank : 9);

    private static TableModel Claimed(IGrouping<Verdict, AuditedClaim> claims) => new(
        claims.Key.ToName(),
        [new("claim", TableAlignment.Left), new("printed"), new(claims.Key == Verdict.NotCheckable ? "reason" : "witness", TableAlignment.Left)],
        claims.Select(claim => new TableRow([claim.Claim.Id, claim.Claim.Printed, claim.Explanation])));
}
