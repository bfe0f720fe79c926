namespace SurvivalKit.TextCheck.Tests;

public class TextTableTests
{
    private const string Tabs = """
        Characteristic	All (N = 56)	First (N = 14)	Second (N = 42)	P-value
        Age				
        Mean ± SD	62.2 ± 13.9	58.8 ± 12.3	64.4 ± 14.8	.20
        Age ≥ 65 years, No. (%)	24 (42.9)	4 (28.5)	20 (47.6)	.35
        Site, No. (%)				
        Lung	13 (23.2)	3 (21.3)	10 (23.8)	
        Liver	14 (25.0)	0 (0)	14 (25)	
        """;

    private const string Pipes = """
        | Characteristic | All (N = 56) | First (N = 14) | Second (N = 42) | P |
        |:---|---:|---:|---:|---:|
        | Age, mean (SD) | 62.2 (13.9) | 58.8 (12.3) | 64.4 (14.8) | .20 |
        | Age ≥ 65 years | 24 (42.9%) | 4 (28.5%) | 20 (47.6%) | .35 |
        | **Site, n (%)** | | | | |
        | Lung | 13 (23.2) | 3 (21.3) | 10 (23.8) | |
        | Liver | 14 (25.0) | 0 (0) | 14 (25) | |
        """;

    private const string Html = """
        <table class="t"><thead><tr><th>Characteristic</th><th>All<br/>(N = 56)</th><th>First (N&nbsp;=&nbsp;14)</th><th>Second (N = 42)</th><th><i>P</i> value</th></tr></thead>
        <tbody>
        <tr><td>Age, mean (SD)</td><td>62.2 (13.9)</td><td>58.8 (12.3)</td><td>64.4 (14.8)</td><td>.20</td></tr>
        <tr><td>Age &ge; 65 years, n (%)</td><td>24 (42.9)</td><td>4 (28.5)</td><td>20 (47.6)</td><td>.35</td></tr>
        <tr><td colspan="5">Site, n (%)</td></tr>
        <tr><td>Lung</td><td>13 (23.2)</td><td>3 (21.3)</td><td>10 (23.8)</td><td></td></tr>
        <tr><td>Liver</td><td>14 (25.0)</td><td>0 (0)</td><td>14 (25)</td><td></td></tr>
        </tbody></table>
        """;

    [Theory]
    [InlineData(Tabs)]
    [InlineData(Pipes)]
    [InlineData(Html)]
    public void Each_form_of_a_table_says_the_same(string table)
    {
        TextFindings findings = PrintedText.Check("Some words.\n\n" + table + "\nMore words.\n");
        Assert.Equal(9, findings.Of(TextStatisticKind.Count).Count);
        Assert.Equal(3, findings.Of(TextStatisticKind.MeanSd).Count);
        Assert.Equal(2, findings.Of(TextStatisticKind.PValue).Count);
        Assert.Equal(14, findings.Count);
        Assert.Equal(Verdict.Rounding, Cell(findings, "4 (28.5").Judgement.Verdict);
        Assert.Equal(Verdict.Inconsistent, Cell(findings, "3 (21.3").Judgement.Verdict);

        // 14 of 42 are 33%; 14 of the 56 are 25%.
        TextFinding others = Assert.Single(findings, finding => finding.Text == "14 (25)");
        Assert.Equal(Verdict.Recomputed, others.Judgement.Verdict);
        Assert.Contains("14 of 56", others.Detail, StringComparison.Ordinal);
        Assert.Equal("Liver", others.TableRow);
    }

    private const string Spanning = """
        <table>
        <tr><th rowspan="2">Characteristic</th><th colspan="2">Treatment</th><th rowspan=2><i>P</i> value</th></tr>
        <tr><th>Drug (n = 14)<th>Control (n = 42)
        <tbody>
        <tr><td rowspan="2">Response<td>8 (57.1%)<td>10 (23.8%)<td rowspan="2">.04</tr>
        <tr><td>6 (42.9%)</td><td>32 (76.2%)</td></tr>
        <tr><td>Bone</td><td colspan="2">9 (16.1%)</td><td></td></tr>
        <tr><td>Age, mean ± SD</td><td>58.8 ± 12.3</td><td>64.4 ± 14.8</td><td>.21</td></tr>
        </table>
        """;

    [Fact]
    public void Cells_that_span_rows_and_columns_leave_the_others_in_their_columns()
    {
        TextFindings findings = PrintedText.Check(Spanning);
        Assert.Equal(9, findings.Count);
        Assert.Contains("8 of 14", Cell(findings, "8 (57.1").Detail, StringComparison.Ordinal);
        Assert.Contains("6 of 14", Cell(findings, "6 (42.9").Detail, StringComparison.Ordinal);
        Assert.Contains("32 of 42", Cell(findings, "32 (76.2").Detail, StringComparison.Ordinal);
        Assert.Contains("9 of 56 (the groups together)", Cell(findings, "9 (16.1").Detail, StringComparison.Ordinal);
        Assert.All(findings.Of(TextStatisticKind.PValue), p => Assert.Equal(Verdict.Recomputed, p.Judgement.Verdict));
    }

    [Fact]
    public void The_P_of_a_count_may_be_of_those_without_a_value_too()
    {
        // 11, 2 and 1 against 26, 6 and 10: the likelihood-ratio chi-square test has a P of .325.
        TextFindings findings = PrintedText.Check("""
            Characteristic	First (N = 14)	Second (N = 42)	P
            Index, No. (%)			
            High	11 (78.6)	26 (61.9)	.32
            NA	1 (7.1)	10 (23.8)	
            """);
        TextFinding p = Assert.Single(findings.Of(TextStatisticKind.PValue));
        Assert.Equal(Verdict.Recomputed, p.Judgement.Verdict);
        Assert.Contains("Likelihood-ratio", p.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".026", Verdict.Recomputed)]
    [InlineData(".4", Verdict.Inconsistent)]
    public void A_row_may_name_the_ratio_that_its_cell_holds(string p, Verdict verdict)
    {
        TextFindings findings = PrintedText.Check($"""
            | | Drug (n = 20) | Control (n = 30) | P |
            |---|---|---|---|
            | OS, HR (95% CI) | 0.72 (0.54-0.96) | reference | {p} |
            """);
        Assert.Equal(verdict, Assert.Single(findings.Of(TextStatisticKind.HazardRatio)).Judgement.Verdict);
    }

    // 60 of 100 and 30 of 80: Pearson's chi-square 9.0, P .0027. 25 and 24 of 50: 0.04, .841. All four: .028.
    [Theory]
    [InlineData("Before: A (n = 100)", "B (n = 80)")]
    [InlineData("Before: all (n = 180) | A (n = 100)", "B (n = 80)")]
    public void A_column_of_P_compares_the_groups_behind_the_one_before_it(string first, string second)
    {
        string all = first.Contains("all", StringComparison.Ordinal) ? "90 (50.0) | " : "";
        TextFindings findings = PrintedText.Check($"""
            | | {first} | {second} | P | After: A (n = 50) | B (n = 50) | P |
            |---|---|---|---|---|---|---|
            | Male, n (%) | {all}60 (60.0) | 30 (37.5) | .003 | 25 (50.0) | 24 (48.0) | .84 |
            | Age, mean ± SD | {all.Replace("90 (50.0)", "57.8 ± 8.9", StringComparison.Ordinal)}60.0 ± 9.0 | 55.0 ± 8.0 | <.001 | 58.0 ± 9.0 | 57.5 ± 8.5 | .78 |
            """);
        Assert.Equal(4, findings.Of(TextStatisticKind.PValue).Count);
        Assert.All(findings.Of(TextStatisticKind.PValue), p => Assert.Equal(Verdict.Recomputed, p.Judgement.Verdict));
    }

    [Theory]
    [InlineData(
        "| | A (n=40) | B (n=41) | C (n=40) | P A vs B |\n|---|---|---|---|---|\n| Male, n (%) | 12 (30.0) | 20 (48.8) | 33 (82.5) | .11 |",
        "some of the groups")]
    [InlineData("| | A (n=40) | B (n=41) | P |\n|---|---|---|---|\n| Deaths, n (%) | 12 (30.0) | 20 (48.8) | .03 |", "log-rank")]
    public void A_P_that_may_be_of_another_comparison_is_not_refuted(string table, string words)
    {
        TextFinding p = Assert.Single(PrintedText.Check(table).Of(TextStatisticKind.PValue));
        Assert.Equal(Verdict.NotCheckable, p.Judgement.Verdict);
        Assert.Contains(words, p.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_numbers_that_nothing_names_are_not_held_against_the_one_before_them()
    {
        TextFindings findings =
            PrintedText.Check("| Centre | Patients (years) |\n|---|---|\n| North | 120 (2010-2015) |\n| South | 80 (2011-2016) |");
        Assert.DoesNotContain(findings, finding => finding.Judgement.Verdict == Verdict.Inconsistent);
        Assert.Contains(
            PrintedText.Check("| | A (n = 9) |\n|---|---|\n| Cycles, median (range) | 12 (3-5) |"), finding =>
                finding.Judgement.Verdict == Verdict.Inconsistent);
    }

    [Fact]
    public void A_cell_has_the_line_of_its_row()
    {
        TextFindings findings = PrintedText.Check("Some words.\n\n" + Tabs);
        Assert.Equal(8, Cell(findings, "3 (21.3").Line);
        Assert.StartsWith("First", Cell(findings, "3 (21.3").TableColumn, StringComparison.Ordinal);
    }

    [Fact]
    public void A_percentage_may_be_of_those_with_a_value_or_of_the_row()
    {
        const string Table = """
            Status	A (n = 20)	B (n = 30)
            0, n (%)	5 (33.3)	9 (30.0)
            1, n (%)	10 (66.7)	21 (70.0)
            Missing	5	0

            Sex	A (n = 20)	B (n = 30)
            Male, n (%)	10 (40.0)	15 (60.0)
            Female, n (%)	10 (40.0)	15 (60.0)
            """;
        TextFindings findings = PrintedText.Check(Table);
        Assert.Equal(8, findings.CountOf(Verdict.Recomputed));
        Assert.Contains("5 of 15", Cell(findings, "5 (33.3").Detail, StringComparison.Ordinal);
        Assert.Equal(
            2, findings.Count(finding => finding.Text == "10 (40.0)" && finding.Detail.Contains("10 of 25", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_categories_together_are_what_percentages_can_be_of()
    {
        const string Table = """
            Response	All (N = 56)
            Best response, No. (%)	
            CR	1 (1.9)
            PR	17 (31.5)
            SD	14 (25.9)
            PD	21 (38.9)
            Not evaluable	1 (1.9)
            ORR (CR + PR)	18 (33.3)
            """;
        TextFindings findings = PrintedText.Check(Table);
        Assert.Equal(6, findings.Of(TextStatisticKind.Count).Of(Verdict.Recomputed).Count);
        Assert.Equal(6, findings.Count);
    }

    [Fact]
    public void Numbers_that_nothing_calls_percentages_are_not_refuted_as_such()
    {
        const string Table = """
            Measure	A (n = 20)	B (n = 30)
            Length	12 (3.1)	14 (2.8)
            """;
        TextFindings findings = PrintedText.Check(Table);
        Assert.Equal(2, findings.CountOf(Verdict.NotCheckable));
        Assert.Equal(0, findings.CountOf(Verdict.Inconsistent));
    }

    [Theory]
    [InlineData("| Variable | HR (95% CI) | P |\n|---|---|---|\n| Age | 2.24 (1.14-4.40) | .02 |\n| Sex | 2.00 (1.10-6.00) | .03 |")]
    [InlineData(
        "| Variable | HR | 95% CI | P value |\n|---|---|---|---|\n| Age | 2.24 | 1.14-4.40 | .02 |\n| Sex | 2.00 | 1.10, 6.00 | .03 |")]
    [InlineData("Variable\tHazard ratio\t95% CI\tP\nAge\t2.24\t1.14 to 4.40\t.02\nSex\t2.00\t1.10 to 6.00\t.03")]
    public void Ratios_of_a_row_are_checked_with_their_interval_and_P(string table)
    {
        TextFindings findings = PrintedText.Check(table);
        Assert.Equal([Verdict.Recomputed, Verdict.Inconsistent], findings.Select(finding => finding.Judgement.Verdict));
        Assert.All(findings, finding => Assert.Equal(TextStatisticKind.HazardRatio, finding.Kind));
    }

    [Fact]
    public void Two_models_in_a_row_each_have_their_P()
    {
        const string Table = """
            | Variable | HR (95% CI) | P | Adjusted HR (95% CI) | P |
            |---|---|---|---|---|
            | Age | 2.24 (1.14-4.40) | .02 | 1.42 (0.76-2.63) | .27 |
            """;
        TextFindings findings = PrintedText.Check(Table);
        Assert.Equal([Verdict.Recomputed, Verdict.Recomputed], findings.Select(finding => finding.Judgement.Verdict));
        Assert.Contains("P", findings[1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_and_percentages_may_stand_in_columns_of_their_own()
    {
        TextFindings findings = PrintedText.Check("| Sex | n (N = 56) | % |\n|---|---|---|\n| Male | 36 | 64.3 |\n| Female | 20 | 36.7 |");
        Assert.Equal([Verdict.Recomputed, Verdict.Inconsistent], findings.Select(finding => finding.Judgement.Verdict));
    }

    [Theory]
    [InlineData("Response, n (%)\t8 (57.1)\t10 (23.8)\t.04", Verdict.Recomputed, "Fisher's exact test")]
    [InlineData("Response, n (%)\t8 (57.1)\t10 (23.8)\t.90", Verdict.Inconsistent, "nearest")]
    [InlineData("Cisplatin/carboplatin\t11/3\t32/10\t1.0", Verdict.Recomputed, "pairs")]
    [InlineData("Smoker\t8/14\t10/42\t.04", Verdict.Recomputed, "the numbers behind them")]
    [InlineData("Smoker, known only\t8/13\t10/40\t.04", Verdict.Recomputed, "the numbers behind them")]
    [InlineData("Smoker\t8/14\t10/42\t.90", Verdict.Inconsistent, "pairs of counts")]
    [InlineData("Age, mean ± SD\t58.8 ± 12.3\t64.4 ± 14.8\t.21", Verdict.Recomputed, "Student's t test")]
    [InlineData("Age, mean (SD)\t58.8 (12.3)\t64.4 (14.8)\t.343", Verdict.NotCheckable, "rank test")]
    [InlineData("Age, median\t58\t64\t.343", Verdict.NotCheckable, "")]
    [InlineData("Site, n (%)\t\t\t.03\nHead\t2 (14.3)\t21 (50.0)\t\nNeck\t12 (85.7)\t21 (50.0)\t", Verdict.Recomputed, "the categories")]
    public void The_P_of_a_row_is_tried_with_every_test(string row, Verdict verdict, string words)
    {
        TextFinding p =
            Assert.Single(PrintedText.Check("Measure\tFirst (n = 14)\tSecond (n = 42)\tP value\n" + row).Of(TextStatisticKind.PValue));
        Assert.Equal(verdict, p.Judgement.Verdict);
        Assert.Contains(words, p.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sizes_of_columns_may_stand_in_a_row()
    {
        TextFindings findings = PrintedText.Check("Measure\tFirst\tSecond\nPatients, n\t14\t42\nResponse, n (%)\t8 (57.1)\t10 (23.8)");
        Assert.Equal(2, findings.CountOf(Verdict.Recomputed));
    }

    private static TextFinding Cell(TextFindings findings, string start) =>
        Assert.Single(findings, finding => finding.Text.StartsWith(start, StringComparison.Ordinal));
}
