using System.Diagnostics;
using System.Text.Json;

namespace SurvivalKit.TextCheck.Tests;

public class TextCheckTests
{
    [Fact]
    public void A_ratio_that_is_no_middle_of_its_interval_is_inconsistent_with_a_witness()
    {
        TextFinding finding = Assert.Single(PrintedText.Check("Some text.\n\nA marker (HR 2.00, 95% CI, 1.10-6.00) mattered."));
        Assert.Equal(Verdict.Inconsistent, finding.Judgement.Verdict);
        Assert.Equal((3, 11), (finding.Line, finding.Column));
        Assert.NotNull(finding.Judgement.Witness);
    }

    [Fact]
    public void A_ratio_in_the_middle_of_its_interval_with_Walds_P_is_recomputed() =>
        Assert.Equal(Verdict.Recomputed, Assert.Single(PrintedText.Check("HR 2.24, 95% CI, 1.14-4.40, P = .02")).Judgement.Verdict);

    [Theory]
    [InlineData("24/56 (42.9%)", Verdict.Recomputed)]
    [InlineData("24/56 (42.8%)", Verdict.Rounding)]
    [InlineData("24/56 (43.9%)", Verdict.Inconsistent)]
    [InlineData("24 (42.9%)", Verdict.NotCheckable)]
    [InlineData("Of 56 patients, 24 (42.9%) were women.", Verdict.Recomputed)]
    [InlineData("Of 57 patients, 24 (42.9%) were women.", Verdict.Inconsistent)]
    [InlineData("24 (142.9%)", Verdict.Inconsistent)]
    public void A_percentage_is_checked_against_what_the_text_says_it_is_of(string text, Verdict verdict) =>
        Assert.Equal(verdict, Assert.Single(PrintedText.Check(text)).Judgement.Verdict);

    [Theory]
    [InlineData("The median OS was 11.9 months (range, 1.2-45.2).", Verdict.NotCheckable)]
    [InlineData("The median OS was 11.9 months (range, 12.2-45.2).", Verdict.Inconsistent)]
    [InlineData("The median OS was 11.9 months (range, 45.2-1.2).", Verdict.Inconsistent)]
    [InlineData("HR 0.72 (95% CI 0.96-0.54)", Verdict.Inconsistent)]
    [InlineData("HR 0.52 (95% CI 0.54-0.96)", Verdict.Inconsistent)]
    public void An_estimate_lies_within_its_interval(string text, Verdict verdict) =>
        Assert.Equal(verdict, Assert.Single(PrintedText.Check(text)).Judgement.Verdict);

    [Theory]
    [InlineData("A marker (HR 2.58 (1.39", "bracket opens")]
    [InlineData("A marker (HR 2.58, 95% CI not reached)", "interval is announced")]
    [InlineData("The arms differed (P = 1.20).", "between 0 and 1")]
    [InlineData("HR 0.7-1.3 in subgroups", "two numbers")]
    [InlineData("It was 62% at 5 years (95% CI, 55-69).", "another number")]
    public void What_could_not_be_read_is_named(string text, string reason)
    {
        TextFindings findings = PrintedText.Check(text);
        TextFinding unread = Assert.Single(findings.Unread);
        Assert.Contains(reason, unread.Detail, StringComparison.Ordinal);
        Assert.Equal(Verdict.NotCheckable, unread.Judgement.Verdict);
        Assert.EndsWith("1 could not be read.", findings.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t(28) = 2.20, p = .036", Verdict.Recomputed)]
    [InlineData("t(28) = 2.20, p = .36", Verdict.Inconsistent)]
    [InlineData("χ²(1, N = 56) = 4.5, P = .034", Verdict.Recomputed)]
    [InlineData("χ² = 4.5, P = .034", Verdict.NotCheckable)]
    [InlineData("χ²(1) = 4.5", Verdict.NotCheckable)]
    [InlineData("F(2, 53) = 3.30, p = .045", Verdict.Recomputed)]
    [InlineData("z = 2.1, P = .036", Verdict.Recomputed)]
    [InlineData("z = 2.1, P = .018", Verdict.Recomputed)]
    [InlineData("z = 2.1, P < .001", Verdict.Inconsistent)]
    public void A_test_statistic_is_checked_against_its_P(string text, Verdict verdict) =>
        Assert.Equal(verdict, Assert.Single(PrintedText.Check(text)).Judgement.Verdict);

    // 20 whole numbers have means in steps of 0.05.
    [Theory]
    [InlineData("The number of cycles was 3.45 ± 1.10 (n = 20).", Verdict.NotCheckable, "")]
    [InlineData("The number of cycles was 3.47 ± 1.10 (n = 20).", Verdict.Inconsistent, "69")]
    [InlineData("The weight was 3.47 ± 1.10 kg (n = 20).", Verdict.NotCheckable, "whole")]
    [InlineData("The number of cycles was 3.47 ± 1.10.", Verdict.NotCheckable, "number of values")]
    public void A_mean_of_whole_numbers_is_checked_where_the_text_says_what_it_is_of(string text, Verdict verdict, string words)
    {
        TextFinding finding = Assert.Single(PrintedText.Check(text));
        Assert.Equal(verdict, finding.Judgement.Verdict);
        Assert.Contains(words, finding.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statistic_that_a_table_cuts_in_two_is_one_on_the_line_where_it_starts()
    {
        const string Text = """
            First, the lower arm had more events. A high ratio (HR 2.24, 95%

            **Table 1.** What was seen.

            Characteristic	All (N = 56)	A (N = 14)	B (N = 42)
            Male, No. (%)	36 (64.3)	9 (64.3)	27 (64.3)

            Abbreviations: A, first; B, second.

            CI, 1.14-4.40,  $P = .02$ ) went with fewer (HR 1.81, 95% CI, 1.05-3.12).
            """;
        TextFindings findings = PrintedText.Check(Text);
        TextFinding broken = findings[0];
        Assert.Equal("HR 2.24, 95% CI, 1.14-4.40, P = .02", broken.Text);
        Assert.Equal(1, broken.Line);
        Assert.Equal(2, findings.Of(TextStatisticKind.HazardRatio).Count);
        Assert.Equal(3, findings.Of(TextStatisticKind.Count).Count);
        Assert.Equal(5, findings.Count);
    }

    [Fact]
    public void Lines_are_those_of_the_text_as_it_was_given()
    {
        TextFindings findings = PrintedText.Check("a\r\n\r\n<p>HR 2.24 (95% CI\r\n1.14-4.40)</p>\r\n&nbsp;P = .03\r\n");
        Assert.Equal([3, 5], findings.Select(finding => finding.Line));
        Assert.Equal([4, 7], findings.Select(finding => finding.Column));
    }

    [Fact]
    public void The_level_that_is_not_printed_is_an_option()
    {
        const string Ratio = "HR 0.72 (0.57-0.91), P = .02";
        Assert.Equal(Verdict.Recomputed, Assert.Single(PrintedText.Check(Ratio, new TextCheckOptions { Level = 0.9 })).Judgement.Verdict);
        Assert.NotEqual(Verdict.Recomputed, Assert.Single(PrintedText.Check(Ratio)).Judgement.Verdict);
        Assert.Throws<SurvivalDataException>(() => PrintedText.Check("", new TextCheckOptions { Level = 95 }));
    }

    [Fact]
    public void A_decimal_comma_is_told_by_the_text_or_by_the_option()
    {
        Assert.Equal(
            "HR 1,50 (95% CI 1,10-2,05)",
            Assert.Single(PrintedText.Check("HR 1,50 (95% CI 1,10-2,05)", new TextCheckOptions { DecimalComma = true })).Text);
        Assert.Equal(TextStatisticKind.HazardRatio, Assert.Single(PrintedText.Check("Bei 0,5 mg: HR 1,50 (95%-KI 1,10-2,05)")).Kind);
    }

    [Fact]
    public void Findings_are_a_frame_and_JSON_and_a_line()
    {
        TextFindings findings = PrintedText.Check("24/56 (42.9%) and 10 ± 2 and HR 1.2");
        Assert.Equal(3, findings.ToDataFrame().Rows.Count);
        JsonElement first = JsonDocument.Parse(findings.ToRecord().ToJson()).RootElement.GetProperty("findings")[0];
        string[] both =
        [
            "kind", "text", "line", "column", "verdict", "detail", "computed", "method", "rule", "witness", "tableRow", "tableColumn",
            "file", "offset", "length", "page", "section", "table", "row", "cell", "decisionError",
        ];
        Assert.Equal(both, findings.ToDataFrame().Columns.Select(column => column.Name));
        string[] fields = [.. first.EnumerateObject().Select(property => property.Name)];
        Assert.Equal(both.Append("printed").Order(StringComparer.Ordinal), fields.Order(StringComparer.Ordinal));
        Assert.Equal(["kind", "text", "line", "verdict", "detail"], fields.Take(5));
        Assert.Equal("count", first.GetProperty("kind").GetString());
        Assert.Equal("3 statistics: 1 recomputed, 2 not-checkable.", findings.Summary);
        Assert.Equal("No statistics were found.", PrintedText.Check("").Summary);
        Assert.Throws<ArgumentNullException>(() => PrintedText.Check(null!));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Garbage_is_read_without_a_fault(int seed) => ReadGarbage(seed);

    [Fact]
    public void Garbage_of_each_run_is_read_without_a_fault() => RandomSeed.Run(ReadGarbage);

    private static void ReadGarbage(int seed)
    {
        string[] pieces =
        [
            "HR", "OR", " ", " ", "(", ")", "[", "]", "0.72", "95%", "CI", "-", "–", ",", ";", "P", "=", "<", ".05", "±", "\n", "\n\n",
            "\t", "|", "χ²", "t(28)", "n", "%", "56", "<td>", "</table>",
            "<table>", "<sup>", "&nbsp;", "\\pm", "$", "^{", "_", "}", "*", "\uD835", "\uDC43", "\0", "median", "mean", "of", "/", "1e999",
            "99999999999999999999999", "0,72", "N = 0", "—", "<!--", "\\",
            "```", "`", "> ", "# ", "](", "![", "[a]: ", "---", "|---|", "<![CDATA[", "<script>", "<a b='", "<", ">", "-->", "&#150;", "\r",
            "http://x.y",
        ];
        var random = new Random(seed);
        for (int run = 0; run < 300; run++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 120)).Select(_ => pieces[random.Next(pieces.Length)]));
            foreach (TextFinding finding in PrintedText.Check(text))
            {
                Assert.InRange(finding.Line, 1, text.Length + 1);
                Assert.NotEqual("", finding.Text);
            }
        }
    }

    // Repeated text must not be scanned again and again: twice the text takes about twice the time, so 16 times must stay below 100 times.
    [Theory]
    [InlineData("HR 0.72 (")]
    [InlineData("HR for death in the first of the two groups of ")]
    [InlineData("median of the ")]
    [InlineData("12 ")]
    [InlineData("<table><tr><td>")]
    [InlineData("a\t24 (42.9)\n")]
    [InlineData("(HR 2.58, 95%\n\n")]
    [InlineData("<sup>&")]
    [InlineData("1,234,567.")]
    [InlineData("$\\pm^{")]
    [InlineData("<!-- ")]
    [InlineData("<script>")]
    public void Time_grows_with_the_length(string piece)
    {
        string shorter = string.Concat(Enumerable.Repeat(piece, 20_000 / piece.Length));
        string longer = string.Concat(Enumerable.Repeat(piece, 320_000 / piece.Length));
        PrintedText.Check(shorter);
        double time = Milliseconds(longer);
        Assert.True(time < 2000 || time < 100 * Math.Max(1, Milliseconds(shorter)), $"{time} ms for {longer.Length} characters.");
    }

    private static double Milliseconds(string text)
    {
        long start = Stopwatch.GetTimestamp();
        PrintedText.Check(text);
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    [Fact]
    public void A_text_of_100_pages_is_read_to_its_end()
    {
        const string Paragraph =
            "In the second group the outcome was better (HR 0.72, 95% CI, 0.54-0.96, P = .02), and 24 of 56 patients (42.9%) were women.\n\n";
        int times = 300_000 / Paragraph.Length;
        var findings = PrintedText.Check(string.Concat(Enumerable.Repeat(Paragraph, times)));

        Assert.Equal(times, findings.Count(finding => finding.Text.Contains("0.54-0.96", StringComparison.Ordinal)));
        Assert.Equal(times, findings.Count(finding => finding.Text.Contains("24 of 56", StringComparison.Ordinal)));
    }
}
