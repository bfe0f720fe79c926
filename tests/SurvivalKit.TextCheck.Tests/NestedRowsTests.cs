namespace SurvivalKit.TextCheck.Tests;

/// <summary>Percentages of a table that are not of all patients of their columns.</summary>
public class NestedRowsTests
{
    // 25 and 20 of 100 and 80; of these 5 (20.0%) and 3 (15.0%).
    private const string Markdown = """
        | Event, n (%) | A (n = 100) | B (n = 80) | P |
        |---|---|---|---|
        | Bleeding | 25 (25.0) | 20 (25.0) | 1.00 |
        | &nbsp;&nbsp;major | 5 (20.0) | LAST | .72 |
        | Other | 40 (40.0) | 30 (37.5) | |
        """;

    private const string Words = """
        | Event, n (%) | A (n = 100) | B (n = 80) | P |
        |---|---|---|---|
        | Bleeding | 25 (25.0) | 20 (25.0) | 1.00 |
        | Fever | 9 (9.0) | 8 (10.0) | |
        | of which in hospital | 3 (33.3) | 2 (25.0) | |
        | Bleeding at night | 25 (25.0) | 20 (25.0) | |
        |   of these major | 5 (20.0) | LAST | .72 |
        """;

    private const string Padded = """
        <table><tr><th>Event, n (%)</th><th>A (n = 100)</th><th>B (n = 80)</th><th>P</th></tr>
        <tr><td>Bleeding</td><td>25 (25.0)</td><td>20 (25.0)</td><td>1.00</td></tr>
        <tr><td style="padding-left: 12px">major</td><td>5 (20.0)</td><td>LAST</td><td>.72</td></tr>
        <tr><td>Other</td><td>40 (40.0)</td><td>30 (37.5)</td><td></td></tr></table>
        """;

    private const string Spaces = """
        Event, n (%)	A (n = 100)	B (n = 80)	P
        Bleeding	25 (25.0)	20 (25.0)	1.00
          major	5 (20.0)	LAST	.72
        Other	40 (40.0)	30 (37.5)	
        """;

    private const string Headed = """
        | Event, n (%) | A (n = 100) | B (n = 80) | P |
        |---|---|---|---|
        | Fever | 9 (9.0) | 8 (10.0) | |
        | **Bleeding** | n = 25 | n = 20 | |
        | major | 5 (20.0) | LAST | .72 |
        """;

    private const string Unmarked = """
        | Event, n (%) | A (n = 100) | B (n = 80) | P |
        |---|---|---|---|
        | Bleeding | 25 (25.0) | 20 (25.0) | 1.00 |
        | Major bleeding | 5 (20.0) | LAST | .72 |
        """;

    [Theory]
    [InlineData(Markdown)]
    [InlineData(Words)]
    [InlineData(Padded)]
    [InlineData(Spaces)]
    [InlineData(Headed)]
    [InlineData(Unmarked)]
    public void A_nested_row_is_a_share_of_its_parent(string table)
    {
        TextFindings right = PrintedText.Check(table.Replace("LAST", "3 (15.0)", StringComparison.Ordinal));
        Assert.Empty(right.Of(Verdict.Inconsistent));
        TextFinding cell = Assert.Single(right, finding => finding.Text == "3 (15.0)");
        Assert.Equal(Verdict.Recomputed, cell.Judgement.Verdict);
        Assert.Contains("3 of 20", cell.Detail, StringComparison.Ordinal);

        TextFindings wrong = PrintedText.Check(table.Replace("LAST", "3 (19.0)", StringComparison.Ordinal));
        Assert.Contains(wrong.Of(Verdict.Inconsistent), finding => finding.Text == "3 (19.0)");
    }

    [Fact]
    public void A_head_with_an_N_over_all_columns_leaves_those_of_the_columns_open()
    {
        // 5 and 3 of the 45: of how many in each column is not printed.
        TextFindings findings = PrintedText.Check("""
            | n (%) | A (n = 100) | B (n = 80) |
            |---|---|---|
            | Bleeding (n = 45) | | |
            | major | 5 (20.0) | 3 (15.0) |
            """);
        Assert.Equal(2, findings.Of(TextStatisticKind.Count).Count);
        Assert.Empty(findings.Of(Verdict.Inconsistent));
    }

    // 827 of 2,063 and 398 of 1,009 have 40.1% and 39.4%; of 2,100 and 1,030 they are 39.4% and 38.6%.
    [Theory]
    [InlineData("827 (40.1)", "398 (39.4)", 0)]
    [InlineData("827 (40.1)", "398 (38.6)", 1)]
    [InlineData("827 (40.1)", "398 (47.0)", 2)]
    public void Values_that_are_missing_alike_in_all_columns_are_no_contradiction(string first, string second, int alarms)
    {
        TextFindings findings = PrintedText.Check($"""
            | n (%) | A (n = 2,100) | B (n = 1,030) |
            |---|---|---|
            | Smokers | {first} | {second} |
            | Women | 1,050 (50.0) | 515 (50.0) |
            """);
        Assert.Equal(4, findings.Of(TextStatisticKind.Count).Count);
        Assert.Equal(alarms, findings.Of(Verdict.Inconsistent).Count);
        if (alarms == 0)
        {
            Assert.Contains("about 2062", Assert.Single(findings, finding => finding.Text == first).Detail, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("11 (23.4)", 0)]
    [InlineData("11 (21.4)", 1)]
    public void Two_rows_of_a_variable_show_the_number_with_a_value(string last, int alarms)
    {
        // 36 and 11 of 47 are 76.6% and 23.4%; of the 56 none is. A row with an empty cell counts nobody.
        TextFindings findings = PrintedText.Check($"""
            | n (%) | A (n = 56) | B (n = 40) |
            |---|---|---|
            | Mutation | | |
            | absent | 36 (76.6) | 30 (75.0) |
            | present | {last} | 10 (25.0) |
            | unclear | - | 0 |
            """);
        Assert.Equal(alarms, findings.Of(Verdict.Inconsistent).Count(finding => finding.Text == last));
    }
}
