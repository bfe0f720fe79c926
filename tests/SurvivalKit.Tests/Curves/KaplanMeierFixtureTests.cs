using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Kaplan-Meier curves against R's survfit.</summary>
public sealed class KaplanMeierFixtureTests
{
    private static readonly RFixture R = RFixture.Load("kaplan-meier");

    public static TheoryData<string> Names => RFixture.Names("kaplan-meier", _ => true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name)
    {
        JsonObject expected = R.Cases()[name];
        KaplanMeierCurves curves = KaplanMeier.Fit(R.Data(expected), expected["formula"]!.GetValue<string>(), new()
        {
            ConfidenceType = Type(expected["confType"]!.GetValue<string>()),
            Level = expected["level"]!.GetValue<double>(),
            Robust = expected["robust"]!.GetValue<bool>(),
        }, weights: expected["weights"]?.GetValue<string>());

        Assert.Equal(expected["omitted"]!.GetValue<int>(), curves.Omitted);
        JsonArray groups = expected["curves"]!.AsArray();
        Assert.Equal(groups.Select(group => group!["group"]!.GetValue<string>()), curves.Select(curve => curve.Group));
        foreach (JsonNode? group in groups)
        {
            Compare(group!.AsObject(), curves[group["group"]!.GetValue<string>()]);
        }

        foreach (IGrouping<string, JsonNode?> group in expected["at"]!.AsArray().GroupBy(at => at!["group"]!.GetValue<string>()))
        {
            CompareAt([.. group], curves[group.Key]);
        }
    }

    private static void Compare(JsonObject expected, KaplanMeierCurve curve)
    {
        Assert.Equal(expected["n"]!.GetValue<int>(), curve.Observations);
        Close.To(expected["events"], curve.EventTotal, "events");
        Close.To(expected["time"], curve.Time, "time");
        Close.To(expected["atRisk"], curve.AtRisk, "at risk");
        Close.To(expected["nEvents"], curve.Events, "events");
        Close.To(expected["nCensored"], curve.Censored, "censored");
        Close.To(expected["survival"], curve.Survival, "survival");
        Close.To(expected["se"], curve.StandardError, "se");
        Close.To(expected["lower"], curve.Lower, "lower");
        Close.To(expected["upper"], curve.Upper, "upper");
        foreach (JsonNode? quantile in expected["quantiles"]!.AsArray())
        {
            QuantileEstimate estimate = curve.Quantile(quantile!["p"]!.GetValue<double>());
            string what = $"quantile {estimate.Probability}";
            Close.To(quantile["estimate"], estimate.Estimate ?? double.NaN, what);
            Close.To(quantile["lower"], estimate.Lower ?? double.NaN, what + " lower");
            Close.To(quantile["upper"], estimate.Upper ?? double.NaN, what + " upper");
        }

        RestrictedMean mean = curve.RestrictedMean(expected["rmst"]!["tau"]!.GetValue<double>());
        Close.To(expected["rmst"]!["estimate"], mean.Estimate, "restricted mean");
        Close.To(expected["rmst"]!["se"], mean.StandardError, "restricted mean's se");
    }

    private static void CompareAt(JsonNode?[] expected, KaplanMeierCurve curve)
    {
        IReadOnlyList<SurvivalEstimate> at = curve.At(expected.Select(row => row!["time"]!.GetValue<double>()));
        for (int i = 0; i < expected.Length; i++)
        {
            string what = $"at {at[i].Time}";
            Close.To(expected[i]!["atRisk"], at[i].AtRisk, what + " at risk");
            Close.To(expected[i]!["nEvents"], at[i].Events, what + " events");
            Close.To(expected[i]!["nCensored"], at[i].Censored, what + " censored");
            Close.To(expected[i]!["survival"], at[i].Survival, what + " survival");
            Close.To(expected[i]!["se"], at[i].StandardError, what + " se");
            Close.To(expected[i]!["lower"], at[i].Lower, what + " lower");
            Close.To(expected[i]!["upper"], at[i].Upper, what + " upper");
        }
    }

    internal static ConfidenceType Type(string name) => name switch
    {
        "log" => ConfidenceType.Log,
        "plain" => ConfidenceType.Plain,
        "log-log" => ConfidenceType.LogLog,
        "logit" => ConfidenceType.Logit,
        "arcsin" => ConfidenceType.Arcsine,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };
}
