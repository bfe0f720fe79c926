namespace SurvivalKit.Tests;

/// <summary>Likelihoods that are nearly linear far from their maximum: in each risk set one row outweighs the others.</summary>
public class CoxNearlyLinearTests
{
    // Eight rows; R: coxph(Surv(time, status) ~ x + offset(19.8 * z), weights = w, control = coxph.control(iter.max = 500, eps = 1e-13)).
    [Theory]
    [InlineData(19.8, -16.4291422153877, -17.3251899557241, 0.360822353149)]
    [InlineData(25, -20.7848538403258, -18.1126649041814, 0.3673755412)]
    [InlineData(30, -24.966846404029, -18.8934908725569, 0.372166225527)]
    public void A_far_spread_offset_is_balanced(double factor, double coefficient, double logLikelihood, double error)
    {
        double[] x = [-3.1, 2.3, 0.4, 1.4, 0.9, 1.1, -2, 1.9];
        double[] z = [0, 4, 3, 2, 1, 2, 1, 3];
        CoxFit fit = CoxModel.Fit(
            Surv.Right([5, 7, 5, 10, 9, 7, 6, 3], [1, 1, 1, 1, 0, 0, 0, 0]),
            DesignMatrix.FromColumns(("x", x)),
            weights: [2, 1, 3, 4, 2, 4, 3, 4],
            offset: [.. z.Select(value => factor * value)]);

        Assert.Equal(FitStatus.Converged, fit.Status);
        Assert.Equal(coefficient, fit["x"].Coefficient, 1e-7);
        Assert.Equal(logLikelihood, fit.LogLikelihood, 1e-9);
        Assert.Equal(error, fit["x"].StandardError, 1e-7);
    }

    [Fact]
    public void An_offset_that_leaves_one_row_a_risk_set_is_refused()
    {
        var error = Assert.Throws<SurvivalDataException>(() => CoxModel.Fit(
            Surv.Right([1, 2, 3, 4], [1, 1, 1, 1]), DesignMatrix.FromColumns(("x", [1, 2, 3, 5])), offset: [0, 60, 120, 180]));

        Assert.Contains("offset is so far spread", error.Message, StringComparison.Ordinal);
    }

    // The profile of z is still 0.70 below the maximum where a search that stops on the flat slope takes it for 3.84.
    [Fact]
    public void A_profile_limit_is_not_where_the_search_of_the_others_stops()
    {
        CoxFit fit = CoxModel.Fit(
            Surv.Right([9, 9, 5, 10, 6, 5, 9, 5], [0, 0, 1, 1, 1, 1, 1, 0]),
            DesignMatrix.FromColumns(("x", [-3.1, 1.9, 2, -1.2, 1.5, 1.3, -0.3, -1.9]), ("z", [3, 4, 2, 0, 2, 1, 1, 3])),
            weights: [4, 3, 1, 1, 3, 4, 2, 4]);

        Assert.Equal(double.NegativeInfinity, fit.ProfileInterval("z").LowerCoefficient);
        Assert.Equal(double.PositiveInfinity, fit.ProfileInterval("x").UpperCoefficient);
    }
}
