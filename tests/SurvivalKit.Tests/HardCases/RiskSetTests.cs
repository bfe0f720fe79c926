using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Columns and rows that contribute to no event, and scales of weights.</summary>
public sealed class RiskSetTests
{
    [Fact]
    public void A_column_that_is_constant_in_every_stratum_is_singular()
    {
        DataFrame lung = SampleData.Load("lung");
        CoxFit fit = CoxModel.Fit(lung, "Surv(time, status) ~ age + I(1 / sex) + strata(sex)");
        CoxFit without = CoxModel.Fit(lung, "Surv(time, status) ~ age + strata(sex)");

        Assert.Equal(FitStatus.Singular, fit.Status);
        Assert.Equal(["I(1/sex)"], fit.AtFault);
        Close.To(without["age"].Coefficient, fit["age"].Coefficient, "age");
    }

    [Fact]
    public void A_row_censored_before_the_first_event_changes_nothing()
    {
        double[] time = [1, 2, 3, 4, 5, 6];
        double[] status = [0, 1, 1, 0, 1, 1];
        double[] x = [99999, 1, 0, 1, 0, 1];
        CoxFit with = CoxModel.Fit(Surv.Right(time, status), DesignMatrix.FromColumns(("x", x)));
        CoxFit without = CoxModel.Fit(Surv.Right(time.AsSpan(1), status.AsSpan(1)), DesignMatrix.FromColumns(("x", x[1..])));

        Assert.Equal(FitStatus.Converged, with.Status);
        Close.To(without.Terms[0].Coefficient, with.Terms[0].Coefficient, "x");
        Close.To(without.LogLikelihood, with.LogLikelihood, "log-likelihood");
        Assert.Equal(6, with.Observations);
    }

    [Fact]
    public void Strata_far_apart_in_their_offsets_do_not_touch_each_other()
    {
        DataFrame lung = SampleData.Load("lung");
        CoxFit apart = CoxModel.Fit(lung, "Surv(time, status) ~ age + strata(sex) + offset(1000 * sex)");

        Close.To(CoxModel.Fit(lung, "Surv(time, status) ~ age + strata(sex)")["age"].Coefficient, apart["age"].Coefficient, "age");
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e9)]
    public void The_unit_of_the_weights_does_not_matter(double unit)
    {
        double[] time = [1, 2, 3, 4, 5, 6, 7, 8];
        double[] status = [1, 1, 0, 1, 1, 1, 0, 1];
        double[] x = [1, 0, 1, 1, 0, 0, 1, 0.5];
        double[] weights = [.. Enumerable.Repeat(unit, 8)];
        CoxFit one = CoxModel.Fit(Surv.Right(time, status), DesignMatrix.FromColumns(("x", x)));
        CoxFit scaled = CoxModel.Fit(Surv.Right(time, status), DesignMatrix.FromColumns(("x", x)), weights: weights);

        Assert.Equal(FitStatus.Converged, scaled.Status);
        Close.To(one.Terms[0].Coefficient, scaled.Terms[0].Coefficient, "x");
    }

    [Fact]
    public void Fractional_weights_have_robust_errors_unless_these_are_refused()
    {
        Surv response = Surv.Right([1.0, 2, 3, 4], [1.0, 1, 0, 1]);
        DesignMatrix x = DesignMatrix.FromColumns(("x", [1.0, 0, 1, 0.5]));

        Assert.True(CoxModel.Fit(response, x, weights: [0.5, 1, 1, 2]).IsRobust);
        Assert.False(CoxModel.Fit(response, x, new() { Robust = false }, weights: [0.5, 1, 1, 2]).IsRobust);
        Assert.False(CoxModel.Fit(response, x, weights: [3, 1, 1, 2]).IsRobust);
    }
}
