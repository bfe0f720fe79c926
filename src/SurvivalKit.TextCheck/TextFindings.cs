using System.Collections;
using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.TextCheck;

/// <summary>The statistics of a text in their order; immutable.</summary>
public sealed class TextFindings : IReadOnlyList<TextFinding>, IResult
{
    private readonly ImmutableArray<TextFinding> _findings;

    /// <summary>Findings in the order given, such as those of several texts one after another.</summary>
    /// <param name="findings">The findings.</param>
    public TextFindings(IEnumerable<TextFinding> findings) => _findings = [.. findings];

    /// <inheritdoc/>
    public int Count => _findings.Length;

    /// <inheritdoc/>
    public TextFinding this[int index] => _findings[index];

    /// <summary>Text that looks like a statistic and could not be read.</summary>
    public TextFindings Unread => Of(TextStatisticKind.Unread);

    /// <summary>The findings of a kind.</summary>
    /// <param name="kind">The kind.</param>
    public TextFindings Of(TextStatisticKind kind) => new(_findings.Where(finding => finding.Kind == kind));

    /// <summary>The findings with a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public TextFindings Of(Verdict verdict) => new(_findings.Where(finding => finding.Judgement.Verdict == verdict));

    /// <summary>The findings with the gravest first: what is inconsistent, what differs, what a search did not reach, what holds under
    /// another rounding, what could not be checked, and last what was recomputed; alike ones keep their order.</summary>
    public TextFindings ByGravity() => new(_findings.OrderBy(Gravity));

    /// <summary>How many findings have a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public int CountOf(Verdict verdict) => _findings.Count(finding => finding.Judgement.Verdict == verdict);

    /// <summary>The verdicts that occur with how often they do, in the order of <see cref="Verdict"/>.</summary>
    public ImmutableArray<KeyValuePair<Verdict, int>> Counts() => VerdictCounts.Count(_findings.Select(finding => finding.Judgement));

    /// <summary>A frame with a row a finding: kind, text, line, column, verdict, detail, computed, method, rule, witness,
    /// tableRow, tableColumn, file, offset, length, page, section, table, row, cell, decisionError.</summary>
    public DataFrame ToDataFrame() => new(
        Text("kind", finding => finding.Kind.ToName()),
        Text("text", finding => finding.Text),
        new Int32DataFrameColumn("line", _findings.Select(finding => finding.Line)),
        new Int32DataFrameColumn("column", _findings.Select(finding => finding.Column)),
        Text("verdict", finding => finding.Judgement.Verdict.ToName()),
        Text("detail", finding => finding.Detail),
        new DoubleDataFrameColumn("computed", _findings.Select(finding => finding.Judgement.Computed)),
        Text("method", finding => finding.Judgement.Method),
        Text("rule", finding => finding.Judgement.Rule?.ToString()),
        Text("witness", finding => finding.Judgement.Witness),
        Text("tableRow", finding => finding.TableRow),
        Text("tableColumn", finding => finding.TableColumn),
        Text("file", finding => finding.File),
        new Int32DataFrameColumn("offset", _findings.Select(finding => finding.Place.Offset)),
        new Int32DataFrameColumn("length", _findings.Select(finding => finding.Place.Length)),
        new Int32DataFrameColumn("page", _findings.Select(finding => finding.Place.Page)),
        Text("section", finding => finding.Place.Section),
        Text("table", finding => finding.Place.Table),
        new Int32DataFrameColumn("row", _findings.Select(finding => finding.Place.Row)),
        new Int32DataFrameColumn("cell", _findings.Select(finding => finding.Place.Cell)),
        new BooleanDataFrameColumn("decisionError", _findings.Select(finding => finding.Judgement.DecisionError)));

    /// <summary>A row for each statistic: line, verdict, quotation and sentence; the counts below.</summary>
    public ImmutableArray<TableModel> ToTables() => Count == 0
        ? [TableModel.Sentence(Summary)]
        :
        [
            new(
                "Statistics in the text",
                [
                    new("line"),
                    new("verdict", TableAlignment.Left),
                    new("statistic", TableAlignment.Left),
                    new("detail", TableAlignment.Left) { IsProse = true },
                ],
                _findings.Select(finding => new TableRow(
                    [TableCell.Number(
                        finding.Line, NumberKind.Count), finding.Judgement.Verdict.ToName(), Quoted(finding), finding.Detail])),
                Summary),
        ];

    /// <summary>findings: kind, text, line, verdict, detail, column, computed, method, rule, witness, tableRow, tableColumn, file, offset,
    /// length, page, section, table, row, cell, decisionError, printed; summary: how often each verdict occurs.</summary>
    public ResultRecord ToRecord() => new()
    {
        ["findings"] = _findings.Select(finding => new ResultRecord
        {
            ["kind"] = finding.Kind.ToName(),
            ["text"] = finding.Text,
            ["line"] = finding.Line,
            ["verdict"] = finding.Judgement.Verdict.ToName(),
            ["detail"] = finding.Detail,
            ["column"] = finding.Column,
            ["computed"] = finding.Judgement.Computed,
            ["method"] = finding.Judgement.Method,
            ["rule"] = finding.Judgement.Rule,
            ["witness"] = finding.Judgement.Witness,
            ["tableRow"] = finding.TableRow,
            ["tableColumn"] = finding.TableColumn,
            ["file"] = finding.File,
            ["offset"] = finding.Place.Offset,
            ["length"] = finding.Place.Length,
            ["page"] = finding.Place.Page,
            ["section"] = finding.Place.Section,
            ["table"] = finding.Place.Table,
            ["row"] = finding.Place.Row,
            ["cell"] = finding.Place.Cell,
            ["decisionError"] = finding.Judgement.DecisionError,
            ["printed"] = finding.Statistic?.ToRecord(),
        }),
        ["summary"] = VerdictCounts.RecordOf(Counts()),
    };

    /// <summary>The counts in a line: <c>12 statistics: 9 recomputed, 1 inconsistent, 2 not-checkable; 1 could not be read.</c></summary>
    public string Summary
    {
        get
        {
            if (Count == 0)
            {
                return "No statistics were found.";
            }

            int unread = Unread.Count;
            return $"{NumberText.Count(Count, "statistic")}: {VerdictCounts.Words(Counts())}"
                + (unread == 0 ? "." : FormattableString.Invariant($"; {unread} could not be read."));
        }
    }

    /// <summary>The table as text.</summary>
    public override string ToString() => this.ToText();

    /// <inheritdoc/>
    public IEnumerator<TextFinding> GetEnumerator() => ((IEnumerable<TextFinding>)_findings).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static int Gravity(TextFinding finding) => finding.Judgement.Verdict switch
    {
        Verdict.Inconsistent => 0,
        Verdict.Differs => 1,
        Verdict.Unreachable => 2,
        Verdict.Rounding => 3,
        Verdict.NotCheckable => 4,
        _ => 5,
    };

    private static string Quoted(TextFinding finding) =>
        finding.TableRow is { Length: > 0 } label ? $"{finding.Text} (row \"{label}\")" : finding.Text;

    private StringDataFrameColumn Text(string name, Func<TextFinding, string?> value) => new(name, _findings.Select(value));
}
