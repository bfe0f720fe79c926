using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Baseline hazards against R's basehaz(centered = FALSE).</summary>
public sealed class CoxBaselineFixtureTests
{
    private static readonly RFixture R = RFixture.Load("cox");

    public static TheoryData<string> Names =>
        RFixture.Names("cox", theCase => theCase["baseline"] is JsonArray && !RFixture.HasTag(theCase, "exact"));

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name)
    {
        JsonObject expected = R.Cases()[name];
        CoxFit fit = CoxModel.Fit(R.Data(expected), expected["formula"]!.GetValue<string>(), new()
        {
            Ties = expected["ties"]!.GetValue<string>() == "breslow" ? Ties.Breslow : Ties.Efron,
        }, weights: expected["weights"]?.GetValue<string>());
        CoxCurves baseline = fit.Baseline();

        JsonArray strata = expected["baseline"]!.AsArray();
        Assert.Equal(strata.Select(stratum => stratum!["stratum"]!.GetValue<string>()), baseline.Select(curve => curve.Stratum));
        foreach ((JsonNode? stratum, CoxCurve curve) in strata.Zip(baseline))
        {
            Close.To(stratum!["time"], curve.Time, "time");
            Close.To(stratum["hazard"], curve.CumulativeHazard, "hazard of " + curve.Stratum);
            Assert.All(curve.CumulativeHazard.Zip(curve.Survival), pair => Close.To(Math.Exp(-pair.First), pair.Second, "survival"));
        }
    }
}
