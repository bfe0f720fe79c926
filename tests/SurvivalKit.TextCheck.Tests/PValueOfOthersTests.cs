namespace SurvivalKit.TextCheck.Tests;

/// <summary>P values of another hypothesis than the numbers beside them are not compared with these numbers.</summary>
public class PValueOfOthersTests
{
    [Theory]
    [InlineData("HR 1.9 (95% CI, 1.1 to 3.3; P for interaction = .4)", "interaction")]
    [InlineData("HR 1.9 (95% CI, 1.1 to 3.3; P-interaction .4)", "interaction")]
    [InlineData("HR 1.9 (95% CI, 1.1 to 3.3; Pinteraction = .4)", "interaction")]
    [InlineData("HR 1.9 (95% CI, 1.1 to 3.3; P(interaction) = .4)", "interaction")]
    [InlineData("HR 1.9 (95% CI, 1.1 to 3.3; P<sub>interaction</sub> = .4)", "interaction")]
    [InlineData("HR 1.9 (95% CI, 1.1 to 3.3; $P_{interaction} = .4$)", "interaction")]
    [InlineData("HR 1.9 (95% CI, 1.1 to 3.3; $P_{\\text{interaction}} = .4$)", "interaction")]
    [InlineData("HR 1.9 (95% CI, 1.1 to 3.3; P = .4 for interaction)", "interaction")]
    [InlineData("HR 1.9 (1.1-3.3; P for trend = .3)", "trend")]
    [InlineData("HR 1.9 (95% CI 1.1-3.3; P for heterogeneity = 0.80)", "heterogeneity")]
    [InlineData("HR 1.9 (95% CI 1.1-3.3; P value for noninferiority, .8)", "non-inferiority")]
    public void A_ratio_is_not_tried_against_a_P_of_another_question(string sentence, string question)
    {
        TextFindings findings = PrintedText.Check(sentence);
        Assert.Equal(Verdict.Recomputed, Assert.Single(findings.Of(TextStatisticKind.HazardRatio)).Judgement.Verdict);
        TextFinding p = Assert.Single(findings.Of(TextStatisticKind.PValue));
        Assert.Equal(Verdict.NotCheckable, p.Judgement.Verdict);
        Assert.Contains(question, p.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Univariable HR 2.1 (95% CI 1.1-4.0), multivariable HR 1.9 (95% CI 1.0-3.6), P = .90 and .05, respectively.")]
    [InlineData("HR 2.1 (95% CI 1.1-4.0) and HR 1.9 (95% CI 1.0-3.6; P = .90 and P = .05, respectively).")]
    public void The_first_of_several_P_values_may_be_of_another_ratio(string sentence) =>
        Assert.All(PrintedText.Check(sentence).Of(TextStatisticKind.HazardRatio), ratio =>
            Assert.Equal(Verdict.Recomputed, ratio.Judgement.Verdict));

    [Fact]
    public void The_P_of_the_ratio_itself_still_is() =>
        Assert.Equal(
            Verdict.Inconsistent, Assert.Single(PrintedText.Check("HR 1.9 (95% CI, 1.1 to 3.3; P for death = .4)")).Judgement.Verdict);

    [Fact]
    public void A_column_of_interactions_is_not_the_P_of_the_ratios()
    {
        TextFindings findings = PrintedText.Check("""
            | Subgroup | HR (95% CI) | P for interaction |
            |---|---|---|
            | Young | 0.50 (0.30-0.83) | .40 |
            | Old | 0.72 (0.54-0.96) | |
            """);
        Assert.All(findings.Of(TextStatisticKind.HazardRatio), ratio => Assert.Equal(Verdict.Recomputed, ratio.Judgement.Verdict));
        Assert.Equal(Verdict.NotCheckable, Assert.Single(findings.Of(TextStatisticKind.PValue)).Judgement.Verdict);
    }

    [Theory]
    [InlineData("Response was 57.1% (8/14) vs 23.8% (10/42), P = .04.", Verdict.Recomputed, "Fisher's exact test (8 of 14 and 10 of 42)")]
    [InlineData("Deaths: 12/40 (30%) in A and 20/41 (48.8%) in B (P = .9).", Verdict.NotCheckable, "another comparison")]
    [InlineData(
        "Age was 58.8 ± 12.3 (n = 14) versus 64.4 ± 14.8 (n = 42), P = .21.",
        Verdict.Recomputed,
        "Student's t test (the means of 14 and 42 values)")]
    [InlineData("Age was 58.8 ± 12.3 (n = 14) versus 64.4 ± 14.8 (n = 42), P = .9.", Verdict.Inconsistent, "neither Student's nor Welch's")]
    [InlineData("Age was 58.8 ± 12.3 versus 64.4 ± 14.8 (P = .9).", Verdict.NotCheckable, "numbers of values are not printed")]
    [InlineData("Response was 57.1% (8/14) vs 23.8% (10/42). Survival differed (P = .04).", Verdict.NotCheckable, "no numbers beside")]
    [InlineData("Rates were 57.1% (8/14), 23.8% (10/42) and 25.0% (1/4), P = .04.", Verdict.NotCheckable, "no numbers beside")]
    public void Two_counts_or_two_means_before_a_P_are_tried(string sentence, Verdict verdict, string words)
    {
        TextFinding p = Assert.Single(PrintedText.Check(sentence).Of(TextStatisticKind.PValue));
        Assert.Equal(verdict, p.Judgement.Verdict);
        Assert.Contains(words, p.Detail, StringComparison.Ordinal);
    }
}
