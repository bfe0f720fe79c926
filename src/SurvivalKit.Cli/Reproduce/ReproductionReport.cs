using System.Globalization;
using CSharpNotebook.Runner;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The verdict table as <c>survkit reproduce</c> prints it.</summary>
/// <param name="result">The run.</param>
/// <param name="notes">What stands below: what was written, and where.</param>
internal sealed class ReproductionReport(Reproduction result, IReadOnlyList<string> notes) : Report
{
    public override object ToJson() => ReproductionJson.Of(result);

    public override TableModel ToTidyTable() => TidyTable.Of(
        ["id", "place", "row", "column", "aspect", "printed", "computed", "method", "verdict", "recorded", "witness"],
        result.Claims.Select(claim => new object?[]
        {
            claim.Claim.Id, claim.Claim.Place, claim.Claim.Row, claim.Claim.Column, claim.Claim.Aspect, claim.Claim.Printed,
            claim.Audited.Computed, claim.Audited.Method, claim.Audited.Verdict.ToName(), claim.Recorded?.ToName(), claim.Audited.Explanation,
        }));

    public override IReadOnlyList<TableModel> Tables() => [Verdicts(Notes())];

    /// <summary>A row for each place and one for all: how many claims have each verdict.</summary>
    public TableModel Verdicts(IEnumerable<string> footnotes)
    {
        Verdict[] verdicts = [.. result.Audit.Counts().Select(pair => pair.Key)];
        bool hasUnchecked = result.Unchecked.Length > 0;
        List<TableColumn> columns = [new("place", TableAlignment.Left), new("claims"), .. verdicts.Select(verdict => new TableColumn(verdict.ToName()))];
        if (hasUnchecked)
        {
            columns.Add(new TableColumn("no notebook"));
        }

        columns.Add(new TableColumn("as recorded"));
        TableRow Row(string name, CheckedClaim[] claims) => new(
        [
            name,
            Count(claims.Length),
            .. verdicts.Select(verdict => Count(claims.Count(claim => claim.Audited.Verdict == verdict))),
            .. hasUnchecked ? [Count(claims.Count(claim => claim.Check is null))] : Array.Empty<string>(),
            claims.Count(claim => claim.IsAsRecorded).ToString(CultureInfo.InvariantCulture),
        ]);
        return new TableModel(
            $"{result.Study.Id}: {Plural(result.Claims.Length, "claim")} in {Plural(result.Runs.Length, "notebook")}",
            columns,
            [
                .. result.Claims.GroupBy(claim => claim.Claim.Place).Select(place => Row(place.Key, [.. place])),
                Row("all", [.. result.Claims]),
            ],
            footnotes);
    }

    /// <summary>Whether all is as recorded, in a sentence.</summary>
    public string Outcome()
    {
        List<string> problems = [];
        if (result.Failures.Length > 0)
        {
            problems.Add(Plural(result.Failures.Length, "notebook") + " failed");
        }

        if (result.Differences.Length > 0)
        {
            problems.Add(Plural(result.Differences.Length, "claim") + (result.Differences.Length == 1 ? " is not as recorded" : " are not as recorded"));
        }

        if (result.Unchecked.Length > 0)
        {
            problems.Add(Plural(result.Unchecked.Length, "claim") + (result.Unchecked.Length == 1 ? " is not computed by a notebook" : " are not computed by a notebook"));
        }

        if (result.Disagreements.Length > 0)
        {
            problems.Add(Plural(result.Disagreements.Length, "number") + (result.Disagreements.Length == 1 ? " of a notebook is not the audit's" : " of notebooks are not the audit's"));
        }

        return problems.Count == 0 ? "Every notebook ran, and every claim has the recorded verdict." : string.Join(", ", problems) + ".";
    }

    private IEnumerable<string> Notes()
    {
        yield return "";
        yield return Outcome();
        foreach (NotebookFailure failure in result.Failures)
        {
            yield return "  " + failure;
        }

        foreach (VerdictDifference difference in result.Differences)
        {
            yield return "  " + difference.Sentence;
        }

        foreach (Claim claim in result.Unchecked)
        {
            yield return $"  {claim.Id}: no notebook computed the claim.";
        }

        foreach (NotebookDisagreement disagreement in result.Disagreements)
        {
            yield return "  " + disagreement.Sentence;
        }

        foreach (string note in notes)
        {
            yield return note;
        }
    }

    private static string Count(int count) => count == 0 ? "" : count.ToString(CultureInfo.InvariantCulture);

    private static string Plural(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
