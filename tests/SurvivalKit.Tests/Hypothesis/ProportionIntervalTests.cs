using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Intervals of proportions against R's binom.test and prop.test, hand-worked ends, and Newcombe's published examples.</summary>
public sealed class ProportionIntervalTests
{
    private static readonly Dictionary<string, JsonNode> Cases =
        JsonNode.Parse(File.ReadAllText(Repository.File("tests/Fixtures/proportions.json")))!["single"]!.AsArray()
            .ToDictionary(node => node!["name"]!.GetValue<string>(), node => node!);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Limits_agree_with_R(string name)
    {
        JsonNode expected = Cases[name];
        int events = expected["events"]!.GetValue<int>();
        int n = expected["n"]!.GetValue<int>();
        double level = expected["level"]!.GetValue<double>();
        (double lower, double upper) = ProportionInterval.ClopperPearson(events, n, level);
        Close.To(expected["clopperPearson"], [lower, upper], "Clopper-Pearson");
        (lower, upper) = ProportionInterval.Wilson(events, n, level);

        // R subtracts equal numbers at the ends, where the limit is exactly 0 or 1.
        Assert.Equal(expected["wilson"]![0]!.GetValue<double>(), lower, 1e-12);
        Assert.Equal(expected["wilson"]![1]!.GetValue<double>(), upper, 1e-12);
    }

    [Fact]
    public void The_ends_are_worked_by_hand()
    {
        // None of n: the upper limit is 1 - (alpha/2)^(1/n); all of n: the lower one is (alpha/2)^(1/n).
        (double lower, double upper) = ProportionInterval.ClopperPearson(0, 2, 0.98);
        Assert.Equal(0, lower);
        Assert.Equal(9 / 10.0, upper, 1e-15);
        (lower, upper) = ProportionInterval.ClopperPearson(2, 2, 0.98);
        Assert.Equal(1 / 10.0, lower, 1e-15);
        Assert.Equal(1, upper);
        Assert.Equal((0.0, 1.0), (ProportionInterval.Wilson(0, 7).Lower, ProportionInterval.Wilson(7, 7).Upper));
    }

    // Newcombe 1998, Statistics in Medicine 17, 873-890, table II, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void Differences_are_those_that_Newcombe_published(int a, int m, int b, int n, double lower, double upper)
    {
        (double low, double high) = ProportionInterval.Newcombe(a, m, b, n);
        Assert.Equal(lower, low, 0.00005);
        Assert.Equal(upper, high, 0.00005);
    }

    [Fact]
    public void Limits_hold_the_proportion_and_turn_with_it() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        for (int i = 0; i < 300; i++)
        {
            int n = random.Next(1, 500);
            int events = random.Next(0, n + 1);
            foreach (Func<int, int, double, (double Lower, double Upper)> method in new[]
            {
                ProportionInterval.ClopperPearson, (Func<int, int, double, (double, double)>)ProportionInterval.Wilson,
            })
            {
                (double lower, double upper) = method(events, n, 0.95);
                Assert.InRange((double)events / n, lower, upper);
                (double otherLower, double otherUpper) = method(n - events, n, 0.95);
                Assert.Equal(1 - lower, otherUpper, 1e-12);
                Assert.Equal(1 - upper, otherLower, 1e-12);
            }
        }
    });

    [Theory]
    [InlineData(-1, 3)]
    [InlineData(4, 3)]
    [InlineData(0, 0)]
    public void Counts_that_are_no_proportion_are_refused(int events, int n) => Assert.Equal(
        FormattableString.Invariant(
            $"A proportion of {events} in {n} was given; a count from 0 to its total, which is 1 or more, was expected."),
        Assert.Throws<SurvivalDataException>(() => ProportionInterval.ClopperPearson(events, n)).Message);
}
