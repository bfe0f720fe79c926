using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Predictions against R's predict.coxph and survfit.coxph.</summary>
public sealed class CoxPredictionFixtureTests
{
    public static TheoryData<string> Fitted => RPrediction.Names("fitted");

    public static TheoryData<string> Means => RPrediction.Names("means");

    public static TheoryData<string> New => RPrediction.Names("new");

    [Theory]
    [MemberData(nameof(Fitted))]
    public void Linear_predictors_of_the_fit_agree(string name)
    {
        JsonObject theCase = RPrediction.Case(name);
        CoxFit fit = RPrediction.Fit(theCase);
        int[] rows = Rows(theCase);
        foreach (CoxReference reference in Enum.GetValues<CoxReference>())
        {
            CoxPredictions predictions = fit.Predict(reference);
            JsonNode expected = theCase["fitted"]!["lp"]![RPrediction.Text(reference)]!;
            Close.To(expected["lp"], rows.Select(row => predictions.LinearPredictor[row]), $"lp, {reference}");
            Close.To(expected["se"], rows.Select(row => predictions.StandardError[row]), $"se, {reference}");
        }
    }

    [Theory]
    [MemberData(nameof(Fitted))]
    public void Expected_events_of_the_fit_agree(string name)
    {
        JsonObject theCase = RPrediction.Case(name);
        CoxExpected expected = RPrediction.Fit(theCase).Expected();
        int[] rows = Rows(theCase);
        Close.To(theCase["fitted"]!["expected"]!["value"], rows.Select(row => expected.Events[row]), "expected");
        Close.To(theCase["fitted"]!["expected"]!["se"], rows.Select(row => expected.StandardError[row]), "se");
    }

    [Theory]
    [MemberData(nameof(Means))]
    public void Curves_at_the_means_agree(string name)
    {
        JsonObject theCase = RPrediction.Case(name);
        CoxFit fit = RPrediction.Fit(theCase);
        JsonArray expected = theCase["means"]!.AsArray();
        CoxCurves curves = fit.Curves();
        Assert.Equal(expected.Select(curve => curve!["stratum"]!.GetValue<string>()), curves.Select(curve => curve.Stratum));
        foreach ((JsonNode? curve, CoxCurve actual) in expected.Zip(curves))
        {
            Assert.Equal(curve!["count"]!.GetValue<int>(), actual.Time.Length);
            CompareSteps(curve, actual);
            foreach ((string word, ConfidenceType type) in new[] { ("log", ConfidenceType.Log), ("plain", ConfidenceType.Plain), (
                "log-log", ConfidenceType.LogLog) })
            {
                CoxCurve own = fit.Curves(new CoxCurveOptions { ConfidenceType = type })[actual.Stratum];
                double[] times = RPrediction.Numbers(curve["time"]);
                Close.To(curve[word]!["lower"], own.At(times).Select(step => step.Lower), word + " lower");
                Close.To(curve[word]!["upper"], own.At(times).Select(step => step.Upper), word + " upper");
            }
        }
    }

    [Theory]
    [MemberData(nameof(New))]
    public void New_rows_agree(string name)
    {
        JsonObject theCase = RPrediction.Case(name);
        CoxFit fit = RPrediction.Fit(theCase);
        foreach (CoxReference reference in Enum.GetValues<CoxReference>())
        {
            CoxPredictions predictions = fit.Predict(RPrediction.NewData(theCase), reference);
            JsonNode expected = theCase["new"]![RPrediction.Text(reference)]!;
            Close.To(expected["lp"], predictions.LinearPredictor, $"lp, {reference}");
            Close.To(expected["se"], predictions.StandardError, $"se, {reference}");
        }

        CoxCurves curves = fit.Curves(RPrediction.NewData(theCase));
        Assert.Equal(theCase["at"]!.AsArray().Count, curves.Count);
        foreach ((JsonNode? expected, CoxCurve curve) in theCase["at"]!.AsArray().Zip(curves))
        {
            Assert.Equal(expected!["row"]!.GetValue<int>(), curve.Row);
            CoxEstimate[] at = [.. curve.At(RPrediction.Numbers(expected["time"]))];
            Close.To(expected["survival"], at.Select(step => step.Survival), "survival");
            Close.To(expected["hazard"], at.Select(step => step.CumulativeHazard), "hazard");
            Close.To(expected["se"], at.Select(step => step.StandardError), "se");
            Close.To(expected["lower"], at.Select(step => step.Lower), "lower");
            Close.To(expected["upper"], at.Select(step => step.Upper), "upper");
        }
    }

    private static int[] Rows(JsonObject theCase) => [.. theCase["fitted"]!["rows"]!.AsArray().Select(row => row!.GetValue<int>() - 1)];

    private static void CompareSteps(JsonNode expected, CoxCurve curve)
    {
        CoxEstimate[] at = [.. curve.At(RPrediction.Numbers(expected["time"]))];
        Close.To(expected["atRisk"], at.Select(step => step.AtRisk), "at risk");
        Close.To(expected["hazard"], at.Select(step => step.CumulativeHazard), "hazard");
        Close.To(expected["hazardSe"], at.Select(step => step.HazardError), "se of the hazard");
        Close.To(expected["survival"], at.Select(step => step.Survival), "survival");
    }
}
