using System.Collections.Immutable;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Cli;

/// <summary>The statistics of a text as <c>survkit check</c> shows them.</summary>
internal sealed class CheckReport(TextFindings findings) : IResult
{
    public ImmutableArray<TableModel> ToTables() =>
    [
        new(
            "Statistics in the text",
            [new("line"), new("verdict", TableAlignment.Left), new("statistic", TableAlignment.Left), new("detail", TableAlignment.Left) { IsProse = true }],
            findings.Select(finding => new TableRow([TableCell.Number(finding.Line, NumberKind.Count), finding.Verdict.ToName(), Quoted(finding), finding.Detail])),
            findings.ToString()),
    ];

    public DataFrame ToDataFrame() => findings.ToDataFrame();

    public ResultRecord ToRecord() => new()
    {
        ["findings"] = findings.Select(finding => new ResultRecord
        {
            ["kind"] = finding.Kind.ToName(),
            ["text"] = finding.Text,
            ["line"] = finding.Line,
            ["verdict"] = finding.Verdict.ToName(),
            ["detail"] = finding.Detail,
        }),
    };

    private static string Quoted(TextFinding finding) => finding.TableRow is { Length: > 0 } label ? $"{finding.Text} (row \"{label}\")" : finding.Text;
}
