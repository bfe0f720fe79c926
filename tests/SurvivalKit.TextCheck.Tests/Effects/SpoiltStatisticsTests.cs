namespace SurvivalKit.TextCheck.Tests;

/// <summary>Forty statistics of a kind, made from real arithmetic and then spoilt beyond every reading: at least 39 are found, and what is
/// right passes.</summary>
public class SpoiltStatisticsTests
{
    private const int Sentences = 40;

    [Fact]
    public void Spoilt_hazard_ratios_are_found() => RandomSeed.Run(seed =>
        Hold(seed, random => SpoiltRatios.Make(random, "HR", "hazard ratio")));

    [Fact]
    public void Spoilt_odds_and_risk_ratios_are_found() => RandomSeed.Run(seed =>
        Hold(seed, random => SpoiltRatios.Make(random, "OR", "odds ratio", "RR", "relative risk", "IRR", "incidence rate ratio")));

    [Fact]
    public void Spoilt_means_coefficients_and_correlations_are_found() => RandomSeed.Run(seed => Hold(seed, SpoiltEffects.Make));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void They_are_found_from_fixed_seeds(int seed)
    {
        Hold(seed, random => SpoiltRatios.Make(random, "HR"));
        Hold(seed, random => SpoiltRatios.Make(random, "OR", "RR", "IRR"));
        Hold(seed, SpoiltEffects.Make);
    }

    private static void Hold(int seed, Func<Random, PrintedSentence> make)
    {
        var random = new Random(seed);
        PrintedSentence.Hold([.. Enumerable.Range(0, Sentences).Select(_ => make(random))]);
    }
}
