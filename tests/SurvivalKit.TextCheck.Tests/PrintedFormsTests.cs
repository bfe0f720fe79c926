namespace SurvivalKit.TextCheck.Tests;

/// <summary>The forms in which journals print ratios and counts.</summary>
public class PrintedFormsTests
{
    // The middle of 0.54 to 0.96 is 0.72, of 1.29 to 4.41 it is 2.39.
    [Theory]
    [InlineData("HR0.72 (95% CI0.54-0.96)")]
    [InlineData("HR0.72 (95%CI0.54-0.96), p0.025")]
    [InlineData("HR (this vs that): 0.72 (0.54-0.96)")]
    [InlineData("HR (A vs. B): 0.72, 95% (0.54-0.96)")]
    [InlineData("HR [new versus old drug] 0.72 [95% CI 0.54-0.96]")]
    [InlineData("HRa 0.72 (95% CI 0.54-0.96)")]
    [InlineData("relative rate 0.72 (95% CI 0.54-0.96)")]
    [InlineData("HR 0.72 (95% Conf. Interval 0.54-0.96)")]
    [InlineData("HR = 0.72 ± 0.11 (95% CI 0.54-0.96)")]
    [InlineData("HRs and 95% CIs were 0.72 (0.54-0.96)")]
    [InlineData("HR and 95% CI: 0.72, 0.54-0.96")]
    [InlineData("HR 0.72 (95% interval 0.54-0.96)")]
    [InlineData("HR (95% CI): 0.72 (0.54-0.96)")]
    [InlineData("HR, 95% CI: 0.72, 0.54-0.96")]
    [InlineData("HR 0.72 (0.54-0.96, 95% CI)")]
    [InlineData("HR 0.72 (95% CL 0.54, 0.96)")]
    [InlineData("HR: .72, 95% CI: .54, .96")]
    [InlineData("HR[A/B] 0.72, 95% CI 0.54-0.96")]
    [InlineData("adj. OR 2.39 (95% CI 1.29-4.41)")]
    [InlineData("relative odds 2.39 (95% CI 1.29-4.41)")]
    [InlineData("OR per 1-SD increase 2.39 (95% CI 1.29-4.41)")]
    public void A_ratio_is_read_with_its_interval(string text)
    {
        TextFinding ratio = Assert.Single(PrintedText.Check($"There was an effect, {text}, in the end."), finding => finding.Kind
            is TextStatisticKind.HazardRatio or TextStatisticKind.OddsRatio or TextStatisticKind.RelativeRisk
                or TextStatisticKind.RateRatio);
        Assert.Equal(Verdict.Recomputed, ratio.Judgement.Verdict);
        Assert.NotNull(ratio.Statistic!.Interval);
    }

    // 24 of 56 are 42.857%.
    [Theory]
    [InlineData("24 (42.9% of 56)", false)]
    [InlineData("24 patients (42.9% of the 56)", false)]
    [InlineData("24 (42.9)% of 56", false)]
    [InlineData("42.9% (95% CI 30.0-56.8; 24/56)", false)]
    [InlineData("42.9% (95% CI, 30.0 to 56.8, 24 of 56 patients)", false)]
    [InlineData("24 of 56, or 42.9%,", false)]
    [InlineData("24 pts of 56 pts (42.9%)", false)]
    [InlineData("24 (42.9%) from 56 patients", false)]
    [InlineData("24 (42.9%)/56", false)]
    [InlineData("24 among 56 (42.9%)", true)]
    [InlineData("24 in 56 (42.9%)", true)]
    [InlineData("24 (42,9%) of 56", false)]
    [InlineData("24 of 56 (about 42.9%)", true)]
    [InlineData("24 responders of 56 (42.9%)", false)]
    [InlineData("24 patients out of 56 (42.9%)", false)]
    [InlineData("42.9% (24 responses in 56 patients)", false)]
    [InlineData("42.9% (24 responders/56 patients)", false)]
    public void A_count_is_read_with_its_percentage_and_its_whole(string text, bool isLoose)
    {
        TextFinding count = Count(text);
        Assert.Equal(Verdict.Recomputed, count.Judgement.Verdict);
        Assert.Contains("24 of 56", count.Detail, StringComparison.Ordinal);
        Assert.Equal(
            isLoose ? Verdict.NotCheckable : Verdict.Inconsistent,
            Count(text.Replace("24", "27", StringComparison.Ordinal)).Judgement.Verdict);
    }

    [Theory]
    [InlineData("(42.9%, n = 24)")]
    [InlineData("42.9% (24 pts)")]
    [InlineData("24 (≈42.9%)")]
    [InlineData("24 (approximately 43%)")]
    public void A_count_is_read_without_its_whole(string text) => Assert.Equal(Verdict.NotCheckable, Count(text).Judgement.Verdict);

    [Theory]
    [InlineData("After 19 days in 158 (63%) patients it was over.")]
    [InlineData("The centre took 24 in 2010 (42.9%).")]
    public void What_stands_behind_a_count_is_not_always_its_whole(string text) =>
        Assert.Empty(PrintedText.Check(text).Of(Verdict.Inconsistent));

    [Theory]
    [InlineData("Of 56 patients screened, 24 (42.9%) were men and 12 (21.4%) smoked.", Verdict.Recomputed)]
    [InlineData("Of the 56 patients, 24 (44.4%) were men.", Verdict.Inconsistent)]
    [InlineData("Of the 56 patients, 24 (44.4%) of the women smoked.", Verdict.NotCheckable)]
    [InlineData("Of the 56 patients in 3 towns, 24 (44.4%) smoked.", Verdict.NotCheckable)]
    public void The_beginning_of_a_sentence_names_the_whole_where_nothing_stands_between(string text, Verdict verdict) =>
        Assert.Equal(verdict, PrintedText.Check(text).Of(TextStatisticKind.Count)[0].Judgement.Verdict);

    [Fact]
    public void Thousands_may_be_parted_by_plain_spaces()
    {
        const string Text =
            "Of the 53 456 participants, 31 540 (59%) were men, 39 023 (73%) were young and 10 691 (20.3%) of 53 456 people old.";
        TextFindings findings = PrintedText.Check(Text);
        Assert.Contains(findings.Of(Verdict.Recomputed), finding => finding.Text == "31 540 (59%)");
        Assert.Contains(findings.Of(Verdict.Recomputed), finding => finding.Text == "39 023 (73%)");
        Assert.Contains(findings.Of(Verdict.Inconsistent), finding => finding.Text.StartsWith("10 691", StringComparison.Ordinal));

        // Where nothing is counted so, 31 and 533 are two numbers.
        Assert.Contains(PrintedText.Check("Table rows: 31 533 (59%) and more."), finding => finding.Text == "533 (59%)");
    }

    private static TextFinding Count(string text) =>
        Assert.Single(PrintedText.Check($"It was seen in {text} at the end.").Of(TextStatisticKind.Count));
}
