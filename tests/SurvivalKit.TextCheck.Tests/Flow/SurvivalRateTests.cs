namespace SurvivalKit.TextCheck.Tests;

/// <summary>Survival rates that no Kaplan-Meier curve has.</summary>
public sealed class SurvivalRateTests
{
    [Theory]
    [InlineData("The 1-, 3-, and 5-year overall survival rates were 90%, 70%, and 75%, respectively.")]
    [InlineData("Overall survival at 1, 3 and 5 years was 90%, 70% and 75%.")]
    [InlineData("The 5-year overall survival was 62% (95% CI, 65% to 72%).")]
    [InlineData("In 20 patients, the 5-year overall survival was 60% (95% CI, 55% to 65%).")]
    [InlineData("Of 120 patients, 5-year survival was 30% with 60 patients at risk.")]
    [InlineData("The cumulative incidence of relapse at 1 and 3 years was 20% and 15%.")]
    public void An_impossible_rate_is_found(string sentence) =>
        Assert.Equal(TextStatisticKind.SurvivalRate, Assert.Single(PrintedText.Check(sentence).Of(Verdict.Inconsistent)).Kind);

    [Theory]
    [InlineData("The 1-, 3-, and 5-year overall survival rates were 90%, 75%, and 70%, respectively.")]
    [InlineData("Relative survival at 1, 3 and 5 years was 90%, 70% and 75%.")]
    [InlineData("Survival at 1 and 3 years was 60% and 70% in the two arms.")]
    [InlineData("Median PFS was 10.2 months (95% confidence intervals [CI]: 9.0-11.5) and survival at 2 years good.")]
    [InlineData("In 200 patients, the 5-year overall survival was 60% (95% CI, 53% to 67%).")]
    [InlineData("The adjusted 5-year survival of 20 patients was 60% (95% CI, 55% to 65%).")]
    [InlineData("Of 120 patients, 5-year survival was 60% with 20 patients at risk.")]
    [InlineData("The 5-year overall survival was 62% vs 50% (95% CI, 3% to 21%).")]
    public void A_possible_one_is_not_accused(string sentence) => Assert.Empty(PrintedText.Check(sentence).Of(Verdict.Inconsistent));

    [Fact]
    public void The_rates_of_a_curve_lie_between_early_and_late_censoring()
    {
        // Of 10 with 3 events and 4 at risk, 3 were censored: all before gives 4/7, all after 7/10.
        ValueRange possible = SurvivalRateArithmetic.Possible(10, 4, 3);
        Assert.Equal(4.0 / 7, possible.Low, 12);
        Assert.Equal(0.7, possible.High, 12);
        Assert.Equal(new ValueRange(0.4, 1), SurvivalRateArithmetic.Possible(10, 4, null));
        Assert.Equal(new ValueRange(1, 1), SurvivalRateArithmetic.Possible(10, null, 0));
        Assert.Equal("8 events and 4 at risk are more than 10 patients; no more than all of them was expected.",
            Assert.Throws<SurvivalDataException>(() => SurvivalRateArithmetic.Possible(10, 4, 8)).Message);
    }

    [Fact]
    public void Random_curves_are_always_within_what_is_possible() => SurvivalKit.Tests.RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        for (int run = 0; run < 300; run++)
        {
            int n = random.Next(1, 30);
            (int atRisk, int events, double survival) = (n, 0, 1);
            for (int step = random.Next(0, n + 1); step > 0; step--)
            {
                bool isEvent = random.Next(2) == 0;
                survival *= isEvent ? 1 - (1.0 / atRisk) : 1;
                (atRisk, events) = (atRisk - 1, events + (isEvent ? 1 : 0));
            }

            Assert.True(SurvivalRateArithmetic.Possible(n, atRisk, events).Contains(survival), $"{n} {atRisk} {events} {survival}");
            Assert.True(SurvivalRateArithmetic.Possible(n, atRisk, null).Contains(survival));
            Assert.True(SurvivalRateArithmetic.Possible(n, null, events).Contains(survival));
        }
    });
}
