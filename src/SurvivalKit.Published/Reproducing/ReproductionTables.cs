using Microsoft.Data.Analysis;

namespace SurvivalKit.Published;

/// <summary>A reproduction as the table of its verdicts, and as a frame of its claims.</summary>
internal static class ReproductionTables
{
    public static DataFrame FrameOf(Reproduction result) => new(
        new StringDataFrameColumn("id", result.Claims.Select(claim => claim.Claim.Id)),
        new StringDataFrameColumn("name", result.Claims.Select(claim => result.Study.NameOf(claim.Claim))),
        new StringDataFrameColumn("place", result.Claims.Select(claim => claim.Claim.Place)),
        new StringDataFrameColumn("row", result.Claims.Select(claim => claim.Claim.Row)),
        new StringDataFrameColumn("column", result.Claims.Select(claim => claim.Claim.Column)),
        new StringDataFrameColumn("aspect", result.Claims.Select(claim => claim.Claim.Aspect)),
        new StringDataFrameColumn("printed", result.Claims.Select(claim => claim.Claim.Printed)),
        new DoubleDataFrameColumn("computed", result.Claims.Select(claim => claim.Audited.Judgement.Computed)),
        new StringDataFrameColumn("method", result.Claims.Select(claim => claim.Audited.Judgement.Method)),
        new StringDataFrameColumn("verdict", result.Claims.Select(claim => claim.Audited.Judgement.Verdict.ToName())),
        new StringDataFrameColumn("recorded", result.Claims.Select(claim => claim.Recorded?.ToName())),
        new StringDataFrameColumn("witness", result.Claims.Select(claim => claim.Audited.Judgement.Explanation)));

    /// <summary>A row for each place and one for all: how many claims have each verdict.</summary>
    public static TableModel Verdicts(Reproduction result, IEnumerable<string> lead, IEnumerable<string> notes)
    {
        Verdict[] verdicts = [.. result.Audit.Counts().Select(pair => pair.Key)];
        bool hasUnchecked = result.Unchecked.Length > 0;
        List<TableColumn> columns = [new("place", TableAlignment.Left), new("claims"), .. verdicts.Select(
            verdict => new TableColumn(verdict.ToName()))];
        if (hasUnchecked)
        {
            columns.Add(new TableColumn("no notebook"));
        }

        columns.Add(new TableColumn("as recorded"));
        TableRow Row(string name, ReproducedClaim[] claims) => new(
        [
            name,
            Count(claims.Length),
            .. verdicts.Select(verdict => Count(claims.Count(claim => claim.Audited.Judgement.Verdict == verdict))),
            .. hasUnchecked ? (TableCell[])[Count(claims.Count(claim => claim.Check is null))] : [],
            TableCell.Number(claims.Count(claim => claim.IsAsRecorded), NumberKind.Count),
        ]);
        return new TableModel(
            $"{result.Study.Id}: {NumberText.Count(result.Claims.Length, "claim")} in {NumberText.Count(result.Notebooks.Length, "notebook")}",
            columns,
            [
                .. result.Claims.GroupBy(claim => claim.Claim.Place).Select(place => Row(ClaimNames.PlaceName(place.Key), [.. place])),
                Row("all", [.. result.Claims]),
            ],
            notes.Select(note => (TableNote)note))
        {
            Lead = [.. lead],
        };
    }

    /// <summary>Whether all is as recorded, in a sentence.</summary>
    public static string Outcome(Reproduction result)
    {
        List<string> problems = [];
        if (result.Failures.Length > 0)
        {
            problems.Add(NumberText.Count(result.Failures.Length, "notebook") + " failed");
        }

        if (result.Differences.Length > 0)
        {
            problems.Add(NumberText.Count(result.Differences.Length, "claim")
                + (result.Differences.Length == 1 ? " is not as recorded" : " are not as recorded"));
        }

        if (result.Unchecked.Length > 0)
        {
            problems.Add(NumberText.Count(result.Unchecked.Length, "claim")
                + (result.Unchecked.Length == 1 ? " is not computed by a notebook" : " are not computed by a notebook"));
        }

        if (result.Disagreements.Length > 0)
        {
            problems.Add(NumberText.Count(result.Disagreements.Length, "number")
                + (result.Disagreements.Length == 1 ? " of a notebook is not the audit's" : " of notebooks are not the audit's"));
        }

        return problems.Count == 0 ? "Every notebook ran, and every claim has the recorded verdict." : string.Join(", ", problems) + ".";
    }

    /// <summary>Whether all is as recorded, and below it each thing that is not.</summary>
    public static IEnumerable<string> Problems(Reproduction result)
    {
        yield return Outcome(result);
        foreach (NotebookError failure in result.Failures)
        {
            yield return "  " + failure.Sentence;
        }

        foreach (VerdictDifference difference in result.Differences)
        {
            yield return "  " + difference.Sentence;
        }

        foreach (Claim claim in result.Unchecked)
        {
            yield return $"  {claim.Id}: no notebook computed the claim.";
        }

        foreach (NumberDisagreement disagreement in result.Disagreements)
        {
            yield return "  " + disagreement.Sentence;
        }
    }

    private static TableCell Count(int count) => count == 0 ? TableCell.Empty : TableCell.Number(count, NumberKind.Count);
}
