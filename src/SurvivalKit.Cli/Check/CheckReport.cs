using System.Globalization;
using System.Text;
using SurvivalKit.Published;

namespace SurvivalKit.Cli;

/// <summary>The statistics of a text as <c>survkit check</c> shows them.</summary>
internal sealed class CheckReport(TextFindings findings) : Report
{
    /// <summary>For each statistic its place, its verdict and its quotation, and the sentence below; the counts last.</summary>
    public override string ToText()
    {
        var text = new StringBuilder();
        foreach (TextFinding finding in findings)
        {
            string row = finding.TableRow is { Length: > 0 } label ? $" in the row \"{label}\"" : "";
            text.Append(CultureInfo.InvariantCulture, $"line {finding.Line}: {finding.Verdict.ToName()}: {finding.Text}{row}\n    {finding.Detail}\n");
        }

        return text.Append(findings.Count > 0 ? "\n" : "").Append(findings).ToString();
    }

    public override object ToJson() => new CheckJson(
        [.. findings.Select(finding => new CheckJson.Finding(finding.Kind.ToName(), finding.Text, finding.Line, finding.Verdict.ToName(), finding.Detail))]);

    public override IReadOnlyList<TableModel> Tables() =>
    [
        new TableModel(
            "Statistics in the text",
            [new("line"), new("statistic", TableAlignment.Left), new("verdict", TableAlignment.Left), new("detail", TableAlignment.Left)],
            findings.Select(finding => new TableRow([finding.Line.ToString(CultureInfo.InvariantCulture), finding.Text, finding.Verdict.ToName(), finding.Detail])),
            findings.ToString()),
    ];

    public override TableModel ToTidyTable() => TidyTable.Of(findings.ToDataFrame());
}
