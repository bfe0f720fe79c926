using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Mean cumulative functions against R's survfit, and with a terminal event against Ghosh and Lin's estimate written out in R from
/// its influences.</summary>
public sealed class MeanCumulativeFixtureTests
{
    private static readonly RFixture R = RFixture.Load("recurrent");

    public static TheoryData<string> Names => RFixture.Names("recurrent", _ => true, "means");

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("means")[name];
        string formula = expected["formula"]!.GetValue<string>();
        string? weights = expected["weights"]?.GetValue<string>();
        var options = new MeanCumulativeOptions
        {
            Terminal = [.. (expected["terminal"] as JsonArray ?? []).Select(level => level!.GetValue<string>())],
        };
        MeanCumulativeCurves curves = MeanCumulativeFunction.Fit(R.Data(expected), formula, "id", options, weights);

        Assert.Equal(
            expected["curves"]!.AsArray().Select(curve => curve!["group"]!.GetValue<string>()), curves.Select(curve => curve.Group));
        foreach (JsonNode? curve in expected["curves"]!.AsArray())
        {
            MeanCumulativeCurve ours = curves[curve!["group"]!.GetValue<string>()];
            Close.To(curve["time"], ours.Time, "time");
            Close.To(curve["atRisk"], ours.AtRisk, "at risk");
            Close.To(curve["mean"], ours.Mean, "mean");
            Close.To(curve["se"], ours.StandardError, "se");
        }

        if (expected["test"] is { } test)
        {
            MeanCumulativeTest result = MeanCumulativeFunction.Test(R.Data(expected), formula, "id", options, weights);
            Close.To(test["chiSquare"], result.ChiSquare, "chi-square");
            Assert.Equal(test["df"]!.GetValue<int>(), result.DegreesOfFreedom);
        }
    }
}
