using CSharpNotebook.Runner;

namespace SurvivalKit.Cli;

/// <summary>A reproduction as the record of its JSON.</summary>
internal static class ReproductionRecord
{
    public static ResultRecord Write(Reproduction result) => new()
    {
        ["study"] = result.Study.Id,
        ["notebooks"] = result.Runs.Select(run => new ResultRecord
        {
            ["notebook"] = run.Name,
            ["status"] = run.Succeeded ? "completed" : "failed",
            ["seconds"] = run.Duration.TotalSeconds,
            ["failure"] = OfFailure(run.Failure),
        }),
        ["summary"] = Counts(result.Claims),
        ["places"] = result.Claims.GroupBy(claim => claim.Claim.Place).Select(place => new ResultRecord
        {
            ["place"] = place.Key,
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

    private static ResultRecord Counts(IEnumerable<CheckedClaim> claims)
    {
        var counts = new ResultRecord();
        foreach (IGrouping<Verdict, CheckedClaim> verdict in claims.GroupBy(claim => claim.Audited.Judgement.Verdict).OrderBy(verdict => verdict.Key))
        {
            counts[verdict.Key.ToName()] = verdict.Count();
        }

        return counts;
    }

    private static ResultRecord? OfFailure(NotebookFailure? failure) => failure is null ? null : new()
    {
        ["cell"] = failure.CellNumber,
        ["line"] = failure.Cause.Line,
        ["error"] = failure.Cause.Name,
        ["message"] = failure.Cause.Message,
    };
}
