using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Compares the tests of proportional hazards of a fit with those that a fixture has.</summary>
internal static class RProportionalHazards
{
    public static void Compare(RFixture fixture, JsonObject expected)
    {
        CoxFit fit = RResiduals.Fit(fixture, expected);
        foreach (JsonNode? zph in expected["zph"]!.AsArray())
        {
            ProportionalHazardsTest test = fit.ProportionalHazards(zph!["transform"]!.GetValue<string>() switch
            {
                "km" => TimeTransform.KaplanMeier,
                "identity" => TimeTransform.Identity,
                "rank" => TimeTransform.Rank,
                _ => TimeTransform.Log,
            });
            Assert.Equal(zph["transform"]!.GetValue<string>(), test.Transform);
            Rows(zph["terms"]!.AsArray(), test.Terms[..^1]);
            Rows(zph["coefficients"]!.AsArray(), test.Coefficients[..^1]);
            Row(zph["global"]!, test.Global);
            Assert.Equal(test.Global, test.Coefficients[^1]);
            Assert.Equal("GLOBAL", test.Global.Term);
            if (zph["y"] is JsonArray rows)
            {
                Close.To(zph["time"], test.Plot.Times, "time");
                Close.To(zph["x"], test.Plot.TransformedTimes, "transformed time");
                for (int i = 0; i < rows.Count; i++)
                {
                    for (int j = 0; j < test.Plot.Names.Length; j++)
                    {
                        Close.To(rows[i]![j], test.Plot.Column(j)[i], $"y {i + 1}, {test.Plot.Names[j]}");
                    }
                }
            }
        }
    }

    private static void Rows(JsonArray expected, IReadOnlyList<ProportionalHazardsTerm> actual)
    {
        Assert.Equal(expected.Select(row => row!["name"]!.GetValue<string>()), actual.Select(row => row.Term));
        for (int i = 0; i < actual.Count; i++)
        {
            Row(expected[i]!, actual[i]);
        }
    }

    private static void Row(JsonNode expected, ProportionalHazardsTerm actual)
    {
        Close.To(expected["chisq"], actual.ChiSquare, actual.Term);
        Assert.Equal(expected["df"]!.GetValue<int>(), actual.DegreesOfFreedom);
        Close.To(expected["p"], actual.P, actual.Term + " P");
    }
}
