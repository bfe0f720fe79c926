namespace SurvivalKit.TextCheck.Tests;

/// <summary>Means and standard deviations; the arithmetic of each case is in its comment.</summary>
public sealed class MeanArithmeticTests
{
    private static readonly PrintedSample[] Arms = [Sample("58.8", "12.3", 14), Sample("64.4", "14.8", 42)];

    // Brown and Heathers: 5.19 of 28 needs a sum from 145.18 to 145.46.
    [Fact]
    public void Grim_finds_a_mean_that_whole_numbers_cannot_have()
    {
        Judgement result = MeanArithmetic.Grim(Printed.Number("5.19"), 28);

        Assert.Equal(Verdict.Inconsistent, result.Verdict);
        Assert.Equal(
            "5.19 x 28 needs a sum from 145.18 to 145.46, and no whole number is there, nor where further decimals are cut off; the nearest means are 145/28 = 5.18 and 146/28 = 5.21.",
            result.Witness);
    }

    [Theory]
    [InlineData("5.18", 28, 1, Verdict.NotCheckable)]
    [InlineData("5.17", 28, 1, Verdict.Rounding)]
    [InlineData("3.12", 8, 1, Verdict.Rounding)]
    [InlineData("3.13", 8, 1, Verdict.NotCheckable)]
    [InlineData("5.19", 28, 3, Verdict.NotCheckable)]
    [InlineData("-5.18", 28, 1, Verdict.NotCheckable)]
    [InlineData("5.19", 2_000_000_000, 1, Verdict.NotCheckable)]
    [InlineData("5", 2_000_000_000, 3, Verdict.NotCheckable)]
    public void Grim_knows_rules_items_and_large_samples(string mean, int count, int items, Verdict verdict) =>
        Assert.Equal(verdict, MeanArithmetic.Grim(Printed.Number(mean), count, items).Verdict);

    // A sum of 10 of 5: 4 x 1.495^2 + 20 = 28.94 to 4 x 1.505^2 + 20 = 29.06; 29 is odd, the sum even. With n: 31.18 to 31.33.
    [Fact]
    public void Grimmer_finds_a_sum_of_squares_of_the_wrong_parity()
    {
        Judgement result = MeanArithmetic.Grimmer(Printed.Number("2.00"), Printed.Number("1.50"), 5);

        Assert.Equal(Verdict.Inconsistent, result.Verdict);
        Assert.Contains("from 28.94 to 29.06, and no even number", result.Witness, StringComparison.Ordinal);
        Assert.Equal("GRIM", MeanArithmetic.Grimmer(Printed.Number("5.19"), Printed.Number("1.00"), 28).Method);
    }

    // 1, 1, 1, 1, 2 have the smallest SD that whole numbers with a mean of 1.2 allow: SD 0.447.
    [Fact]
    public void Grimmer_finds_a_standard_deviation_that_is_too_small() =>
        Assert.Equal(Verdict.Inconsistent, MeanArithmetic.Grimmer(Printed.Number("1.2"), Printed.Number("0.1"), 5).Verdict);

    [Fact]
    public void Every_sample_of_whole_numbers_passes() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        for (int i = 0; i < 400; i++)
        {
            int count = 2 + random.Next(30);
            int items = 1 + random.Next(3);
            double[] values = [.. Enumerable.Range(0, count).Select(_ => random.Next(-3, 12) / (double)items)];
            var sample = SampleSummary.Summarize(values);
            RoundingRule rule = (RoundingRule)random.Next(3);
            int decimals = random.Next(4);
            var mean = new PrintedNumber(Rounding.Round(sample.Mean, decimals, rule), decimals);
            var sd = new PrintedNumber(Rounding.Round(sample.StandardDeviation, decimals, rule), decimals);
            Judgement result = MeanArithmetic.Grimmer(mean, sd, count, items);
            Assert.True(result.Verdict != Verdict.Inconsistent, result.ToString());
            if (rule == RoundingRule.HalfUp)
            {
                Assert.Equal(Verdict.NotCheckable, result.Verdict);
            }

            double low = values.Min();
            double high = values.Max();
            var least = new PrintedNumber(Rounding.Round(low, decimals, rule), decimals);
            var greatest = new PrintedNumber(Rounding.Round(high, decimals, rule), decimals);
            Assert.NotEqual(Verdict.Inconsistent, MeanArithmetic.MeanWithinRange(mean, least, greatest, count).Verdict);
            Assert.NotEqual(Verdict.Inconsistent, MeanArithmetic.DeviationWithinRange(sd, mean, least, greatest, count).Verdict);
            Assert.NotEqual(Verdict.Inconsistent, MeanArithmetic.DeviationWithinRange(sd, null, least, greatest, count).Verdict);
        }
    });

    // sqrt(8 x 6 / (14 x 13)) = sqrt(24/91) = 0.5136.
    [Fact]
    public void Debit_gives_the_standard_deviation_of_zeros_and_ones()
    {
        Judgement fits = MeanArithmetic.Debit(Printed.Number("0.57"), Printed.Number("0.51"), 14);

        Assert.Equal((Verdict.Recomputed, "8 ones of 14"), (fits.Verdict, fits.Method));
        Assert.Equal(Math.Sqrt(24.0 / 91), fits.Computed!.Value, 1e-12);
        Assert.Equal(Verdict.Rounding, MeanArithmetic.Debit(Printed.Number("0.57"), Printed.Number("0.513"), 14).Verdict);
        Judgement not = MeanArithmetic.Debit(Printed.Number("0.57"), Printed.Number("0.45"), 14);
        Assert.Equal(Verdict.Inconsistent, not.Verdict);
        Assert.Contains("sqrt(14/13 x 0.57 x (1 - 0.57)) = 0.5138", not.Witness, StringComparison.Ordinal);
        Assert.Equal(Verdict.Inconsistent, MeanArithmetic.Debit(Printed.Number("0.58"), Printed.Number("0.51"), 14).Verdict);
        Assert.Equal(Verdict.Inconsistent, MeanArithmetic.Debit(Printed.Number("1.57"), Printed.Number("0.51"), 14).Verdict);
    }

    // Three values 0, 5, 10: the third is known, SD 5; over rounding from 4.95.
    [Theory]
    [InlineData("5.0", Verdict.NotCheckable)]
    [InlineData("6.2", Verdict.NotCheckable)]
    [InlineData("4.8", Verdict.Inconsistent)]
    [InlineData("6.5", Verdict.Inconsistent)]
    public void A_range_bounds_the_standard_deviation(string deviation, Verdict verdict)
    {
        Judgement result = MeanArithmetic.DeviationWithinRange(
            Printed.Number(deviation), Printed.Number("5.0"), Printed.Number("0.0"), Printed.Number("10.0"), 3);

        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(verdict == Verdict.Inconsistent, result.Witness is not null);
    }

    // Ten values from 0 to 10 with both present: from 10/10 = 1 to 9 x 10/10 = 9.
    [Theory]
    [InlineData("1.0", Verdict.NotCheckable)]
    [InlineData("9.0", Verdict.NotCheckable)]
    [InlineData("0.8", Verdict.Inconsistent)]
    [InlineData("9.3", Verdict.Inconsistent)]
    public void A_range_bounds_the_mean(string mean, Verdict verdict) =>
        Assert.Equal(
            verdict, MeanArithmetic.MeanWithinRange(Printed.Number(mean), Printed.Number("0.0"), Printed.Number("10.0"), 10).Verdict);

    // (14 x 58.8 + 42 x 64.4)/56 = 63.0; SS = 13 x 12.3^2 + 41 x 14.8^2 + 10.5 x 5.6^2 = 11276.69, SD = sqrt(SS/55) = 14.319.
    [Fact]
    public void Groups_give_their_total()
    {
        Assert.True(MeanArithmetic.PooledMean(Arms).Contains(63.0));
        Assert.Equal(0.1, MeanArithmetic.PooledMean(Arms).High - MeanArithmetic.PooledMean(Arms).Low, 1e-9);
        Assert.True(MeanArithmetic.PooledStandardDeviation(Arms).Contains(Math.Sqrt(11276.69 / 55)));
        Assert.Equal(Verdict.Recomputed, MeanArithmetic.CheckPooledMean(Printed.Number("63.0"), Arms).Verdict);
        Assert.Equal(Verdict.Recomputed, MeanArithmetic.CheckPooledStandardDeviation(Printed.Number("14.3"), Arms).Verdict);
        Judgement not = MeanArithmetic.CheckPooledMean(Printed.Number("61.2"), Arms);
        Assert.Equal(Verdict.Inconsistent, not.Verdict);
        Assert.Equal("(14 x 58.8 + 42 x 64.4)/56 = 62.950 to 63.050 over rounding; the nearest admissible value is 63.0.", not.Witness);
        Assert.Equal(Verdict.Inconsistent, MeanArithmetic.CheckPooledStandardDeviation(Printed.Number("9.9"), Arms).Verdict);
    }

    // Within alone: sqrt((13 x 12.25^2 + 41 x 14.75^2)/55) = 14.051 at the least.
    [Fact]
    public void A_total_varies_at_least_as_its_groups_do()
    {
        Assert.Equal(
            Math.Sqrt(((13 * 12.25 * 12.25) + (41 * 14.75 * 14.75)) / 55), MeanArithmetic.LeastTotalStandardDeviation(Arms), 1e-12);
        Assert.Equal(Verdict.Inconsistent, MeanArithmetic.CheckLeastStandardDeviation(Printed.Number("9.9"), Arms).Verdict);
        Assert.Equal(Verdict.NotCheckable, MeanArithmetic.CheckLeastStandardDeviation(Printed.Number("14.1"), Arms).Verdict);
        Assert.Equal(Verdict.NotCheckable, MeanArithmetic.CheckLeastStandardDeviation(Printed.Number("20"), Arms).Verdict);
        Assert.Throws<SurvivalDataException>(() => MeanArithmetic.PooledMean([]));
    }

    [Fact]
    public void Every_choice_within_the_decimals_is_within_the_pooled_ranges() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        PrintedSample[] groups = [Sample("10.1", "2.0", 5), Sample("10.2", "3", 9), Sample("12", "0.5", 20)];
        (ValueRange mean, ValueRange sd) = (MeanArithmetic.PooledMean(groups), MeanArithmetic.PooledStandardDeviation(groups));
        for (int i = 0; i < 2000; i++)
        {
            (double Mean, double Deviation, int Count)[] drawn = [.. groups.Select(
                group => (Within(group.Mean), Within(group.StandardDeviation), group.Count))];
            double total = drawn.Sum(one => one.Mean * one.Count) / 34;
            double squares =
                drawn.Sum(one => ((one.Count - 1) * one.Deviation * one.Deviation) + (one.Count * (one.Mean - total) * (one.Mean - total)));
            Assert.True(mean.Contains(total));
            Assert.True(sd.Contains(Math.Sqrt(squares / 33)));
        }

        double Within(PrintedNumber number) => ValueRange.PrintedAs(number) is var range && random.Next(3) is var side
            ? side == 0 ? range.Low : side == 1 ? range.High : range.Low + (random.NextDouble() * (range.High - range.Low)) : 0;
    });

    private static PrintedSample Sample(string mean, string deviation, int count) =>
        new(Printed.Number(mean), Printed.Number(deviation), count);
}
