using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Parametric regressions whose maximum has a closed form.</summary>
public sealed class ParametricHandWorkedTests
{
    // 12 units of time and 3 events; in the groups 3 of 1 event and 9 of 2.
    private static readonly Surv Four = Surv.Right([1, 2, 3, 6], [1.0, 0, 1, 1]);

    private static readonly DesignMatrix Groups = DesignMatrix.FromColumns(("g", [0, 0, 1, 1]));

    private static readonly DesignMatrix Nothing = DesignMatrix.FromColumns();

    [Fact]
    public void A_constant_hazard_is_events_over_time()
    {
        ParametricFit fit = Fit(Four, Nothing, ParametricDistribution.Exponential);
        Close.To(Math.Log(4), fit["(Intercept)"].Coefficient, "log of the mean");
        Close.To(1 / Math.Sqrt(3), fit["(Intercept)"].StandardError, "se");
        Close.To((-3 * Math.Log(4)) - 3, fit.LogLikelihood, "log-likelihood");
        Assert.Equal(1, fit.Scales.Single());
    }

    [Fact]
    public void Groups_of_constant_hazard_have_their_own_events_over_time()
    {
        ParametricFit fit = Fit(Four, Groups, ParametricDistribution.Exponential);
        Close.To(Math.Log(3), fit["(Intercept)"].Coefficient, "mean of the first");
        Close.To(Math.Log(4.5) - Math.Log(3), fit["g"].Coefficient, "ratio of the means");
        Close.To(1.5, fit["g"].Ratio!.Estimate, "time ratio");
        Close.To(Math.Sqrt(1 + 0.5), fit["g"].StandardError, "se");
        Close.To(2 / 3.0, fit.HazardRatios()["g"].Ratio!.Estimate, "hazard ratio");
        Close.To(fit["g"].StandardError, fit.HazardRatios()["g"].StandardError, "se of the log hazard ratio");
        Close.To((-Math.Log(3) - 1) + ((-2 * Math.Log(4.5)) - 2), fit.LogLikelihood, "log-likelihood");
    }

    [Fact]
    public void Rows_that_are_observed_late_count_from_then()
    {
        var late = Surv.Counting([0, 1, 2, 2], [1, 2, 3, 6], [true, false, true, true]);
        Close.To(Math.Log(7 / 3.0), Fit(late, Nothing, ParametricDistribution.Exponential)["(Intercept)"].Coefficient, "7 units of time");
    }

    [Fact]
    public void Rayleigh_has_the_root_of_the_mean_square()
    {
        ParametricFit fit = Fit(Four, Nothing, ParametricDistribution.Rayleigh);
        Close.To(Math.Log(50 / 3.0) / 2, fit["(Intercept)"].Coefficient, "1 + 4 + 9 + 36 over 3 events");
    }

    [Fact]
    public void Log_normal_without_censoring_is_mean_and_spread_of_log_time()
    {
        ParametricFit fit = Fit(Surv.Right([1, Math.E, Math.E * Math.E], [1.0, 1, 1]), Nothing, ParametricDistribution.LogNormal);
        Close.To(1, fit["(Intercept)"].Coefficient, "mean of 0, 1, 2");
        Close.To(2 / 3.0, fit.Scales[0] * fit.Scales[0], "variance");
        Close.To(2 / 9.0, fit.Covariance(0, 0), "variance of the mean");
        Close.To(1 / 6.0, fit.Covariance(1, 1), "variance of the log scale");
    }

    [Fact]
    public void A_weight_is_so_many_rows()
    {
        ParametricFit weighted = ParametricModel.Fit(Four, Groups, weights: [2, 1, 3, 1]);
        ParametricFit repeated = ParametricModel.Fit(
            Surv.Right([1, 1, 2, 3, 3, 3, 6], [1.0, 1, 0, 1, 1, 1, 1]), DesignMatrix.FromColumns(("g", [0, 0, 0, 1, 1, 1, 1])));
        Close.To(repeated.LogLikelihood, weighted.LogLikelihood, "log-likelihood");
        for (int j = 0; j < 3; j++)
        {
            Close.To(repeated.Terms[j].Coefficient, weighted.Terms[j].Coefficient, "coef");
            Close.To(repeated.Terms[j].StandardError, weighted.Terms[j].StandardError, "se");
        }
    }

    [Fact]
    public void Predictions_of_a_constant_hazard_have_closed_forms()
    {
        var data = new DataFrame(
            new DoubleDataFrameColumn("time", [1, 2, 3, 6]), new DoubleDataFrameColumn("status", [1, 0, 1, 1]));
        ParametricFit fit = ParametricModel.Fit(
            data, "Surv(time, status) ~ 1", new() { Distribution = ParametricDistribution.Exponential });
        DataFrame one = data.Head(1);
        double At(ParametricQuantity quantity, double at) => fit.Predict(one, quantity, at).Estimates[0].Estimate;
        Close.To(Math.Exp(-0.5), At(ParametricQuantity.Survival, 2), "survival");
        Close.To(0.25, At(ParametricQuantity.Hazard, 2), "hazard");
        Close.To(0.5, At(ParametricQuantity.CumulativeHazard, 2), "cumulative hazard");
        Close.To(4 * Math.Log(2), At(ParametricQuantity.Quantile, 0.5), "median");
        Close.To(4 * (1 - Math.Exp(-2)), At(ParametricQuantity.RestrictedMean, 8), "mean until 8");
        Close.To(4 * Math.Log(2) / Math.Sqrt(3), fit.Predict(one, ParametricQuantity.Quantile, 0.5).Estimates[0].StandardError, "its se");

        // d/dm of m (1 - exp(-8 / m)) times m / sqrt(3).
        Close.To(
            4 * (1 - (3 * Math.Exp(-2))) / Math.Sqrt(3),
            fit.Predict(one, ParametricQuantity.RestrictedMean, 8).Estimates[0].StandardError,
            "se of the mean");
    }

    private static ParametricFit Fit(Surv response, DesignMatrix design, ParametricDistribution distribution) =>
        ParametricModel.Fit(response, design, new() { Distribution = distribution });
}
