using System.Text.Json;

namespace SurvivalKit.Cli.Tests;

/// <summary><c>survkit logrank</c> with <c>--trend</c> and <c>--pairwise</c>.</summary>
public class LogRankTrendAndPairsTests
{
    private static readonly string Fixture = Path.Combine(Survkit.Repository, "tests", "Fixtures", "comparison.json");

    [Theory]
    [InlineData("lung, sex, G(0, 1)")]
    [InlineData("ties, group, gehan")]
    [InlineData("truncation, group, peto")]
    [InlineData("recurrent, treated + strata(clinic), G(0, 0)")]
    public async Task Json_has_the_trend_of_R(string name)
    {
        JsonElement expected = Fixtures.Case("comparison", name);
        string family = expected.GetProperty("family").GetString()!;
        string[] weights = family == "fleming-harrington"
            ? ["--rho", expected.GetProperty("rho").GetRawText(), "--gamma", expected.GetProperty("gamma").GetRawText()]
            : ["--weights", family];
        JsonElement json = (await Survkit.Succeeds(
            ["logrank", Fixtures.DataOf(
                "comparison", expected), expected.GetProperty("formula").GetString()!, "--trend", "--json", .. weights])).Json;

        Fixtures.Same(expected.GetProperty("chisq"), json.GetProperty("chiSquare"), "chi-square");
        JsonElement trend = json.GetProperty("trend");
        Fixtures.Same(expected.GetProperty("trend").GetProperty("chisq"), trend.GetProperty("chiSquare"), "trend");
        Assert.Equal(1, trend.GetProperty("df").GetInt32());
        Assert.Equal(Math.Exp(expected.GetProperty("trend").GetProperty("logP").GetDouble()), trend.GetProperty("p").GetDouble(), 1e-10);
        Assert.Equal(
            Enumerable.Range(1, expected.GetProperty("groups").GetArrayLength()),
            trend.GetProperty("scores").EnumerateArray().Select(score => score.GetInt32()));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("pairwise").ValueKind);
    }

    [Theory]
    [InlineData("kidney, disease, rho 1", "holm")]
    [InlineData("kidney, disease, rho 0", "bonferroni")]
    [InlineData("lung, ph.ecog, rho 0", "bh")]
    [InlineData("ties, group, rho 1", "none")]
    public async Task Json_has_the_pairs_of_R(string name, string adjustment)
    {
        JsonElement all = JsonDocument.Parse(await File.ReadAllTextAsync(Fixture, TestContext.Current.CancellationToken)).RootElement;
        JsonElement expected = all.GetProperty("pairwise").EnumerateArray().Single(one => one.GetProperty("name").GetString() == name);
        JsonElement json = (await Survkit.Succeeds(
            "logrank", Fixtures.DataOf(
                "comparison", expected), expected.GetProperty("formula").GetString()!, "--rho", expected.GetProperty("rho").GetRawText(),
            "--pairwise", adjustment, "--json")).Json;

        JsonElement pairwise = json.GetProperty("pairwise");
        Assert.Equal(adjustment, pairwise.GetProperty("adjustment").GetString());
        JsonElement[] pairs = [.. pairwise.GetProperty("comparisons").EnumerateArray()];
        Assert.Equal(expected.GetProperty("p").GetArrayLength(), pairs.Length);

        // Without declared levels the command line orders texts by name; a pair is found by its groups in either order.
        for (int i = 0; i < pairs.Length; i++)
        {
            string first = expected.GetProperty("first")[i].GetString()!;
            string second = expected.GetProperty("second")[i].GetString()!;
            JsonElement pair = pairs.Single(one => new[] { first, second }.Order()
                .SequenceEqual(new[] { one.GetProperty("first").GetString()!, one.GetProperty("second").GetString()! }.Order()));
            Fixtures.Same(expected.GetProperty("chisq")[i], pair.GetProperty("chiSquare"), "chi-square");
            Fixtures.Same(expected.GetProperty("p")[i], pair.GetProperty("p"), "p");
            Fixtures.Same(expected.GetProperty(adjustment)[i], pair.GetProperty("adjustedP"), "adjusted p");
        }

        Assert.Equal(JsonValueKind.Null, json.GetProperty("trend").ValueKind);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("html")]
    [InlineData("latex")]
    [InlineData("csv")]
    public async Task Trend_and_pairs_are_shown_as(string format)
    {
        CliRun run = await Survkit.Succeeds("logrank", Survkit.Sample(
            "lung"), "Surv(time, status) ~ ph.ecog + strata(sex)", "--trend", "--pairwise", "holm", "--format", format);
        Snapshot.Matches("logrank-pairs-" + format, format == "csv" ? Snapshot.WithFewDigits(run.Output) : run.Output);
    }

    [Fact]
    public async Task The_trend_has_columns_of_its_own()
    {
        CliRun run =
            await Survkit.Succeeds("logrank", Survkit.Sample("lung"), "Surv(time, status) ~ ph.ecog", "--trend", "--format", "csv");
        Snapshot.Matches("logrank-trend-csv", Snapshot.WithFewDigits(run.Output));
    }
}
