using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Cumulative incidences against R's survfit of several states.</summary>
public sealed class CumulativeIncidenceFixtureTests
{
    private static readonly RFixture R = RFixture.Load("competing");

    public static TheoryData<string> Names => RFixture.Names("competing", _ => true);

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name)
    {
        JsonObject expected = R.Cases()[name];
        CumulativeIncidenceCurves fit = CumulativeIncidence.Fit(
            R.Data(expected),
            expected["formula"]!.GetValue<string>(),
            new() { ConfidenceType = TypeOf(expected["confType"]!.GetValue<string>()), Level = expected["level"]!.GetValue<double>() },
            expected["weights"]?.GetValue<string>(),
            expected["cluster"]?.GetValue<string>());

        Assert.Equal(expected["omitted"]!.GetValue<int>(), fit.Omitted);
        JsonArray curves = expected["curves"]!.AsArray();
        Assert.Equal(curves.Select(curve => curve!["group"]!.GetValue<string>()), fit.Select(curve => curve.Group));
        for (int g = 0; g < curves.Count; g++)
        {
            CompareCurve(curves[g]!, fit[g]);
        }
    }

    private static void CompareCurve(JsonNode expected, CumulativeIncidenceCurve curve)
    {
        Assert.Equal(expected["n"]!.GetValue<int>(), curve.Observations);
        Close.To(expected["time"], curve.Time, "time");
        Close.To(expected["atRisk"], curve.AtRisk, "at risk");
        Close.To(expected["censored"], curve.Censored, "censored");
        Close.To(expected["survival"], curve.Survival, "survival");
        Close.To(expected["survivalError"], curve.SurvivalError, "survival's se");
        Close.To(expected["survivalLower"], curve.SurvivalLower, "survival's lower");
        Close.To(expected["survivalUpper"], curve.SurvivalUpper, "survival's upper");
        JsonArray causes = expected["causes"]!.AsArray();
        Assert.Equal(causes.Select(cause => cause!["cause"]!.GetValue<string>()), curve.Causes.Select(cause => cause.Cause));
        foreach (JsonNode? node in causes)
        {
            CauseIncidence cause = curve[node!["cause"]!.GetValue<string>()];
            string what = $"{curve.Group}, {cause.Cause}: ";
            Close.To(node["events"], cause.Events, what + "events");
            Close.To(node["incidence"], cause.Incidence, what + "incidence");
            Close.To(node["se"], cause.StandardError, what + "se");
            Close.To(node["lower"], cause.Lower, what + "lower");
            Close.To(node["upper"], cause.Upper, what + "upper");
            foreach (JsonNode? quantile in node["quantiles"]!.AsArray())
            {
                QuantileEstimate found = cause.Quantile(quantile!["p"]!.GetValue<double>());
                Close.To(quantile["estimate"], found.Estimate ?? double.NaN, what + "quantile");
                Close.To(quantile["lower"], found.Lower ?? double.NaN, what + "quantile's lower");
                Close.To(quantile["upper"], found.Upper ?? double.NaN, what + "quantile's upper");
            }

            RestrictedMean lost = cause.TimeLost(node["timeLost"]!["tau"]!.GetValue<double>());
            Close.To(node["timeLost"]!["estimate"], lost.Estimate, what + "time lost");
            Close.To(node["timeLost"]!["se"], lost.StandardError, what + "time lost's se");
        }
    }

    private static ConfidenceType TypeOf(string word) => word switch
    {
        "log" => ConfidenceType.Log,
        "plain" => ConfidenceType.Plain,
        "log-log" => ConfidenceType.LogLog,
        "logit" => ConfidenceType.Logit,
        "arcsin" => ConfidenceType.Arcsine,
        _ => throw new InvalidOperationException(word),
    };
}
