using System.Collections.Immutable;
using CSharpNotebook.Runner;
using Microsoft.Data.Analysis;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The verdict table as <c>survkit reproduce</c> prints it.</summary>
/// <param name="result">The run.</param>
/// <param name="notes">The notes below: which files were written.</param>
internal sealed class ReproductionReport(Reproduction result, IReadOnlyList<string> notes) : IResult
{
    /// <inheritdoc/>
    public ResultRecord ToRecord() => ReproductionRecord.Write(result);

    /// <inheritdoc/>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("id", result.Claims.Select(claim => claim.Claim.Id)),
        new StringDataFrameColumn("place", result.Claims.Select(claim => claim.Claim.Place)),
        new StringDataFrameColumn("row", result.Claims.Select(claim => claim.Claim.Row)),
        new StringDataFrameColumn("column", result.Claims.Select(claim => claim.Claim.Column)),
        new StringDataFrameColumn("aspect", result.Claims.Select(claim => claim.Claim.Aspect)),
        new StringDataFrameColumn("printed", result.Claims.Select(claim => claim.Claim.Printed)),
        new DoubleDataFrameColumn("computed", result.Claims.Select(claim => claim.Audited.Computed)),
        new StringDataFrameColumn("method", result.Claims.Select(claim => claim.Audited.Method)),
        new StringDataFrameColumn("verdict", result.Claims.Select(claim => claim.Audited.Verdict.ToName())),
        new StringDataFrameColumn("recorded", result.Claims.Select(claim => claim.Recorded?.ToName())),
        new StringDataFrameColumn("witness", result.Claims.Select(claim => claim.Audited.Explanation)));

    /// <inheritdoc/>
    public ImmutableArray<TableModel> ToTables() => [Verdicts(Notes())];

    /// <summary>A row for each place and one for all: how many claims have each verdict.</summary>
    public TableModel Verdicts(IEnumerable<string> notes)
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
            .. hasUnchecked ? (TableCell[])[Count(claims.Count(claim => claim.Check is null))] : [],
            TableCell.Number(claims.Count(claim => claim.IsAsRecorded), NumberKind.Count),
        ]);
        return new TableModel(
            $"{result.Study.Id}: {NumberText.Count(result.Claims.Length, "claim")} in {NumberText.Count(result.Runs.Length, "notebook")}",
            columns,
            [
                .. result.Claims.GroupBy(claim => claim.Claim.Place).Select(place => Row(place.Key, [.. place])),
                Row("all", [.. result.Claims]),
            ],
            notes.Select(note => (TableNote)note));
    }

    /// <summary>Whether all is as recorded, in a sentence.</summary>
    public string Outcome()
    {
        List<string> problems = [];
        if (result.Failures.Length > 0)
        {
            problems.Add(NumberText.Count(result.Failures.Length, "notebook") + " failed");
        }

        if (result.Differences.Length > 0)
        {
            problems.Add(NumberText.Count(result.Differences.Length, "claim") + (result.Differences.Length == 1 ? " is not as recorded" : " are not as recorded"));
        }

        if (result.Unchecked.Length > 0)
        {
            problems.Add(NumberText.Count(result.Unchecked.Length, "claim") + (result.Unchecked.Length == 1 ? " is not computed by a notebook" : " are not computed by a notebook"));
        }

        if (result.Disagreements.Length > 0)
        {
            problems.Add(NumberText.Count(result.Disagreements.Length, "number") + (result.Disagreements.Length == 1 ? " of a notebook is not the audit's" : " of notebooks are not the audit's"));
        }

        return problems.Count == 0 ? "Every notebook ran, and every claim has the recorded verdict." : string.Join(", ", problems) + ".";
    }

    private IEnumerable<string> Notes()
    {
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

    private static TableCell Count(int count) => count == 0 ? TableCell.Empty : TableCell.Number(count, NumberKind.Count);
}
