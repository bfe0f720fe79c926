using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Predictions, residuals and the test of proportionality of Fine-Gray models against R's functions of <c>coxph</c> on the rows of
/// <c>finegray</c>.</summary>
public sealed class FineGrayAfterFitFixtureTests
{
    private static readonly RFixture R = RFixture.Load("competing");

    public static TheoryData<string> Names => RFixture.Names("competing", _ => true, "fineGray");

    [Theory]
    [MemberData(nameof(Names))]
    public void Predicted_incidences_agree_with_R(string name)
    {
        (FineGrayFit fit, DataFrame data, JsonNode after) = Fit(name);
        int[] rows = [.. after["rows"]!.AsArray().Select(row => row!.GetValue<int>() - 1)];
        double[] times = [.. after["times"]!.AsArray().Select(time => time!.GetValue<double>())];
        FineGrayPredictions predictions = fit.Predict(data.Filter(new Int32DataFrameColumn("rows", rows)), times);
        for (int row = 0; row < rows.Length; row++)
        {
            JsonNode expected = after["predicted"]![row]!;
            FineGrayEstimate[] at = [.. predictions.At(row)];
            Close.To(expected["hazard"], at.Select(step => step.CumulativeHazard), "hazard");
            Close.To(expected["incidence"], at.Select(step => step.Incidence), "incidence");
            Close.To(expected["se"], at.Select(step => step.StandardError), "se");
            Close.To(expected["lower"], at.Select(step => step.Lower), "lower", 1e-7);
            Close.To(expected["upper"], at.Select(step => step.Upper), "upper", 1e-7);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_test_of_proportionality_agrees_with_R(string name)
    {
        (FineGrayFit fit, _, JsonNode after) = Fit(name);
        foreach ((string scale, TimeTransform transform) in new[]
        {
            ("identity", TimeTransform.Identity), ("log", TimeTransform.Log), ("incidence", TimeTransform.KaplanMeier),
        })
        {
            ProportionalHazardsTest test = fit.ProportionalHazards(transform);
            Assert.Equal(scale, test.Transform);
            Close.To(after["zph"]![scale]!["chiSquare"], test.Coefficients.Select(row => row.ChiSquare), $"chi-square, {scale}", 1e-7);
            Close.To(after["zph"]![scale]!["p"], test.Coefficients.Select(row => row.P), $"P, {scale}", 1e-7);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Residuals_agree_with_R(string name)
    {
        (FineGrayFit fit, _, JsonNode after) = Fit(name);
        if (after["schoenfeld"] is null)
        {
            return;
        }

        Compare(after["schoenfeld"]!.AsArray(), fit.Residuals(CoxResidualKind.Schoenfeld));
        Compare(after["dfbeta"]!.AsArray(), fit.Residuals(CoxResidualKind.DfBeta));
    }

    [Fact]
    public void A_time_on_the_scale_of_ranks_is_its_mean_rank()
    {
        SurvivalSample sample = SurvivalSample.Make(
            Surv.Right([3, 1, 3, 5], [true, true, false, true]).WithCauses([1, 2, 0, 1], "a", "b"), true);
        Func<double, double> rank = SubdistributionTimeScale.Of(TimeTransform.Rank, sample, 1);

        Assert.Equal([1, 2.5, 4], new[] { 1.0, 3, 5 }.Select(rank));
    }

    // At 3 one of three at risk has a: F = 3/4 x 1/3 = 1/4; before 5, where the last one has a, nothing more happens.
    [Fact]
    public void A_time_on_the_scale_of_incidences_is_the_incidence_before_it()
    {
        SurvivalSample sample = SurvivalSample.Make(
            Surv.Right([3, 1, 3, 5], [true, true, false, true]).WithCauses([1, 2, 0, 1], "a", "b"), true);
        Func<double, double> incidence = SubdistributionTimeScale.Of(TimeTransform.KaplanMeier, sample, 1);

        Assert.Equal([0, 0, 0.25], new[] { 1.0, 3, 5 }.Select(incidence));
    }

    [Fact]
    public void Other_residuals_are_refused()
    {
        (FineGrayFit fit, _, _) = Fit("competing, relapse");
        SurvivalDataException refusal = Assert.Throws<SurvivalDataException>(() => fit.Residuals(CoxResidualKind.Deviance));
        Assert.Equal(
            "A Fine-Gray model has no deviance residuals; schoenfeld, scaled-schoenfeld, score, dfbeta or dfbetas were expected.",
            refusal.Message);
    }

    private static void Compare(JsonArray expected, CoxResiduals actual)
    {
        Assert.Equal(expected.Count, actual.Rows);
        for (int row = 0; row < actual.Rows; row++)
        {
            for (int column = 0; column < actual.Columns; column++)
            {
                Close.To(expected[row]![column], actual[row, column], $"{actual.Kind} of row {row}", 1e-7, 1e3);
            }
        }
    }

    private static (FineGrayFit Fit, DataFrame Data, JsonNode After) Fit(string name)
    {
        JsonObject expected = R.Cases("fineGray")[name];
        DataFrame data = R.Data(expected);
        FineGrayFit fit = FineGray.Fit(
            data,
            expected["formula"]!.GetValue<string>(),
            expected["cause"]!.GetValue<string>(),
            new() { Ties = expected["ties"]!.GetValue<string>() == "efron" ? Ties.Efron : Ties.Breslow },
            expected["weights"]?.GetValue<string>(),
            expected["cluster"]?.GetValue<string>());
        return (fit, data, expected["after"]!);
    }
}
