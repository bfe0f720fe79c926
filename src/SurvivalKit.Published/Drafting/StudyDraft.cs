using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Published;

/// <summary>A study file made from the text of a paper: what its tables and sentences print, how each number is measured, and what was not
/// understood; immutable.</summary>
/// <example><code>
/// StudyDraft draft = StudyDraft.Read(File.ReadAllText("paper.md"));
/// File.WriteAllText("study.json", draft.Study.ToStudyFile());
/// </code></example>
public sealed class StudyDraft : IResult
{
    private StudyDraft(Study study) => Study = study;

    /// <summary>The study; its remarks say what is open.</summary>
    public Study Study { get; }

    /// <summary>What was not understood, or understood with doubt.</summary>
    public ImmutableArray<StudyRemark> Remarks => Study.Remarks;

    /// <summary>Reads a paper.</summary>
    /// <param name="text">Its text as Markdown, HTML, JATS XML or plain text.</param>
    /// <param name="options">What is known beside the text; <see langword="null"/>: <see cref="StudyDraftOptions.Default"/>.</param>
    /// <returns>A draft whose study file is read again as the same study, and whose audit calls nothing a contradiction that the draft is
    /// not certain of.</returns>
    /// <exception cref="SurvivalDataException">The text names no two arms with their numbers of patients, or no number of them.</exception>
    public static StudyDraft Read(string text, StudyDraftOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new StudyDraft(StudyDrafting.Draft(text, options ?? StudyDraftOptions.Default));
    }

    /// <summary>How many claims each place has, how many of them can be checked, and how much is open there.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            Study.Title,
            [new("place", TableAlignment.Left), new("claims"), new("measured"), new("open")],
            Places().Select(place => new TableRow(
            [
                ClaimNames.PlaceName(place),
                TableCell.Number(Study.Claims.Count(claim => claim.Place == place), NumberKind.Count),
                TableCell.Number(Study.Claims.Count(claim => claim.Place == place && claim.Checkable), NumberKind.Count),
                TableCell.Number(Remarks.Count(remark => remark.Place == place), NumberKind.Count),
            ])),
            string.Join("; ", Study.Arms.Select(arm => $"{arm.Name}: {NumberText.Count(arm.N, "patient")}")) + "."),
    ];

    /// <summary>A frame with a row a remark: place, row, column, printed, line, reason.</summary>
    public DataFrame ToDataFrame()
    {
        return new DataFrame(
            Text("place", remark => remark.Place),
            Text("row", remark => remark.Row),
            Text("column", remark => remark.Column),
            Text("printed", remark => remark.Printed),
            new Int32DataFrameColumn("line", Remarks.Select(remark => remark.Line)),
            Text("reason", remark => remark.Reason));

        StringDataFrameColumn Text(string name, Func<StudyRemark, string?> value) => new(name, Remarks.Select(value));
    }

    /// <summary>study (its record) and remarks (place, row, column, printed, line, reason).</summary>
    public ResultRecord ToRecord() => new()
    {
        ["study"] = Study.ToRecord(),
        ["remarks"] = Remarks.Select(RecordOf),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    internal static ResultRecord RecordOf(StudyRemark remark) => new()
    {
        ["place"] = remark.Place,
        ["row"] = remark.Row,
        ["column"] = remark.Column,
        ["printed"] = remark.Printed,
        ["line"] = remark.Line,
        ["reason"] = remark.Reason,
    };

    private IEnumerable<string> Places() => Study.Claims.Select(claim => claim.Place).Concat(Remarks.Select(remark => remark.Place))
        .Distinct();
}
