using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Published;

/// <summary>What a study file understands of what is printed: each printed table with the numbers of its cells named, how each row is
/// measured, and beside them what is open; immutable.</summary>
public sealed class StudyReview : IResult
{
    private const string Open = "open";

    /// <summary>Reviews a study file.</summary>
    /// <param name="study">The study.</param>
    public StudyReview(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        Study = study;
    }

    /// <summary>The study.</summary>
    public Study Study { get; }

    /// <summary>A table a place: in each cell the aspects with their numbers, behind them the measures of the row; what is open is a marked
    /// note. At last what is open elsewhere.</summary>
    public ImmutableArray<TableModel> ToTables()
    {
        string[] places = [.. Study.Claims.Select(claim => claim.Place).Distinct()];
        StudyRemark[] elsewhere = [.. Study.Remarks.Where(remark => !places.Contains(remark.Place))];
        return
        [
            .. places.Select(Place),
            .. elsewhere.Length == 0 ? [] : (TableModel[])
            [
                new(
                    "Not understood",
                    [new("place", TableAlignment.Left), new("printed", TableAlignment.Left), new("reason", TableAlignment.Left)],
                    elsewhere.Select(remark => new TableRow([ClaimNames.PlaceName(remark.Place), remark.Printed, remark.Reason]))),
            ],
        ];
    }

    /// <summary>A frame with a row a claim: place, row, column, aspect, printed, measure, open (the reasons of the remarks on
    /// it).</summary>
    public DataFrame ToDataFrame()
    {
        return new DataFrame(
            Text("place", claim => claim.Place),
            Text("row", claim => claim.Row),
            Text("column", claim => claim.Column),
            Text("aspect", claim => claim.Aspect),
            Text("printed", claim => claim.Printed),
            Text("measure", MeasureOf),
            Text(Open, claim => string.Join(" ", RemarksOn(claim.Place, claim.Row, claim.Column).Select(remark => remark.Reason))));

        StringDataFrameColumn Text(string name, Func<Claim, string?> value) => new(name, Study.Claims.Select(value));
    }

    /// <summary>study, claims (id, printed, measure) and remarks (place, row, column, printed, line, reason).</summary>
    public ResultRecord ToRecord() => new()
    {
        ["study"] = Study.Id,
        ["claims"] = Study.Claims.Select(claim => new ResultRecord
        {
            ["id"] = claim.Id,
            ["printed"] = claim.Printed,
            ["measure"] = MeasureOf(claim),
        }),
        ["remarks"] = Study.Remarks.Select(StudyDraft.RecordOf),
    };

    /// <summary>The tables as text.</summary>
    public override string ToString() => this.ToText();

    private TableModel Place(string place)
    {
        Claim[] claims = [.. Study.Claims.Where(claim => claim.Place == place)];
        PrintedTable? table = Study.Tables.FirstOrDefault(other => other.Place == place);
        string?[] columns = [.. claims.Select(claim => claim.Column).Distinct().OrderBy(column =>
            table is null ? 0 : table.Columns.Select(other => other.Name).ToList().IndexOf(column ?? ""))];
        string?[] rows = [.. table is null ? [] : table.Rows.Select(row => (string?)row.Row), .. claims.Select(claim => claim.Row)];
        List<StudyRemark> noted = [];
        TableRow Row(string? row) => new(
        [
            row ?? "",
            .. columns.Select(column => Cell(claims, row, column, noted)),
            string.Join("; ", Study.Rows.Where(other => other.Place == place && other.Row == row)
                .Select(other => MeasureWords.Of(other.Measure))
                .Concat(Unmeasured(claims.Where(claim => claim.Row == row)))),
        ]);
        TableRow[] read = [.. rows.Distinct().Select(Row)];
        StudyRemark[] all = [.. noted, .. Study.Remarks.Where(remark => remark.Place == place && !noted.Contains(remark))];
        return new(
            table is null ? ClaimNames.PlaceName(place) : $"{ClaimNames.PlaceName(place)}. {table.Title}",
            [
                new(table?.Stub ?? "row", TableAlignment.Left),
                .. columns.Select(column => new TableColumn(column ?? "", TableAlignment.Left)),
                new("measured as", TableAlignment.Left),
            ],
            read,
            all.Select((remark, i) => new TableNote(Note(remark), i < noted.Count ? Mark(i) : "")));
    }

    private TableCell Cell(Claim[] claims, string? row, string? column, List<StudyRemark> noted)
    {
        string numbers = string.Join(", ", claims.Where(claim => claim.Row == row && claim.Column == column)
            .Select(claim => $"{claim.Aspect} {claim.Printed}"));
        StudyRemark[] open = row is null ? [] : [.. RemarksOn(claims[0].Place, row, column).Where(remark => !noted.Contains(remark))];
        var marks = new System.Text.StringBuilder();
        foreach (StudyRemark remark in open)
        {
            marks.Append(Mark(noted.Count));
            noted.Add(remark);
        }

        return $"{(numbers.Length == 0 && open.Length > 0 ? open[0].Printed : numbers)}{(marks.Length > 0 ? " " : "")}{marks}";
    }

    private static string Mark(int i) => FormattableString.Invariant($"[{i + 1}]");

    private static string Note(StudyRemark remark)
    {
        string name = string.Join(", ", ((string?[])[remark.Row, remark.Column]).OfType<string>());
        string line = remark.Line is { } at ? FormattableString.Invariant($" (line {at})") : "";
        return $"{(name.Length > 0 ? name + ": " : "")}{remark.Printed}{line}. {remark.Reason}";
    }

    private IEnumerable<StudyRemark> RemarksOn(string place, string? row, string? column) =>
        Study.Remarks.Where(remark => remark.Place == place && remark.Row == row && remark.Column == column);

    /// <summary>What is said of the claims of a row that no row measures.</summary>
    private static IEnumerable<string> Unmeasured(IEnumerable<Claim> claims)
    {
        foreach (string said in claims.Select(claim => claim.SameAs is { } source ? "as " + source[..source.LastIndexOf('#')]
            : claim.Checkable ? "" : "not checked").Distinct())
        {
            if (said.Length > 0)
            {
                yield return said;
            }
        }
    }

    private string? MeasureOf(Claim claim) => !claim.Checkable ? null : claim.SameAs is { } source ? "as " + source
        : Study.Rows.FirstOrDefault(row => row.Place == claim.Place && row.Row == claim.Row && row.Measure.Aspects.Contains(claim.Aspect))
            is { } measured ? MeasureWords.Of(measured.Measure) : null;
}
