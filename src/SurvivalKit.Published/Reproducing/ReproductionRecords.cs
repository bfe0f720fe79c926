namespace SurvivalKit.Published;

/// <summary>A reproduction as the record of its JSON.</summary>
internal static class ReproductionRecords
{
    public static ResultRecord Write(Reproduction result) => new()
    {
        ["study"] = result.Study.Id,
        ["headline"] = result.Audit.Headline,
        ["contradictions"] = result.Audit.Contradictions.Select(AuditTables.RecordOf),
        ["notebooks"] = result.Notebooks.Select(notebook => new ResultRecord
        {
            ["notebook"] = notebook.Name,
            ["status"] = notebook.Failure is null ? "completed" : "failed",
            ["seconds"] = notebook.Duration.TotalSeconds,
            ["failure"] = OfFailure(notebook.Failure),
        }),
        ["summary"] = Counts(result.Claims),
        ["places"] = result.Claims.GroupBy(claim => claim.Claim.Place).Select(place => new ResultRecord
        {
            ["place"] = place.Key,
            ["name"] = ClaimNames.PlaceName(place.Key),
            ["claims"] = place.Count(),
            ["verdicts"] = Counts(place),
        }),
        ["differences"] = result.Differences.Select(difference => new ResultRecord
        {
            ["id"] = difference.Id,
            ["recorded"] = difference.Recorded?.ToName(),
            ["found"] = difference.Found?.ToName(),
            ["sentence"] = difference.Sentence,
        }),
        ["unchecked"] = result.Unchecked.Select(claim => claim.Id),
        ["disagreements"] = result.Disagreements.Select(one => new ResultRecord { ["id"] = one.Id, ["sentence"] = one.Sentence }),
    };

    private static ResultRecord Counts(IEnumerable<ReproducedClaim> claims) =>
        VerdictCounts.RecordOf(VerdictCounts.Count(claims.Select(claim => claim.Audited.Judgement)));

    private static ResultRecord? OfFailure(NotebookError? failure) => failure is null ? null : new()
    {
        ["cell"] = failure.Cell,
        ["line"] = failure.Line,
        ["error"] = failure.Error,
        ["message"] = failure.Message,
    };
}
