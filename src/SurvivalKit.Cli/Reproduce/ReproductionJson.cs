using CSharpNotebook.Runner;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The JSON of <c>survkit reproduce</c>.</summary>
internal sealed record ReproductionJson(
    string Study,
    IReadOnlyList<ReproductionJson.NotebookResult> Notebooks,
    IReadOnlyDictionary<string, int> Summary,
    IReadOnlyList<ReproductionJson.PlaceResult> Places,
    IReadOnlyList<ReproductionJson.Difference> Differences,
    IReadOnlyList<string> Unchecked,
    IReadOnlyList<ReproductionJson.Disagreement> Disagreements)
{
    internal sealed record NotebookResult(string Notebook, string Status, double Seconds, CellError? Failure);

    internal sealed record CellError(int Cell, int? Line, string Error, string Message);

    internal sealed record PlaceResult(string Place, int Claims, IReadOnlyDictionary<string, int> Verdicts);

    internal sealed record Difference(string Id, string? Recorded, string? Found, string Sentence);

    internal sealed record Disagreement(string Id, string Sentence);

    public static ReproductionJson Of(Reproduction result) => new(
        result.Study.Id,
        [.. result.Runs.Select(run => new NotebookResult(run.Name, run.Succeeded ? "completed" : "failed", run.Duration.TotalSeconds, OfFailure(run.Failure)))],
        Counts(result.Claims),
        [.. result.Claims.GroupBy(claim => claim.Claim.Place).Select(place => new PlaceResult(place.Key, place.Count(), Counts(place)))],
        [.. result.Differences.Select(difference => new Difference(difference.Id, difference.Recorded?.ToName(), difference.Found?.ToName(), difference.Sentence))],
        [.. result.Unchecked.Select(claim => claim.Id)],
        [.. result.Disagreements.Select(one => new Disagreement(one.Id, one.Sentence))]);

    private static Dictionary<string, int> Counts(IEnumerable<CheckedClaim> claims) =>
        claims.GroupBy(claim => claim.Audited.Verdict).OrderBy(verdict => verdict.Key).ToDictionary(verdict => verdict.Key.ToName(), verdict => verdict.Count());

    private static CellError? OfFailure(NotebookFailure? failure) =>
        failure is null ? null : new CellError(failure.CellNumber, failure.Cause.Line, failure.Cause.Name, failure.Cause.Message);
}
