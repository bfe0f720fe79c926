using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Rank tests against R's wilcox.test and kruskal.test, and by hand.</summary>
public sealed class RankTests
{
    private static readonly RFixture R = RFixture.Load("hypothesis");

    public static TheoryData<string> Sums => RFixture.Names("hypothesis", theCase => !theCase["exact"]!.GetValue<bool>(), "rankSum");

    public static TheoryData<string> Several => RFixture.Names("hypothesis", _ => true, "kruskalWallis");

    [Theory]
    [MemberData(nameof(Sums))]
    public void A_rank_sum_agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("rankSum")[name];
        double[][] samples = Samples(expected);
        Close.To(expected["p"], RankSum.Test(samples[0], samples[1], expected["continuity"]!.GetValue<bool>()).P, "P");
    }

    [Theory]
    [MemberData(nameof(Several))]
    public void Kruskal_and_Wallis_agree_with_R(string name)
    {
        JsonObject expected = R.Cases("kruskalWallis")[name];
        TestResult result = KruskalWallis.Test(Samples(expected));
        Close.To(expected["statistic"], result.Statistic!.Value, "statistic");
        Close.To(expected["df"], result.DegreesOfFreedom!.Value, "df");
        Close.To(expected["logP"], Math.Log(result.P), "log P");
    }

    [Fact]
    public void A_rank_sum_is_worked_by_hand()
    {
        // 1, 2 and 3, 4, 5: ranks 1 + 2 = 3 where 6 is expected, variance 2 * 3 * 6 / 12 = 3; with continuity (3 - 1/2) / sqrt(3).
        Assert.Equal(-3 / Math.Sqrt(3), RankSum.Test([1, 2], [3, 4, 5], continuity: false).Statistic!.Value, 1e-14);
        Assert.Equal(-2.5 / Math.Sqrt(3), RankSum.Test([1, double.NaN, 2], [3, 4, 5]).Statistic!.Value, 1e-14);
        Assert.Equal(1, RankSum.Test([1, 4], [2, 3]).P);
    }

    [Fact]
    public void What_cannot_be_ranked_is_refused()
    {
        AssertRefused("All values are equal; two different ones were expected.", () => RankSum.Test([1, 1], [1]));
        AssertRefused("All values are equal; two different ones were expected.", () => KruskalWallis.Test([1.0, 1], [1.0]));
        AssertRefused("A sample has no value; one or more was expected.", () => RankSum.Test([double.NaN], [1]));
        AssertRefused("Only one sample was given; two or more were expected.", () => KruskalWallis.Test([1.0, 2]));
    }

    private static double[][] Samples(JsonObject theCase)
    {
        DataFrame data = R.Data(theCase);
        string[] sides = [.. theCase["formula"]!.GetValue<string>().Split('~', StringSplitOptions.TrimEntries)];
        DataFrameColumn values = data[sides[0]];
        DataFrameColumn groups = data[sides[1]];
        return
        [
            .. theCase["groups"]!.AsArray().Select(group => Enumerable.Range(0, (int)data.Rows.Count)
                .Where(row => groups[row] is { } name && values[row] is not null
                    && string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{name}") == group!.GetValue<string>())
                .Select(row => Convert.ToDouble(values[row], System.Globalization.CultureInfo.InvariantCulture)).ToArray()),
        ];
    }

    private static void AssertRefused(string sentence, Action action) =>
        Assert.Equal(sentence, Assert.Throws<SurvivalDataException>(action).Message);
}
