namespace SurvivalKit.TextCheck.Tests;

/// <summary>Which numbers before a percentage count, of what, and which are labels.</summary>
public sealed class CountKindsTests
{
    [Theory]
    [InlineData("Follow-up was complete. 18 (36%) of 50 children relapsed.", "18 (36%) of 50")]
    [InlineData("It was 11 (22%) vs. 14 (28%) in the second arm.", "14 (28%)")]
    [InlineData("We sent letters. 7 out of 25 replies (28%) were useful.", "7 out of 25 replies (28%)")]
    [InlineData("Twenty-one of 60 knees (35%) were stiff.", "Twenty-one of 60 knees (35%)")]
    [InlineData("None of 45 eyes (0%) was lost.", "None of 45 eyes (0%)")]
    [InlineData("There were 13 neonates (26%) with fever.", "13 neonates (26%)")]
    [InlineData("One was lost (1 subject [4%]) in May.", "1 subject [4%]")]
    [InlineData("In all, 12\u2009480 (60%) of 20\u2009800 drivers agreed.", "12 480 (60%) of 20 800")]
    [InlineData("In all, 12 480 (60%) of 20 800 drivers agreed.", "12 480 (60%) of 20 800")]
    [InlineData("Of these, 12 480 (60%) of the cohort of 20 800 agreed.", "12 480 (60%) of the cohort of 20 800")]
    [InlineData("In the control group 9 (18%) withdrew.", "9 (18%)")]
    [InlineData("During the first year and 27 (54%) later.", "27 (54%)")]
    [InlineData("As Table 3 shows, 27 (54%) of 50 came.", "27 (54%) of 50")]
    [InlineData("Bleeding occurred (drug, n=3 [6%]; placebo, n=1 [2%]).", "3 [6%]")]
    [InlineData("On day 0 4/50 (8%) were positive.", "4/50 (8%)")]
    [InlineData("There was fever in 9 from 16 pilots (56%).", "9 from 16 pilots (56%)")]
    public void A_count_is_read(string text, string quotation) => Assert.Contains(
        PrintedText.Check(text), finding => finding.Kind == TextStatisticKind.Count && finding.Text == quotation);

    [Theory]
    [InlineData("The worst toxicity was grade 2 (41%) or grade 3 (17%).")]
    [InlineData("Most had an ECOG status of 0 to 1 (83%).")]
    [InlineData("They were in ECOG 0 (71%), 1 (22.9%) and 2 (5.7%).")]
    [InlineData("Fewer cases were seen in group 1 (21.9%) than in group 2 (41%).")]
    [InlineData("It was similar among groups 1 and 2 (11.4%).")]
    [InlineData("Many had a Gleason score ≥ 8 (77%).")]
    [InlineData("By day 14 (70.3%) the swelling had gone.")]
    [InlineData("A score of 0 (43.9%) was common.")]
    [InlineData("Remission was seen by week 12 (45.3%).")]
    [InlineData("Many took 2 (34%) or 3 (22%) types of drugs.")]
    [InlineData("The main grade 3/4 toxicities being nausea (17%, first arm).")]
    [InlineData("Half of 16 answers (56%) were late.")]
    [InlineData("One hundred and two of 140 answers (73%) were late.")]
    [InlineData("At least one of 5 criteria (63%) was met.")]
    [InlineData("At least 2 of 5 criteria (63%) were met.")]
    [InlineData("Nearly all reached PASI 75 (71%) by then.")]
    [InlineData("Malaria was frequent (312/1,950, 95% CI 14.4%-17.7%).")]
    public void A_label_is_no_count(string text)
    {
        Assert.DoesNotContain(PrintedText.Check(text), finding => finding.Judgement.Verdict == Verdict.Inconsistent);
        Assert.DoesNotContain(PrintedText.Check(text), finding => finding.Kind == TextStatisticKind.Count && finding.Judgement.Verdict
            == Verdict.Recomputed);
    }

    [Theory]
    [InlineData("Follow-up was complete. 18 (46%) of 50 children relapsed.")]
    [InlineData("We sent letters. 7 out of 25 replies (38%) were useful.")]
    [InlineData("Twenty-one of 60 knees (25%) were stiff.")]
    [InlineData("In all, 12\u2009480 (50%) of 20\u2009800 drivers agreed.")]
    [InlineData("It was found in 21/65 (32.1) of them.")]
    [InlineData("On day 0 4/50 (18%) were positive.")]
    public void A_wrong_count_is_found(string text) =>
        Assert.Contains(PrintedText.Check(text), finding => finding.Judgement.Verdict == Verdict.Inconsistent);

    [Theory]
    [InlineData("The ratio was 132/150 (0.88) in spring.")]
    [InlineData("The rate was 61/1,204 (2.41) in spring.")]
    [InlineData("cycles given14/230 (2%)1/230 (<1%)35/230 (2%)")]
    [InlineData("There were 13 spirometries (55%) in May.")]
    [InlineData("It was 460/230 (8%) in the next column.")]
    public void A_number_that_may_be_no_percentage_is_not_refuted(string text) =>
        Assert.DoesNotContain(PrintedText.Check(text), finding => finding.Judgement.Verdict == Verdict.Inconsistent);

    [Fact]
    public void A_percentage_that_was_rounded_twice_has_a_softer_word()
    {
        TextFinding found = Assert.Single(PrintedText.Check("It was seen in 36 of 66 pilots (54.6%)."));

        Assert.Equal(Verdict.NotCheckable, found.Judgement.Verdict);
        Assert.Contains("rounded twice", found.Detail, StringComparison.Ordinal);
    }
}
