namespace SurvivalKit.TextCheck.Tests;

/// <summary>Ratios with something between their name and their number, and the grades of their intervals.</summary>
public sealed class RatioKindsTests
{
    [Theory]
    [InlineData("HR vs. heparin 0.90 (95% CI 0.60-1.35)", "0.90", "0.60", "1.35")]
    [InlineData("The hazard ratio (early/late) of 0.90 (95% CI, 0.60-1.35) was small.", "0.90", "0.60", "1.35")]
    [InlineData("The odds ratio for 90-day failure 0.90 (95% confidence intervals (CI) 0.60 to 1.35, P = 0.61)", "0.90", "0.60", "1.35")]
    [InlineData("[hazard ratio, HR: 0.90 (95% confidence interval, 95% CI: 0.60-1.35; P = 0.61)]", "0.90", "0.60", "1.35")]
    [InlineData("HR 0.90 in favour of the new device, 95% CI 0.60 to 1.35", "0.90", "0.60", "1.35")]
    [InlineData("The gain in median OS (HR 0.90, 95% CI 0.60-1.35) was small.", "0.90", "0.60", "1.35")]
    [InlineData("The subhazard ratio adjusted for weight and eGFR was 0.90 (95% CI 0.60 to 1.35).", "0.90", "0.60", "1.35")]
    [InlineData("The reported odds-ratios ranged from 0.90 (95% CI 0.60-1.35) upwards.", "0.90", "0.60", "1.35")]
    [InlineData("HRs comparing loss or eGFR <30 mL/min per 1.73 m2 were 0.90 (95% CI 0.60-1.35).", "0.90", "0.60", "1.35")]
    [InlineData("HR 0.90 (95% Cl 0.60 to1.35)", "0.90", "0.60", "1.35")]
    [InlineData("OR 0.90 (95% CI 0.60, 1,35)", "0.90", "0.60", "1,35")]
    [InlineData("or both (OR 0.90. 95% CI 0.60-1.35)", "0.90", "0.60", "1.35")]
    [InlineData("HR: 0.90, 95%CI: 0.60, 1.35for the first set", "0.90", "0.60", "1.35")]
    [InlineData("HR for relapse was 0.90 for children on A versus B (CI, 0.60 to 1.35; p=0.61)", "0.90", "0.60", "1.35")]
    public void A_ratio_behind_a_description_is_read(string text, params string[] numbers)
    {
        TextFinding ratio = Assert.Single(PrintedText.Check(text), finding => finding.Kind is TextStatisticKind.HazardRatio
            or TextStatisticKind.OddsRatio);
        Assert.All(numbers, number => Assert.Contains(number, ratio.Text, StringComparison.Ordinal));
        Assert.Equal(Verdict.Recomputed, ratio.Judgement.Verdict);
    }

    [Theory]
    [InlineData("The hazard ratios of TTP and OS are 0.90 (95% CI 0.60-1.35) and 1.20 (95% CI 0.80-1.80).")]
    [InlineData("The HR was 0.90 (95% CI 0.60-1.35) in men, and 1.20 (95% CI 0.80-1.80) in women.")]
    [InlineData("HRs were alike in both (thin: 0.90, 95% CI: 0.60-1.35; (stout: 1.20, 95% CI: 0.80-1.80).")]
    [InlineData("The HR rose from 0.90 (95% CI 0.60-1.35) in the first 18 months to 1.20 (95% CI (0.80-1.80) later.")]
    [InlineData("The odds ratio held for weight (0.90 per 0.11 mmol/L, 95% CI: 0.60-1.35) or height (1.20 per 5 cm, 95% CI: 0.80-1.80).")]
    public void Each_ratio_of_a_sentence_is_read(string text) => Assert.Equal(
        2, PrintedText.Check(text).Count(finding => finding.Kind is TextStatisticKind.HazardRatio or TextStatisticKind.OddsRatio
            && finding.Judgement.Verdict == Verdict.Recomputed));

    [Theory]
    [InlineData("The HR for hunger was 0.90 (95% CI 0.60-1.35, P = .61), and that for thirst 0.80 (95% CI 0.60-1.07, P = .001).")]
    [InlineData("The odds ratio for hunger was 1.60 (95% CI 1.19 to 2.15; P = .002) and for thirst 1.21 (95% CI 0.90 to 1.63; P < .001).")]
    [InlineData("The HR in men was 0.90 (95% CI 0.60-1.35; P = .61), whereas in women it was 0.80 (95% CI 0.60-1.07; P = .001).")]
    public void P_of_the_second_ratio_of_a_sentence_is_judged(string text)
    {
        TextFinding wrong = Assert.Single(PrintedText.Check(text).Of(Verdict.Inconsistent));
        Assert.Contains("P ", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(2, PrintedText.Check(text).Count);
    }

    [Theory]
    [InlineData("The HR for hunger was 0.90 (95% CI 0.60-1.35, P = .61), and the ratio of weights 0.80 (95% CI 0.60-1.07, P = .001).")]
    [InlineData("The HR was 0.90 (95% CI 0.60-1.35, P = .61), and the mean difference in weight 0.80 (95% CI 0.60-1.07, P = .15).")]
    [InlineData("The hazard ratio was 0.90 (95% CI 0.60-1.35, P = .61), and with a slope of 0.80 (95% CI 0.60-1.07, P = .001) it fell.")]
    public void P_of_what_may_be_no_ratio_is_not_judged_as_that_of_a_ratio(string text) => Assert.DoesNotContain(
        PrintedText.Check(text).Of(Verdict.Inconsistent), finding => finding.Kind == TextStatisticKind.HazardRatio);

    [Theory]
    [InlineData("The hazard ratios were 1.46, 0.44, 1.51, 1.57, and 2.09.")]
    [InlineData("The HR was not given, and median survival was 12.0 months (95% CI 8.0-14.0).")]
    [InlineData("The HR fell while the mean difference was 4.5 (95% CI 1.0-8.0).")]
    [InlineData("The change was -12.5; 95% CI: -9.0 to -16.0")]
    [InlineData("HR 1.20 (95% CI 0.50-3.60). Intervals are of the profile likelihood.")]
    [InlineData("Tests were run in JMP 12. HR 1.20 (95% CI 0.50-3.60).")]
    [InlineData("OR 3.10 (95% CI 1.20-10.9). Exact logistic regression gave the odds ratios.")]
    [InlineData("OR 40.5 (95% CI 1.3-446.6)")]
    public void What_may_be_right_is_not_refuted(string text) =>
        Assert.DoesNotContain(PrintedText.Check(text), finding => finding.Judgement.Verdict == Verdict.Inconsistent);

    [Theory]
    [InlineData("HR vs. heparin 1.30 (95% CI 0.60-1.35)")]
    [InlineData("The odds ratio for 90-day failure 0.60 (95% CI 0.60 to 1.35)")]
    [InlineData("[hazard ratio, HR: 0.70 (95% confidence interval, 95% CI: 0.60-1.35)]")]
    [InlineData("HR 2.0 (95% CI 2.1-3.0), P=.001")]
    [InlineData("OR 1.1 (95% CI 1.2-1.9)")]
    [InlineData("RR 0.90 (95% CI 0.60-1.75)")]
    [InlineData("IRR 0.90 (95% CI 0.60-1.75)")]
    [InlineData("OR 0.90 (95% CI 0.60-1.75)")]
    [InlineData("RR 7.04 (95% CI 0.9-7.2)")]
    [InlineData("HR 0.90 (95% CI 0.60-1.35; P = 6.1)")]
    [InlineData("HR 0.90 (95% CI 0.60-1.35), P = 10-8")]
    [InlineData("Intervals are of the profile likelihood. HR 1.30 (95% CI 0.60-1.35)")]
    public void A_wrong_ratio_is_found(string text) =>
        Assert.Contains(PrintedText.Check(text), finding => finding.Judgement.Verdict == Verdict.Inconsistent);

    [Fact]
    public void The_intervals_of_a_paper_show_their_method()
    {
        const string Paper = "OR 1.35 (95% CI 0.56, 3.48); OR 2.31 (95% CI 0.75, 8.10); OR 1.41 (95% CI 0.56, 3.75).";

        Assert.All(PrintedText.Check(Paper), finding => Assert.Equal(Verdict.NotCheckable, finding.Judgement.Verdict));
    }

    [Fact]
    public void What_one_paper_says_of_its_method_is_not_said_of_another()
    {
        const string Papers = "TITLE.\n\nIntervals are of the profile likelihood.\n\nTITLE.\n\nHR 1.20 (95% CI 0.50-3.60).";

        Assert.Equal(Verdict.Inconsistent, Assert.Single(PrintedText.Check(Papers)).Judgement.Verdict);
    }

    [Fact]
    public void A_negative_ratio_is_no_ratio()
    {
        TextFinding found = Assert.Single(PrintedText.Check("HR -0.50 (95% CI 0.30 to 0.83)"));

        Assert.Equal(Verdict.NotCheckable, found.Judgement.Verdict);
        Assert.Contains("is no ratio", found.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corrected_F_has_other_degrees_of_freedom()
    {
        const string F = "F(2,40) = 3.60; p = 0.055.";

        Assert.Equal(Verdict.Inconsistent, Assert.Single(PrintedText.Check(F)).Judgement.Verdict);
        Assert.Equal(
            Verdict.NotCheckable,
            Assert.Single(PrintedText.Check(F + " The Greenhouse-Geisser correction was used.")).Judgement.Verdict);
    }
}
