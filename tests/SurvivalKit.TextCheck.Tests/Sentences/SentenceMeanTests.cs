namespace SurvivalKit.TextCheck.Tests;

/// <summary>GRIM, GRIMMER and DEBIT where the number of values stands elsewhere in the sentence, or is known by a range only.</summary>
public sealed class SentenceMeanTests
{
    [Theory]
    [InlineData("Among 19 women, the mean number of children was 2.33 (SD 1.10).", "GRIM")]
    [InlineData("The mean number of visits was 3.47 in 20 patients.", "GRIM")]
    [InlineData("The mean Apgar score was 8.95 (SD 0.18) in 30 infants.", "GRIM")]
    [InlineData("The mean number of attacks was 4.13 (n = 12).", "GRIM")]
    [InlineData("The answer, coded 0/1, had a mean of 0.40 (SD 0.60; n = 50).", "DEBIT")]
    [InlineData("The mean number of falls was 0.35 (SD 0.10) (n = 17-20).", "GRIMMER")]
    [InlineData("In a subset of the 6 men, the mean number of falls was 0.41.", "GRIM")]
    public void What_no_whole_numbers_give_is_found(string sentence, string method) =>
        Assert.Equal(method, Assert.Single(PrintedText.Check(sentence).Of(Verdict.Inconsistent)).Judgement.Method);

    [Theory]
    [InlineData("Among 19 women, the mean number of children was 2.32 (SD 1.10).")]
    [InlineData("The mean number of visits per year was 3.47 in 20 patients.")]
    [InlineData("The mean age was 33.47 years in 20 patients.")]
    [InlineData("The mean number of cells was 3.47 in 20 patients.")]
    [InlineData("The mean number of falls was 0.35 (SD 0.48) (n = 18-22).")]
    [InlineData("The mean number of answers per item of a 5-item scale was 3.47 (n = 20).")]
    [InlineData("On a 5-item Likert scale the mean was 3.47 (SD 0.50; n = 20).")]
    [InlineData("Of 20 women, 7 were asked, and the mean number of children was 2.43.")]
    [InlineData("In a subset of the 60 men, the mean number of falls was 0.41.")]
    public void What_some_whole_numbers_give_is_not_accused(string sentence) =>
        Assert.Empty(PrintedText.Check(sentence).Of(Verdict.Inconsistent));

    [Fact]
    public void The_sizes_that_give_a_mean_are_listed()
    {
        // 0.35 is 7/20 (0.350), 6/17 (0.3529), 8/23 (0.3478); of 18 to 22 only 20 values have it.
        Assert.Equal([20], MeanArithmetic.Sizes(new PrintedNumber(0.35m, 2), null, 18, 22));
        Assert.Equal([17, 20, 23], MeanArithmetic.Sizes(new PrintedNumber(0.35m, 2), null, 17, 23));
        Assert.Empty(MeanArithmetic.BinarySizes(new PrintedNumber(0.40m, 2), new PrintedNumber(0.60m, 2), 10, 60));
        Assert.Equal(
            "The range of group sizes is from 9 to 3; a range of at most 10000 sizes in rising order was expected.",
            Assert.Throws<SurvivalDataException>(() => MeanArithmetic.Sizes(new PrintedNumber(0.35m, 2), null, 9, 3)).Message);
    }
}
