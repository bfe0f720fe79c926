using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Weights that survdiff does not have, left truncation and trend, against R code written from the definitions:
/// <c>R/comparison.R</c>.</summary>
public sealed class ComparisonFixtureTests
{
    private static readonly RFixture R = RFixture.Load("comparison");

    public static TheoryData<string> Weighted => RFixture.Names("comparison", _ => true);

    public static TheoryData<string> Pairs => RFixture.Names("comparison", _ => true, "pairwise");

    public static TheoryData<string> Adjusted => RFixture.Names("comparison", _ => true, "adjust");

    [Theory]
    [MemberData(nameof(Weighted))]
    public void A_weighted_test_and_its_trend_agree_with_R(string name)
    {
        JsonObject expected = R.Cases()[name];
        LogRankResult result = LogRank.Test(R.Data(expected), Formula(expected), new()
        {
            Weighting = Weighting(expected["family"]!.GetValue<string>()),
            Rho = expected["rho"]!.GetValue<double>(),
            Gamma = expected["gamma"]!.GetValue<double>(),
        });

        Assert.Equal(expected["omitted"]!.GetValue<int>(), result.Omitted);
        Assert.Equal(expected["groups"]!.AsArray().Select(group => group!.GetValue<string>()), result.Groups.Select(group => group.Group));
        Close.To(expected["observed"], result.Groups.Select(group => group.Observed), "observed");
        Close.To(expected["expected"], result.Groups.Select(group => group.Expected), "expected");
        for (int g = 0; g < result.Groups.Length; g++)
        {
            Close.To(
                expected["variance"]![g], Enumerable.Range(0, result.Groups.Length).Select(other => result.Variance(g, other)), "variance");
        }

        Close.To(expected["chisq"], result.ChiSquare, "chi-square");
        Assert.Equal(expected["df"]!.GetValue<int>(), result.DegreesOfFreedom);
        Close.To(expected["logP"], Math.Log(result.P), "log P");
        SameTrend(expected["trend"]!, result.Trend());
        SameTrend(expected["trendOfSquares"]!, result.Trend(
            [.. Enumerable.Range(1, result.Groups.Length).Select(score => (double)score * score)]));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Pairs_agree_with_survdiff_on_their_rows(string name)
    {
        JsonObject expected = R.Cases("pairwise")[name];
        foreach ((string method, PValueAdjustment adjustment) in Methods)
        {
            PairwiseLogRank result =
                LogRank.Pairwise(R.Data(expected), Formula(expected), adjustment, new() { Rho = expected["rho"]!.GetValue<double>() });

            Assert.Equal(
                expected["first"]!.AsArray().Select(group => group!.GetValue<string>()), result.Comparisons.Select(pair => pair.First));
            Assert.Equal(
                expected["second"]!.AsArray().Select(group => group!.GetValue<string>()), result.Comparisons.Select(pair => pair.Second));
            Close.To(expected["chisq"], result.Comparisons.Select(pair => pair.ChiSquare), "chi-square");
            Close.To(expected["p"], result.Comparisons.Select(pair => pair.P), "P");
            Close.To(expected[method], result.Comparisons.Select(pair => pair.AdjustedP), method);
        }
    }

    [Theory]
    [MemberData(nameof(Adjusted))]
    public void Adjusted_P_values_are_those_of_R(string name)
    {
        JsonObject expected = R.Cases("adjust")[name];
        double[] p = [.. expected["p"]!.AsArray().Select(value => value!.GetValue<double>())];
        foreach ((string method, PValueAdjustment adjustment) in Methods)
        {
            double[] r = [.. expected[method]!.AsArray().Select(value => value!.GetValue<double>())];
            double[] ours = [.. AdjustedPValues.Adjust(p, adjustment)];
            Assert.Equal(r.Length, ours.Length);
            Assert.All(r.Zip(ours), pair => Assert.True(Math.Abs(pair.First - pair.Second) <= 1e-15 * pair.First, $"{method}: {pair}"));
        }
    }

    private static (string Name, PValueAdjustment Adjustment)[] Methods =>
    [
        ("none", PValueAdjustment.None), ("holm", PValueAdjustment.Holm), ("bonferroni", PValueAdjustment.Bonferroni), (
            "bh", PValueAdjustment.BenjaminiHochberg),
    ];

    private static string Formula(JsonObject theCase) => theCase["formula"]!.GetValue<string>();

    private static LogRankWeighting Weighting(string family) => family switch
    {
        "gehan" => LogRankWeighting.Gehan,
        "tarone-ware" => LogRankWeighting.TaroneWare,
        "peto" => LogRankWeighting.PetoPeto,
        "modified-peto" => LogRankWeighting.ModifiedPetoPeto,
        _ => LogRankWeighting.FlemingHarrington,
    };

    private static void SameTrend(JsonNode expected, LogRankTrend trend)
    {
        Close.To(expected["chisq"], trend.ChiSquare, "trend");
        Close.To(expected["logP"], Math.Log(trend.P), "log P of the trend");
        Assert.Equal(1, trend.DegreesOfFreedom);
    }
}
