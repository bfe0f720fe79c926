using System.Collections.Immutable;

namespace SurvivalKit.Published;

/// <summary>An audit as tables: how many claims have each verdict, and the claims of each verdict that need a reader's attention.</summary>
internal static class AuditTables
{
    /// <summary>The verdicts in the order in which a reader should see them, the least favourable first.</summary>
    private static readonly Verdict[] Order = [Verdict.Inconsistent, Verdict.Unreachable, Verdict.Rounding];

    public static ImmutableArray<TableModel> Build(StudyAudit audit, IEnumerable<AuditedClaim> shown) =>
    [
        Summary(audit),
        .. shown.GroupBy(claim => claim.Judgement.Verdict)
            .OrderBy(claims => Array.IndexOf(Order, claims.Key) is var rank and >= 0 ? rank : Order.Length)
            .Select(claims => OfVerdict(audit, claims.Key, claims)),
    ];

    public static ResultRecord RecordOf(StudyAudit audit, IEnumerable<AuditedClaim> claims) => new()
    {
        ["study"] = audit.Study.Id,
        ["headline"] = audit.Headline,
        ["summary"] = VerdictCounts.RecordOf(audit.Counts()),
        ["contradictions"] = audit.Contradictions.Select(RecordOf),
        ["claims"] = claims.Select(claim => new ResultRecord
        {
            ["id"] = claim.Claim.Id,
            ["name"] = audit.Study.NameOf(claim.Claim),
            ["printed"] = claim.Claim.Printed,
            ["verdict"] = claim.Judgement.Verdict.ToName(),
            ["computed"] = claim.Judgement.Computed,
            ["method"] = claim.Judgement.Method,
            ["witness"] = claim.Judgement.Witness ?? claim.Judgement.Sentence,
            ["rule"] = claim.Judgement.Rule,
            ["sentence"] = claim.Judgement.Sentence,
        }),
    };

    /// <summary>A contradiction as a record: id, name, touches and brief.</summary>
    public static ResultRecord RecordOf(Contradiction one) => new()
    {
        ["id"] = one.Audited.Claim.Id,
        ["name"] = one.Name,
        ["touches"] = one.Touches,
        ["brief"] = one.Brief,
    };

    private static TableModel Summary(StudyAudit audit) => new(
        $"{audit.Study.Id}: {audit.Study.Title}",
        [new("verdict", TableAlignment.Left), new("claims")],
        [
            .. audit.Counts().Select(pair => new TableRow([pair.Key.ToName(), TableCell.Number(pair.Value, NumberKind.Count)])),
            new(["all", TableCell.Number(audit.Claims.Length, NumberKind.Count)]),
        ],
        audit.HasCohort ? audit.Study.Synthetic : "The printed numbers were tried against each other; no patient data were used.")
    {
        Lead = [audit.Headline],
    };

    private static TableModel OfVerdict(StudyAudit audit, Verdict verdict, IEnumerable<AuditedClaim> claims) => new(
        verdict.ToName(),
        [
            new("claim", TableAlignment.Left),
            new("printed"),
            new("computed"),
            new(verdict == Verdict.NotCheckable ? "reason" : "witness", TableAlignment.Left) { IsProse = true },
        ],
        (verdict == Verdict.Inconsistent ? audit.Contradictions.Select(one => one.Audited).Intersect(claims) : claims)
            .Select(claim => new TableRow(
            [
                audit.Study.NameOf(claim.Claim),
                claim.Claim.Printed,
                TableCell.Number(claim.Judgement.Computed, NumberKind.Computed, ""),
                claim.Judgement.Explanation,
            ])));
}
