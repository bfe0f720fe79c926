using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Cumulative hazards, exp(-H) survival and robust errors against R's survfit.</summary>
public sealed class CurveFixtureTests
{
    private static readonly RFixture R = RFixture.Load("curves");

    public static TheoryData<string> Names => RFixture.Names("curves", _ => true, "hazards");

    [Theory]
    [MemberData(nameof(Names))]
    public void Survival_agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("hazards")[name];
        KaplanMeierCurves curves = KaplanMeier.Fit(Data(expected), Text(expected, "formula")!, new()
        {
            ConfidenceType = KaplanMeierFixtureTests.Type(Text(expected, "confType")!),
            SurvivalMethod = Number(expected, "survivalMethod") == 1 ? SurvivalMethod.ProductLimit : SurvivalMethod.Exponential,
            HazardMethod = Hazard(expected),
            Robust = Robust(expected),
        }, weights: Text(expected, "weights"), cluster: Text(expected, "cluster"));

        foreach (JsonNode? group in expected["curves"]!.AsArray())
        {
            KaplanMeierCurve curve = curves[Text(group!, "group")!];
            Close.To(group!["time"], curve.Time, "time");
            Close.To(group["survival"], curve.Survival, "survival");
            Close.To(group["se"], curve.StandardError, "se");
            Close.To(group["lower"], curve.Lower, "lower");
            Close.To(group["upper"], curve.Upper, "upper");
            Close.To(group["hazard"], curve.CumulativeHazard, "cumulative hazard");
            Close.To(group["hazardError"], curve.CumulativeHazardError, "se of the cumulative hazard");
            foreach (JsonNode? quantile in group["quantiles"]!.AsArray())
            {
                QuantileEstimate estimate = curve.Quantile(Number(quantile!, "p"));
                string what = $"quantile {estimate.Probability}";
                Close.To(quantile!["estimate"], estimate.Estimate ?? double.NaN, what);
                Close.To(quantile["lower"], estimate.Lower ?? double.NaN, what + " lower");
                Close.To(quantile["upper"], estimate.Upper ?? double.NaN, what + " upper");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_cumulative_hazard_agrees_with_R(string name)
    {
        JsonObject expected = R.Cases("hazards")[name];
        NelsonAalenCurves curves = NelsonAalen.Fit(Data(expected), Text(expected, "formula")!, new()
        {
            Method = Hazard(expected),
            Robust = Robust(expected),
        }, weights: Text(expected, "weights"), cluster: Text(expected, "cluster"));

        foreach (JsonNode? group in expected["curves"]!.AsArray())
        {
            NelsonAalenCurve curve = curves[Text(group!, "group")!];
            Close.To(group!["hazard"], curve.CumulativeHazard, "cumulative hazard");
            Close.To(group["hazardError"], curve.StandardError, "se");
        }
    }

    [Fact]
    public void A_cluster_in_the_formula_is_the_option()
    {
        DataFrame kidney = SampleData.Load("kidney");
        KaplanMeierCurve named = KaplanMeier.Fit(kidney, "Surv(time, status) ~ sex + cluster(id)")["1"];
        KaplanMeierCurve asked = KaplanMeier.Fit(kidney, "Surv(time, status) ~ sex", cluster: "id")["1"];

        Assert.True(named.IsRobust);
        Assert.Equal(asked.StandardError, named.StandardError);
        Assert.NotEqual(KaplanMeier.Fit(kidney, "Surv(time, status) ~ sex")["1"].StandardError, named.StandardError);
    }

    private static DataFrame Data(JsonObject expected) => R.Data(expected);

    // R takes no robust error of (start, stop] data without a cluster; the fixture gives it each row as its own.
    private static bool? Robust(JsonObject expected) => expected["each"]!.GetValue<bool>() ? true : expected["robust"]?.GetValue<bool>();

    private static HazardMethod Hazard(JsonObject expected) =>
        Number(expected, "hazardMethod") == 1 ? HazardMethod.NelsonAalen : HazardMethod.FlemingHarrington;

    private static string? Text(JsonNode node, string name) => node[name]?.GetValue<string>();

    private static double Number(JsonNode node, string name) => node[name]!.GetValue<double>();
}
