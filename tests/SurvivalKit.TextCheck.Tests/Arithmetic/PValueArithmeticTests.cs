namespace SurvivalKit.TextCheck.Tests;

public sealed class PValueArithmeticTests
{
    private static readonly ContingencyTable Response = new(new[,] { { 8, 6 }, { 10, 32 } });
    private static readonly PrintedSample[] Arms = [Sample("58.8", "12.3", 14), Sample("64.4", "14.8", 42)];

    [Fact]
    public void Tests_of_counts_that_give_a_P_value_are_named_with_their_rule()
    {
        IReadOnlyList<TestMatch> matches = PValueArithmetic.FromCounts(Response, Printed.P(".04"));

        Assert.Equal(
            [("Chi-square test with Yates' correction", RoundingRule.Truncation), ("Fisher's exact test", RoundingRule.HalfUp)],
            matches.Where(match => match.Fits).Select(match => (match.Test, match.Rule!.Value)));
        Assert.Equal("Fisher's exact test, one-sided (smaller tail)", Assert.Single(matches, match => match.OneSided).Test);
        Judgement result = PValueArithmetic.Check(matches, Printed.P(".04"));
        Assert.Equal((Verdict.Recomputed, "Fisher's exact test"), (result.Verdict, result.Method));
        Assert.Equal(1254200009.0 / 28454568450, result.Computed!.Value, 1e-12);
    }

    [Fact]
    public void A_P_value_that_no_test_of_counts_gives_lists_them_all()
    {
        Judgement result = PValueArithmetic.Check(PValueArithmetic.FromCounts(Response, Printed.P(".35")), Printed.P(".35"));

        Assert.Equal(Verdict.Inconsistent, result.Verdict);
        Assert.StartsWith(
            "P by test: Pearson's chi-square test .0207; Chi-square test with Yates' correction .0474; ",
            result.Witness,
            StringComparison.Ordinal);
        Assert.EndsWith("The nearest is that of Fisher's exact test, twice the smaller tail.", result.Witness, StringComparison.Ordinal);
        Assert.Equal(Verdict.NotCheckable, PValueArithmetic.Check([], Printed.P(".35")).Verdict);
    }

    // The one-sided P is .02562; no test's P rounds to .025.
    [Fact]
    public void A_P_value_that_is_cut_off()
    {
        Judgement result = PValueArithmetic.Check(PValueArithmetic.FromCounts(Response, Printed.P(".025")), Printed.P(".025"));

        Assert.Equal(Verdict.Rounding, result.Verdict);
        Assert.Equal(".025 is the P of Fisher's exact test, one-sided (smaller tail), when further decimals are cut off.", result.Sentence);
    }

    // Student's P of the printed digits is .2080, Welch's .1733, that of z .1618.
    [Fact]
    public void Tests_of_means_have_a_range_of_P_values()
    {
        IReadOnlyList<TestMatch> matches = PValueArithmetic.FromMeans(Arms, Printed.P(".21"));

        Assert.Equal(["Student's t test", "Welch's t test", "z test of means"], matches.Select(match => match.Test));
        Assert.True(matches[0].P.Contains(0.207960046890163));
        Assert.True(matches[1].P.Contains(0.173345631343160));
        Assert.Equal([RoundingRule.HalfUp, null, null], matches.Select(match => match.Rule));
        Assert.Equal(
            "Welch's t test", PValueArithmetic.Check(PValueArithmetic.FromMeans(Arms, Printed.P(".173")), Printed.P(".173")).Method);
    }

    [Fact]
    public void Every_choice_within_the_decimals_is_within_the_range_and_the_ends_are_reached() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        PrintedSample[] samples = [Sample("5.1", "1", 4), Sample("8", "3", 12)];
        ValueRange[] ranges = [.. PValueArithmetic.FromMeans(samples, Printed.P(".05")).Select(match => match.P)];
        (double[] low, double[] high) = ([1, 1, 1], [0, 0, 0]);
        for (int i = 0; i < 20000; i++)
        {
            SampleSummary[] drawn = [.. samples.Select(
                sample => new SampleSummary(Within(sample.Mean), Within(sample.StandardDeviation), sample.Count))];
            double[] p = [TTest.Student(drawn[0], drawn[1]).P, TTest.Welch(drawn[0], drawn[1]).P, ZTest.Means(drawn[0], drawn[1]).P];
            for (int test = 0; test < 3; test++)
            {
                Assert.True(ranges[test].Contains(p[test]), $"{test}: {p[test]} is not in {ranges[test]}.");
                (low[test], high[test]) = (Math.Min(low[test], p[test]), Math.Max(high[test], p[test]));
            }
        }

        for (int test = 0; test < 3; test++)
        {
            Assert.Equal(ranges[test].Low, low[test], 1e-3 * ranges[test].High);
            Assert.Equal(ranges[test].High, high[test], 1e-3 * ranges[test].High);
        }

        double Within(PrintedNumber number)
        {
            ValueRange range = ValueRange.PrintedAs(number);
            return random.Next(3) switch
            {
                0 =>
                range.Low,
                1 => range.High,
                _ => range.Low + (random.NextDouble() * (range.High - range.Low))
            };
        }
    });

    // Means 1, 2, 4 of 30 each with SD 2: F = 70/4 = 17.5 on 2 and 87.
    [Fact]
    public void Three_samples_have_an_analysis_of_variance()
    {
        PrintedSample[] samples = [Sample("1.00", "2.00", 30), Sample("2.00", "2.00", 30), Sample("4.00", "2.00", 30)];
        TestMatch match = Assert.Single(PValueArithmetic.FromMeans(samples, Printed.P("<.001")));

        Assert.True(
            match.P.Contains(OneWayAnova.Test(new SampleSummary(1, 2, 30), new SampleSummary(2, 2, 30), new SampleSummary(4, 2, 30)).P));
        Assert.True(match.Fits);
        Assert.Equal(1, Assert.Single(
            PValueArithmetic.FromMeans([Sample("1", "2", 9), Sample("1", "2", 9), Sample("2", "2", 9)], Printed.P(".9"))).P.High);
    }

    [Fact]
    public void Samples_that_print_the_same_mean_may_have_a_P_of_1() =>
        Assert.Equal(1, PValueArithmetic.FromMeans([Sample("5", "0", 9), Sample("5", "0", 9)], Printed.P("1.0"))[1].P.High);

    [Fact]
    public void A_sample_of_one_is_refused() =>
        Assert.Throws<SurvivalDataException>(
            () => PValueArithmetic.FromMeans([Sample("5", "0", 1), Sample("5", "0", 9)], Printed.P("1.0")));

    private static PrintedSample Sample(string mean, string deviation, int count) =>
        new(Printed.Number(mean), Printed.Number(deviation), count);
}
