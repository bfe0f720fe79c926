namespace SurvivalKit.TextCheck.Tests;

/// <summary>Counts whose percentage is of the number that their own sentence names.</summary>
public sealed class SentenceCountTests
{
    [Theory]
    [InlineData("Of 80 bakers, 20 (40%) were late.")]
    [InlineData("Among the 80 women enrolled, 20 had a cough at the first visit (40%).")]
    [InlineData("20 of the 80 women who were asked at the two markets in autumn (40%) had a cough.")]
    [InlineData("In total, 80 were randomised; 20 (40%) were women.")]
    [InlineData("A total of 80 patients were enrolled, of whom 20 (40%) were women.")]
    [InlineData("We enrolled 80 patients, of whom 20 (40%) were women.")]
    [InlineData("There were 80 patients, 20 (40%) of whom were women.")]
    [InlineData("Overall, 80 patients were analysed and 20 (40%) had died.")]
    [InlineData("In the butter group (n = 80), 20 (40%) came back.")]
    [InlineData("Out of 80 patients, 20 (40%) relapsed.")]
    [InlineData("Of the 80 patients who were screened at three sites between 2004 and 2009, 20 (40%) were men.")]
    [InlineData("Among 80 children, twenty (40%) were vaccinated.")]
    [InlineData("The study included 80 patients (20 women [40%]).")]
    [InlineData("Of the twelve patients, 5 (40%) were men.")]
    public void The_number_that_the_sentence_names_decides(string sentence)
    {
        TextFinding wrong = Assert.Single(PrintedText.Check(sentence).Of(Verdict.Inconsistent));
        Assert.Equal(TextStatisticKind.Count, wrong.Kind);
        TextFindings right = PrintedText.Check(sentence.Replace("40%", sentence.Contains("twelve", StringComparison.Ordinal)
            ? "41.7%" : "25%", StringComparison.Ordinal));
        Assert.Equal(Verdict.Recomputed, Assert.Single(right.Of(TextStatisticKind.Count)).Judgement.Verdict);
    }

    [Theory]
    [InlineData("80 patients were enrolled. Of them, 20 (40%) were women.")]
    [InlineData("80 patients were enrolled. Later, 20 (40%) were seen again.")]
    [InlineData("Of 80 patients, 50 were followed, and 20 (40%) came back.")]
    [InlineData("Of 80 patients, 50 were men, of whom 20 (40%) smoked.")]
    [InlineData("Of 80 patients, 20 (40%) had a cough; the cough of 30 was unknown.")]
    [InlineData("Of 80 patients with 50 lesions, 20 (40%) were seen twice.")]
    [InlineData("Of 80 patients, 20 lesions (40%) were large.")]
    [InlineData("Of about 80 patients, 20 (40%) were women.")]
    [InlineData("Of 80 patients, 20 (40%) of the women smoked.")]
    [InlineData("Among 80 patients, 20 had a reduction of weight (40%).")]
    [InlineData("Of 80 patients, 20 (40%) of those with a test were positive.")]
    [InlineData("Of 80 patients, 30 withdrew, 20 (40%) stayed.")]
    [InlineData("Of 80 patients, the weighted share was 20 (40%).")]
    public void Another_whole_that_is_possible_makes_no_alarm(string sentence) =>
        Assert.Empty(PrintedText.Check(sentence).Of(Verdict.Inconsistent));

    [Fact]
    public void A_number_of_another_sentence_does_not_take_the_place_of_the_own_one()
    {
        TextFindings findings = PrintedText.Check("In all, 50 patients came. Of 80 patients, 20 (40%) were women.");
        Assert.Contains("20 of 80", Assert.Single(findings.Of(Verdict.Inconsistent)).Detail, StringComparison.Ordinal);
    }
}
