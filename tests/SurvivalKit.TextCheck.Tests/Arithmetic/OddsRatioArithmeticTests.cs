namespace SurvivalKit.TextCheck.Tests;

/// <summary>Odds ratios beside exact tests and exact intervals.</summary>
public sealed class OddsRatioArithmeticTests
{
    // 10 of 20 and 11 of 20: ln(9/11) = -0.2007, SE 0.6340, Wald's P .752; Fisher's exact test 1.0.
    [Theory]
    [InlineData("0.82", "0.24", "2.84", "1.0", Verdict.NotCheckable, "Fisher")]
    [InlineData("0.82", "0.24", "2.84", ".75", Verdict.Recomputed, "Wald")]
    [InlineData("0.82", "0.24", "2.84", ".01", Verdict.Inconsistent, "exact test of two groups")]
    [InlineData("1.9", "1.1", "3.3", ".4", Verdict.Inconsistent, "exact test of two groups")]
    public void An_odds_ratio_may_stand_beside_an_exact_test(
        string ratio, string lower, string upper, string p, Verdict verdict, string words)
    {
        Judgement result = Printed.Ratio(ratio, lower, upper, p, new() { Kind = RatioKind.Odds }).P!;

        Assert.Equal(verdict, result.Verdict);
        Assert.Contains(words, result.Sentence, StringComparison.Ordinal);
    }

    // Every table of two groups up to 30: Fisher's P is within the range accepted for the odds ratio and its interval, printed with two
    // decimals.
    [Fact]
    public void No_odds_ratio_with_its_own_exact_P_is_inconsistent()
    {
        for (int n = 8; n <= 30; n += 11)
        {
            for (int m = 8; m <= 30; m += 11)
            {
                for (int a = 1; a < n; a += 2)
                {
                    for (int c = 1; c < m; c += 2)
                    {
                        double log = Math.Log((double)a * (m - c) / ((double)c * (n - a)));
                        double reach = 1.959964 * Math.Sqrt((1.0 / a) + (1.0 / (n - a)) + (1.0 / c) + (1.0 / (m - c)));
                        string[] printed = [.. new[] { log, log - reach, log + reach }.Select(
                            value => Math.Exp(value).ToString("F2", System.Globalization.CultureInfo.InvariantCulture))];
                        var table = new ContingencyTable(new[,] { { a, n - a }, { c, m - c } });
                        foreach (double p in new[] { FisherExact.Test(table).P, ChiSquare.Test(table, yates: true).P, ChiSquare.Test(
                            table, yates: false).P })
                        {
                            HazardRatioResult result = Printed.Ratio(
                                printed[0],
                                printed[1],
                                printed[2],
                                p.ToString("F3", System.Globalization.CultureInfo.InvariantCulture),
                                new() { Kind = RatioKind.Odds });
                            Assert.NotEqual(Verdict.Inconsistent, result.Summary.Verdict);
                        }
                    }
                }
            }
        }
    }

    // R's fisher.test prints 4.12 (0.99 to 18.2) of such counts: exact, and not symmetric.
    [Fact]
    public void An_odds_ratio_with_an_exact_interval_is_not_refuted()
    {
        HazardRatioResult odds = Printed.Ratio("4.11", "0.99", "18.2", ".044", new() { Kind = RatioKind.Odds });

        Assert.All([odds.Ratio, odds.Lower, odds.Upper, odds.Summary], one => Assert.Equal(Verdict.NotCheckable, one!.Verdict));
        Assert.Contains("exact", odds.Summary.Sentence, StringComparison.Ordinal);
        Assert.Equal(Verdict.Inconsistent, Printed.Ratio("4.11", "0.99", "18.2").Summary.Verdict);
    }
}
