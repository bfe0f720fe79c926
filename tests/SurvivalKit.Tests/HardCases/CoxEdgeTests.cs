using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>What a fuzz against R found at the edges of a fit: a single stratum, rows of weight 0, predictors tied but for
/// rounding.</summary>
public sealed class CoxEdgeTests
{
    // The likelihood is at its maximum where exp(b) is the golden ratio's inverse; the mean of the indicator of b in the stratum is 1/3.
    [Fact]
    public void A_single_stratum_is_what_its_predictions_are_relative_to()
    {
        DataFrame data = CsvText.Read("time,status,f,s\n0.5,1,a,only\n0.5,1,b,only\n0.3,1,a,only\n");
        CoxFit fit = CoxModel.Fit(data, "Surv(time, status) ~ f + strata(s)", new() { Ties = Ties.Breslow });
        double b = Math.Log((Math.Sqrt(5) - 1) / 2);
        double[] expected = [-b / 3, 2 * b / 3, -b / 3];
        Assert.Equal(b, fit["fb"].Coefficient, 1e-9);
        Assert.Equal(expected, fit.Predict().LinearPredictor, (left, right) => Math.Abs(left - right) < 1e-9);
        Assert.Equal(expected, fit.Predict(data).LinearPredictor, (left, right) => Math.Abs(left - right) < 1e-9);
        Assert.Equal(fit["fb"].StandardError / 3, fit.Predict().StandardError[0], 1e-9);
        Assert.Equal([0, b, 0], fit.Predict(CoxReference.Sample).LinearPredictor, (left, right) => Math.Abs(left - right) < 1e-9);
    }

    [Theory]
    [InlineData("Surv(time, status) ~ x + offset(o)")]
    [InlineData("Surv(start, time, status) ~ x + offset(o)")]
    public void A_row_of_weight_0_is_in_no_mean(string formula)
    {
        const string Header = "start,time,status,x,o,w\n";
        const string Rows = "0,5,1,2016,0.5,0.3\n13,32,1,2007,0.1,0.9\n1,23,1,2007,0,0.2\n0,30,1,1990,-1,0.4\n";
        CoxFit without = CoxModel.Fit(CsvText.Read(Header + Rows), formula, weights: "w");
        CoxFit with = CoxModel.Fit(CsvText.Read(Header + Rows + "7,40,1,2030,3,0\n"), formula, weights: "w");
        foreach (CoxReference reference in Enum.GetValues<CoxReference>())
        {
            Assert.Equal(
                without.Predict(reference).LinearPredictor,
                with.Predict(reference).LinearPredictor.Take(4),
                (left, right) => Math.Abs(left - right) < 1e-10);
        }

        Assert.Equal(
            without.Curves()[0].At(5, 30).Select(step => step.CumulativeHazard),
            with.Curves()[0].At(5, 30).Select(step => step.CumulativeHazard),
            (left, right) => Math.Abs(left - right) < 1e-10);
    }

    // The likelihood makes b and c equal. Of the 15 comparable pairs 3 are concordant, 3 discordant and 9 tied; the shares of the
    // seven rows give a variance of 1/150.
    [Fact]
    public void Predictors_equal_but_for_rounding_are_tied()
    {
        CoxFit fit = CoxModel.Fit(
            CsvText.Read("time,status,f\n1,1,b\n3,1,c\n1,1,c\n3,1,b\n3,1,c\n2,1,a\n1,1,c\n"),
            "Surv(time, status) ~ f",
            new() { Ties = Ties.Breslow });
        Assert.Equal(0.5, fit.Concordance.Estimate, 1e-12);
        Assert.Equal(Math.Sqrt(1 / 150.0), fit.Concordance.StandardError, 1e-12);
    }

    // Four clusters, four coefficients: the clusters' scores sum to 0, so that the robust covariance has rank 3. R's statistic where the
    // columns are of like units is expected in all units.
    [Theory]
    [InlineData(1)]
    [InlineData(1e-6)]
    [InlineData(1e6)]
    public void A_robust_covariance_without_full_rank_has_no_Wald_statistic_of_rounding_errors(double unit)
    {
        double[] x =
        [
            -0.30006762864401946, -0.5427874192608625, 0.18935416744769372, 0.8134066093854914, 2.3605116890764016, -0.9051025750432617,
        ];
        CoxFit fit = CoxModel.Fit(
            Surv.Right([0.2, 0.1, 0.1, 0.4, 0.2, 0.4], [1.0, 1, 1, 1, 1, 1]),
            DesignMatrix.FromColumns(
                ("x", [.. x.Select(value => value * unit)]),
                ("y", [1, 0, 0, -2, 0, -1]),
                ("b", [0, 0, 0, 1, 1, 0]),
                ("c", [0, 0, 1, 0, 0, 0])),
            new() { Ties = Ties.Breslow },
            clusters: [4, 3, 4, 1, 0, 3]);
        Assert.Equal(1122.233, fit.Wald.Statistic!.Value, 1e-3);
    }

    // At time 3 all at risk have the event, so that c, of whom one is at risk at that time only, has no score; those of b are -2/9, 1/9 and
    // -2/9 by cluster: (1/3)^2 / (9/81) = 1.
    [Fact]
    public void A_column_without_a_score_adds_nothing_to_the_robust_score_test()
    {
        CoxFit fit = CoxModel.Fit(
            CsvText.Read("start,time,status,f,id\n2,3,1,c,12\n0,3,1,b,12\n0,1,1,b,6\n0,1,1,a,8\n"),
            "Surv(start, time, status) ~ f",
            new() { Ties = Ties.Breslow },
            cluster: "id");
        Assert.Equal(1, fit.RobustScore!.Statistic!.Value, 1e-9);
    }
}
