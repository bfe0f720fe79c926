using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.TextCheck;

/// <summary>
/// The items of INSPECT-SR that arithmetic can answer, with the answers for one text; immutable. INSPECT-SR (Wilkinson and others 2025,
/// medRxiv 2025.09.03.25334905) has 21 checks of the trustworthiness of a randomised trial in four domains; ten of the eleven on its
/// results are here, in words of our own. The judgement of a domain and of the trial remains the reviewer's.
/// </summary>
public sealed class IntegrityItems : IReadOnlyList<IntegrityItem>, IResult
{
    private readonly ImmutableArray<IntegrityItem> _items;

    internal IntegrityItems(IEnumerable<IntegrityItem> items) => _items = [.. items];

    /// <summary>Where the items come from.</summary>
    public static string Source =>
        "INSPECT-SR (Wilkinson and others 2025, doi 10.1101/2025.09.03.25334905): 21 checks of randomised trials, of which arithmetic can answer those below.";

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public IntegrityItem this[int index] => _items[index];

    /// <summary>The items with an answer.</summary>
    /// <param name="answer">The answer.</param>
    public IEnumerable<IntegrityItem> Of(IntegrityAnswer answer) => _items.Where(item => item.Answer == answer);

    /// <summary>A row for each item: number, name, answer, what was looked at, and the lines of the findings.</summary>
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            "Items of INSPECT-SR that arithmetic can answer",
            [
                new("item", TableAlignment.Left),
                new("check", TableAlignment.Left),
                new("answer", TableAlignment.Left),
                new("findings", TableAlignment.Left),
                new("looked at", TableAlignment.Left) { IsProse = true },
            ],
            _items.Select(item => new TableRow([item.Number, item.Name, item.AnswerName, Lines(item), item.LookedAt])),
            Source),
    ];

    /// <summary>A frame with a row an item: item, check, answer, lookedAt, findings (how many), lines.</summary>
    public DataFrame ToDataFrame() => new(
        new StringDataFrameColumn("item", _items.Select(item => item.Number)),
        new StringDataFrameColumn("check", _items.Select(item => item.Name)),
        new StringDataFrameColumn("answer", _items.Select(item => item.AnswerName)),
        new StringDataFrameColumn("lookedAt", _items.Select(item => item.LookedAt)),
        new Int32DataFrameColumn("findings", _items.Select(item => item.Findings.Length)),
        new StringDataFrameColumn("lines", _items.Select(Lines)));

    /// <summary>source; items: item, check, answer, lookedAt, findings (line, column, verdict of each).</summary>
    public ResultRecord ToRecord() => new()
    {
        ["source"] = Source,
        ["items"] = _items.Select(item => new ResultRecord
        {
            ["item"] = item.Number,
            ["check"] = item.Name,
            ["answer"] = item.AnswerName,
            ["lookedAt"] = item.LookedAt,
            ["findings"] = item.Findings.Select(finding => new ResultRecord
            {
                ["line"] = finding.Line,
                ["column"] = finding.Column,
                ["verdict"] = finding.Judgement.Verdict.ToName(),
            }),
        }),
    };

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<IntegrityItem> GetEnumerator() => ((IEnumerable<IntegrityItem>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The lines of the findings, the first ten.</summary>
    private static string Lines(IntegrityItem item)
    {
        const int Most = 10;
        int[] lines = [.. item.Findings.Select(finding => finding.Line).Distinct()];
        return lines.Length == 0 ? ""
            : (lines.Length == 1 ? "line " : "lines ") + string.Join(", ", lines.Take(Most)) + (lines.Length > Most ? ", ..." : "");
    }
}
