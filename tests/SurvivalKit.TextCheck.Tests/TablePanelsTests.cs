namespace SurvivalKit.TextCheck.Tests;

/// <summary>Which columns of a table are compared, which are totals, and which cells were run together.</summary>
public class TablePanelsTests
{
    // 60 of 100 and 30 of 80: chi-square 9.0, P .0027. 25 and 24 of 50: .841.
    [Theory]
    [InlineData(".003", ".84", 0)]
    [InlineData(".003", ".31", 1)]
    [InlineData(".31", ".84", 1)]
    public void Each_P_is_of_its_own_pair(string first, string second, int alarms)
    {
        TextFindings findings = PrintedText.Check($"""
            | n (%) | A (n = 100) | B (n = 80) | P | C (n = 50) | D (n = 50) | P |
            |---|---|---|---|---|---|---|
            | Men | 60 (60.0) | 30 (37.5) | {first} | 25 (50.0) | 24 (48.0) | {second} |
            """);
        Assert.Equal(2, findings.Of(TextStatisticKind.PValue).Count);
        Assert.Equal(alarms, findings.Of(Verdict.Inconsistent).Count);
    }

    [Theory]
    [InlineData("A (n = 100) | B (n = 80) | P | C | D | P")]
    [InlineData("A (n = 100) | P | B (n = 80) | P | C | D")]
    public void A_panel_without_two_groups_is_not_judged_by_those_of_another(string heading)
    {
        string row = heading.Contains("| P | B", StringComparison.Ordinal)
            ? "60 (60.0) | .62 | 30 (37.5) | .71 | |"
            : "60 (60.0) | 30 (37.5) | .003 | 25 (50.0) | 24 (48.0) | .84";
        TextFindings findings = PrintedText.Check($"| n (%) | {heading} |\n|---|---|---|---|---|---|---|\n| Men | {row} |");
        Assert.NotEmpty(findings.Of(TextStatisticKind.PValue));
        Assert.Empty(findings.Of(Verdict.Inconsistent));
    }

    [Fact]
    public void Two_P_of_one_panel_are_of_the_same_groups()
    {
        TextFindings findings = PrintedText.Check("""
            | n (%) | A (n = 100) | B (n = 80) | P | P-value |
            |---|---|---|---|---|
            | Men | 60 (60.0) | 30 (37.5) | .003 | .0027 |
            """);
        Assert.Equal(2, findings.Of(TextStatisticKind.PValue).Count);
        Assert.All(findings.Of(TextStatisticKind.PValue), p => Assert.Equal(Verdict.Recomputed, p.Judgement.Verdict));
    }

    [Theory]
    [InlineData("Total (n = 180)")]
    [InlineData("All patients (n = 180)")]
    [InlineData("The ward (n = 180)")]
    [InlineData("Overall (n = 185)")]
    public void A_total_column_is_no_group(string total)
    {
        TextFindings findings = PrintedText.Check($"""
            | n (%) | {total} | A (n = 100) | B (n = 80) | P |
            |---|---|---|---|---|
            | Men | 90 (50.0) | 60 (60.0) | 30 (37.5) | .003 |
            | Smokers | 45 (25.0) | 25 (25.0) | 20 (25.0) | 1.00 |
            """);
        Assert.Equal(2, findings.Of(TextStatisticKind.PValue).Count);
        Assert.Empty(findings.Of(Verdict.Inconsistent));
        Assert.All(findings.Of(TextStatisticKind.PValue), p => Assert.Equal(Verdict.Recomputed, p.Judgement.Verdict));
    }

    [Theory]
    [InlineData("| Men | 60 (60.0%)30 (37.5%) | 12 (15.0%) |", "60 (60.0%)30 (37.5%)")]
    [InlineData("| Men | 60 (61.0%) | 12 (15.0%)9 (12.0%) |", "12 (15.0%)9 (12.0%)")]
    public void Cells_that_were_run_together_could_not_be_read(string row, string cell)
    {
        TextFindings findings = PrintedText.Check($"| n (%) | A (n = 100) | B (n = 80) |\n|---|---|---|\n{row}\n");
        TextFinding glued = Assert.Single(findings, finding => finding.Text == cell);
        Assert.Equal(TextStatisticKind.Unread, glued.Kind);
        Assert.StartsWith("Could not be read", glued.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SexMale147 (54%)150 (55.3%)Female127 (46%)123 (45%)")]
    [InlineData("Nausea 17/26 (65%)23/30 (9.3%)4 of 7 (70.1%)Vomiting")]
    [InlineData("Age0.72 (0.81-0.96)0.04Sex1.20 (1.31-1.44)0.02")]
    public void Text_that_was_run_together_accuses_nobody(string text) =>
        Assert.Empty(PrintedText.Check($"The values were {text} and others.").Of(Verdict.Inconsistent));
}
