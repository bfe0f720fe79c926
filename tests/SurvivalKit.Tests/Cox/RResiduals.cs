using System.Text.Json.Nodes;

namespace SurvivalKit.Tests;

/// <summary>Compares the residuals of a fit with those that a fixture has.</summary>
internal static class RResiduals
{
    public static CoxFit Fit(
        RFixture fixture, JsonObject expected) => CoxModel.Fit(fixture.Data(expected), expected["formula"]!.GetValue<string>(), new()
        {
            Ties = Enum.Parse<Ties>(expected["ties"]!.GetValue<string>(), ignoreCase: true),
            Robust = expected["robust"]!.GetValue<bool>(),
        }, weights: expected["weights"]?.GetValue<string>());

    public static void Compare(RFixture fixture, JsonObject expected)
    {
        CoxFit fit = Fit(fixture, expected);
        JsonNode residuals = expected["residuals"]!;
        CoxResiduals martingale = fit.Residuals(CoxResidualKind.Martingale);
        Close.To(residuals["martingale"], martingale.Column(0).ToArray(), "martingale");
        Close.To(residuals["deviance"], fit.Residuals(CoxResidualKind.Deviance).Column(0).ToArray(), "deviance");
        Columns(residuals["score"], fit.Residuals(CoxResidualKind.Score));
        Columns(residuals["dfbeta"], fit.Residuals(CoxResidualKind.DfBeta));
        Columns(residuals["dfbetas"], fit.Residuals(CoxResidualKind.DfBetas));
        CoxResiduals schoenfeld = fit.Residuals(CoxResidualKind.Schoenfeld);

        // A covariate minus its mean over the risk set: where all at risk have the same value, only rounding errors of the sum remain.
        DesignMatrix design = ModelFrame.Build(fixture.Data(expected), expected["formula"]!.GetValue<string>()).Design();
        double[] summed = [.. Enumerable.Range(0, design.Columns).Select(j => design.Column(j).ToArray().Sum(Math.Abs))];
        Columns(residuals["schoenfeld"], schoenfeld, summed);
        Columns(residuals["scaledSchoenfeld"], fit.Residuals(CoxResidualKind.ScaledSchoenfeld));
        Close.To(residuals["eventTime"], schoenfeld.Times, "event times");
        if (residuals["eventStratum"] is JsonArray strata)
        {
            Assert.Equal(strata.Select(node => node!.GetValue<string>()), schoenfeld.Strata);
        }
    }

    public static void Columns(JsonNode? expected, CoxResiduals actual, double[]? summed = null)
    {
        JsonArray rows = expected!.AsArray();
        Assert.Equal(rows.Count, actual.Rows);
        for (int i = 0; i < rows.Count; i++)
        {
            for (int j = 0; j < actual.Columns; j++)
            {
                Close.To(rows[i]![j], actual[i, j], $"{actual.Kind} {i + 1}, {actual.Names[j]}", summed: summed?[j] ?? 0);
            }
        }
    }
}
