namespace SurvivalKit.Published.Tests;

public class ClaimCheckTests
{
    private static readonly Study Study = Samples.Paper;

    [Theory]
    [InlineData(
        "table2/Best response > PD/All#%", 38.888888888888886, Verdict.MatchesCohort, "The synthetic cohort gives the same: 38.9%.")]
    [InlineData(
        "table2/Best response > PD/All#%",
        41.07142857142857,
        Verdict.Differs,
        "The synthetic cohort gives 41.071%, where 38.9 is printed.")]
    [InlineData("table2/Best response > PD/All#n", 23.0, Verdict.Differs, "The synthetic cohort gives 23, where 21 is printed.")]
    [InlineData(
        "table1/Metastasis site > Liver/Atezolizumab + EP#%",
        92.85714285714286,
        Verdict.Rounding,
        "The synthetic cohort gives 92.857%, which prints the same when further decimals are cut off.")]
    [InlineData(
        "table1/Age > Median ± SD/All#median",
        62.25,
        Verdict.Rounding,
        "The synthetic cohort gives 62.250, which prints the same when a half is rounded to the even neighbour.")]
    [InlineData("table2/ORR (CR + PR)/P#p", 0.0441, Verdict.MatchesCohort, "The synthetic cohort gives the same: 0.04.")]
    [InlineData("table2/ORR (CR + PR)/P#p", 0.035, Verdict.MatchesCohort, "The synthetic cohort gives the same: 0.04.")]
    [InlineData("table1/Male sex/P#p", 1.0, Verdict.MatchesCohort, "The synthetic cohort gives the same: 1.0.")]
    [InlineData("figure1b#hr", 1.13499, Verdict.MatchesCohort, "The synthetic cohort gives the same: 1.13.")]
    [InlineData("figure1b#hr", double.PositiveInfinity, Verdict.Differs, "The synthetic cohort gives Infinity, where 1.13 is printed.")]
    public void A_number_is_compared_at_the_printed_decimals(string id, double computed, Verdict verdict, string sentence)
    {
        ClaimCheck check = Study.Check(id, computed);

        Assert.Equal((verdict, sentence, computed), (check.Judgement.Verdict, check.Judgement.Sentence, check.Judgement.Computed));
    }

    [Theory]
    [InlineData(0.2845, 3, RoundingRule.HalfUp, "0.285")]
    [InlineData(0.2845, 3, RoundingRule.HalfEven, "0.284")]
    [InlineData(0.2849, 3, RoundingRule.Truncation, "0.284")]
    [InlineData(2.675, 2, RoundingRule.HalfUp, "2.68")]
    [InlineData(-0.5, 0, RoundingRule.HalfUp, "-1")]
    public void A_half_is_a_half_whatever_the_binary_digits_say(double value, int decimals, RoundingRule rule, string expected) =>
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), Rounding.Round(value, decimals, rule));

    [Fact]
    public void Nothing_computed_is_not_checkable()
    {
        Assert.Equal(Verdict.NotCheckable, Study.Check("figure1b#hr", null).Judgement.Verdict);
        ClaimCheck check = Study.Check("figure1b#hr", double.NaN);
        Assert.Equal(Verdict.NotCheckable, check.Judgement.Verdict);
        Assert.Null(check.Judgement.Computed);
    }

    [Fact]
    public void A_claim_that_no_column_can_give_is_not_checkable_whatever_is_computed()
    {
        ClaimCheck check = Samples.Invented.Check("text/Visits#n", 3);

        Assert.Equal((Verdict.NotCheckable, "The cohort holds no visits."), (check.Judgement.Verdict, check.Judgement.Sentence));
    }

    [Theory]
    [InlineData(0.0004, Verdict.MatchesCohort, "The synthetic cohort gives 0.00040, which is below 0.001 as printed.")]
    [InlineData(0.004, Verdict.Differs, "The synthetic cohort gives 0.00400, which is not below 0.001.")]
    public void A_bound_is_compared_as_a_bound(double computed, Verdict verdict, string sentence)
    {
        ClaimCheck check = Samples.Invented.Check("table1/Large cup/P#p", computed);

        Assert.Equal((verdict, sentence), (check.Judgement.Verdict, check.Judgement.Sentence));
    }

    [Fact]
    public void An_unknown_claim_is_an_error() => Assert.Throws<SurvivalDataException>(() => Study.Check("table9#n", 1));

    [Theory]
    [InlineData(".04", "0.04", 2)]
    [InlineData("46.4%", "46.4", 1)]
    [InlineData("P < .001", "0.001", 3)]
    [InlineData("−0·55", "-0.55", 2)]
    [InlineData("7", "7", 0)]
    public void A_number_is_read_as_people_print_it(string text, string value, int decimals)
    {
        Assert.True(PrintedNumber.TryParse(text, out PrintedNumber number));
        Assert.Equal(new PrintedNumber(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), decimals), number);
    }

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("-.")]
    public void Text_without_a_number_is_none(string text) => Assert.False(PrintedNumber.TryParse(text, out _));
}
