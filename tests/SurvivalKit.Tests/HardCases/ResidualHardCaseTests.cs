using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Residuals, robust errors and the test of proportional hazards where data or model are degenerate.</summary>
public sealed class ResidualHardCaseTests
{
    private static readonly double[] Time = [1, 2, 3, 4, 5, 6, 7, 8];

    private static readonly double[] X = [1, 0, 1, 1, 0, 0, 1, 0.5];

    private static readonly Surv Response = Surv.Right(Time, new double[] { 1, 1, 0, 1, 1, 1, 0, 1 });

    [Fact]
    public void What_is_not_estimable_has_no_dfbeta_and_no_row_in_the_test()
    {
        CoxFit fit =
            CoxModel.Fit(Response, DesignMatrix.FromColumns(("x", X), ("twice", [.. X.Select(x => 2 * x)])), new() { Robust = true });
        CoxFit alone = CoxModel.Fit(Response, DesignMatrix.FromColumns(("x", X)), new() { Robust = true });

        Assert.Equal(FitStatus.Singular, fit.Status);
        Close.To(alone["x"].RobustStandardError!.Value, fit["x"].RobustStandardError!.Value, "robust se");
        Assert.True(double.IsNaN(fit["twice"].RobustStandardError!.Value));
        Assert.Equal(0, fit.Covariance(0, 1));
        Close.To(alone.RobustScore!.Statistic!.Value, fit.RobustScore!.Statistic!.Value, "robust score test");
        foreach (CoxResidualKind kind in new[] { CoxResidualKind.DfBeta, CoxResidualKind.DfBetas, CoxResidualKind.ScaledSchoenfeld })
        {
            CoxResiduals residuals = fit.Residuals(kind);
            Assert.Equal(
                alone.Residuals(kind).Column(0).ToArray(), residuals.Column("x").ToArray(), (left, right) => Math.Abs(left - right) < 1e-9);
            Assert.All(residuals.Column("twice").ToArray(), value => Assert.True(double.IsNaN(value)));
            Assert.Equal(residuals.Rows, residuals.ToDataFrame()["twice"].NullCount);
        }

        Assert.Equal(["x", "GLOBAL"], fit.ProportionalHazards().Terms.Select(row => row.Term));
        Close.To(alone.ProportionalHazards().Global.ChiSquare, fit.ProportionalHazards().Global.ChiSquare, "test");
    }

    [Fact]
    public void Without_events_nobody_is_expected_to_have_one()
    {
        CoxFit fit = CoxModel.Fit(Surv.Right(Time, new bool[8]), DesignMatrix.FromColumns(("x", X)), new() { Robust = true });

        Assert.Equal(FitStatus.NoEvents, fit.Status);
        Assert.All(fit.Residuals(CoxResidualKind.Martingale).Column(0).ToArray(), value => Assert.Equal(0, value));
        Assert.All(fit.Residuals(CoxResidualKind.Deviance).Column(0).ToArray(), value => Assert.Equal(0, value));
        Assert.All(fit.Residuals(CoxResidualKind.Score).Column(0).ToArray(), value => Assert.Equal(0, value));
        Assert.Equal(0, fit.Residuals(CoxResidualKind.Schoenfeld).Rows);
        Assert.True(double.IsNaN(fit["x"].RobustStandardError!.Value));
        Assert.Contains(
            "No coefficient has a finite estimate",
            Assert.Throws<SurvivalDataException>(() => fit.ProportionalHazards()).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_without_terms_has_residuals_of_observations()
    {
        CoxFit fit = CoxModel.Fit(Response, DesignMatrix.FromColumns());

        // Nelson's hazard: 1/8, + 1/7, ...
        Close.To(1 - (1.0 / 8), fit.Residuals(CoxResidualKind.Martingale)[0, 0], "first");
        Close.To(-(1.0 / 8) - (1.0 / 7), fit.Residuals(CoxResidualKind.Martingale)[2, 0], "third");
        Assert.Equal(0, fit.Residuals(CoxResidualKind.Score).Columns);
        Assert.Throws<SurvivalDataException>(() => fit.ProportionalHazards());
    }

    [Fact]
    public void A_separated_fit_has_finite_residuals_and_no_test_of_the_term_at_fault()
    {
        CoxFit fit = CoxModel.Fit(
            Response, DesignMatrix.FromColumns(("x", X), ("apart", [1, 1, 0, 1, 1, 1, 0, 1])), new() { Robust = true });

        Assert.Equal(FitStatus.Separation, fit.Status);
        Assert.Equal(["apart"], fit.AtFault);
        foreach (CoxResidualKind kind in Enum.GetValues<CoxResidualKind>())
        {
            Assert.All(fit.Residuals(kind).Column(0).ToArray(), value => Assert.True(double.IsFinite(value)));
        }

        Assert.True(double.IsFinite(fit["x"].RobustStandardError!.Value));
    }

    [Fact]
    public void An_observation_of_weight_0_has_the_residuals_of_a_censored_one()
    {
        double[] x = [.. X, 40, -3];
        Surv response = Surv.Right([.. Time, 5.5, 5], new double[] { 1, 1, 0, 1, 1, 1, 0, 1, 0, 1 });
        Surv censored = Surv.Right([.. Time, 5.5, 5], new double[] { 1, 1, 0, 1, 1, 1, 0, 1, 0, 0 });
        CoxFit fit = CoxModel.Fit(response, DesignMatrix.FromColumns(("x", x)), weights: [1, 1, 1, 1, 1, 1, 1, 1, 0, 0]);
        CoxFit tiny = CoxModel.Fit(
            censored, DesignMatrix.FromColumns(("x", x)), new() { Robust = false }, weights: [1, 1, 1, 1, 1, 1, 1, 1, 1e-30, 1e-30]);

        Assert.Equal(5, fit.Events - 1);
        CoxResidualKind[] kinds = [CoxResidualKind.Martingale, CoxResidualKind.Deviance, CoxResidualKind.Score, CoxResidualKind.DfBeta];
        foreach (CoxResidualKind kind in kinds)
        {
            Assert.Equal(
                tiny.Residuals(kind).Column(0).ToArray(),
                fit.Residuals(kind).Column(0).ToArray(),
                (left, right) => Math.Abs(left - right) < 1e-8 * (1 + Math.Abs(left)));
        }

        Assert.NotEqual(0, fit.Residuals(CoxResidualKind.Martingale)[8, 0]);
    }

    [Fact]
    public void Who_is_never_at_risk_has_residuals_of_0_whatever_the_covariate()
    {
        Surv response = Surv.Right([.. Time, 0.5], new double[] { 1, 1, 0, 1, 1, 1, 0, 1, 0 });
        CoxFit fit = CoxModel.Fit(response, DesignMatrix.FromColumns(("x", [.. X, 1e9])));
        CoxFit without = CoxModel.Fit(Response, DesignMatrix.FromColumns(("x", X)));

        CoxResidualKind[] kinds = [CoxResidualKind.Martingale, CoxResidualKind.Deviance, CoxResidualKind.Score, CoxResidualKind.DfBetas];
        foreach (CoxResidualKind kind in kinds)
        {
            double[] residuals = fit.Residuals(kind).Column(0).ToArray();
            Assert.Equal(0, residuals[8]);
            Assert.Equal(without.Residuals(kind).Column(0).ToArray(), residuals[..8], (left, right) => Math.Abs(left - right) < 1e-9);
        }
    }

    [Fact]
    public void A_trend_over_time_needs_two_times_and_finite_values()
    {
        CoxFit one =
            CoxModel.Fit(Surv.Right([2.0, 2, 2, 3, 1], new double[] { 1, 1, 1, 0, 0 }), DesignMatrix.FromColumns(("x", [1.0, 0, 2, 1, 0])));
        Assert.Contains(
            "one time", Assert.Throws<SurvivalDataException>(() => one.ProportionalHazards()).Message, StringComparison.Ordinal);

        CoxFit fit = CoxModel.Fit(Response, DesignMatrix.FromColumns(("x", X)));
        string message = Assert.Throws<SurvivalDataException>(() => fit.ProportionalHazards(time => 1 / (time - 4), "pole")).Message;
        Assert.Contains("\"pole\" of the event time 4", message, StringComparison.Ordinal);
        Assert.Equal("mine", fit.ProportionalHazards(time => time, "mine").Transform);
        Close.To(
            fit.ProportionalHazards(TimeTransform.Log).Global.ChiSquare, fit.ProportionalHazards(Math.Log).Global.ChiSquare, "log", 1e-14);
    }

    [Fact]
    public void Groups_that_do_not_fit_are_refused()
    {
        CoxFit fit = CoxModel.Fit(Response, DesignMatrix.FromColumns(("x", X)));

        Assert.Contains(
            "3 groups",
            Assert.Throws<SurvivalDataException>(() => fit.Residuals(CoxResidualKind.Martingale, [1, 2, 3])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "belong to events",
            Assert.Throws<SurvivalDataException>(() => fit.Residuals(CoxResidualKind.Schoenfeld, [1, 1, 1, 1, 2, 2, 2, 2])).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "\"y\"",
            Assert.Throws<SurvivalDataException>(() => fit.Residuals(CoxResidualKind.Score).Column("y").Length).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Clusters_by_formula_option_and_codes_are_the_same()
    {
        var data = new DataFrame(
            new DoubleDataFrameColumn("time", Time),
            new DoubleDataFrameColumn("status", [1, 1, 0, 1, 1, 1, 0, 1]),
            new DoubleDataFrameColumn("x", X),
            new StringDataFrameColumn("site", ["b", "a", "b", "c", "a", "c", "b", "a"]),
            new DoubleDataFrameColumn("id", [20.5, 3, 20.5, 7, 3, 7, 20.5, 3]),
            new DoubleDataFrameColumn("gap", new double?[] { 1, 1, 1, null, 2, 2, 2, 3 }));
        double expected = CoxModel.Fit(
            Response, DesignMatrix.FromColumns(("x", X)), clusters: [20, 3, 20, 7, 3, 7, 20, 3])["x"].RobustStandardError!.Value;

        Close.To(expected, CoxModel.Fit(data, "Surv(time, status) ~ x + cluster(id)")["x"].RobustStandardError!.Value, "formula", 1e-14);
        Close.To(expected, CoxModel.Fit(data, "Surv(time, status) ~ x + cluster(site)")["x"].RobustStandardError!.Value, "words", 1e-14);
        Close.To(expected, CoxModel.Fit(data, "Surv(time, status) ~ x", cluster: "id")["x"].RobustStandardError!.Value, "option", 1e-14);
        Close.To(expected, CoxModel.Fit(
            data, "Surv(time, status) ~ x + cluster(id, site)")["x"].RobustStandardError!.Value, "two columns", 1e-14);
        Assert.Equal(1, CoxModel.Fit(data, "Surv(time, status) ~ x + cluster(gap)").Omitted);
        Assert.Contains(
            "another was found",
            Assert.Throws<FormulaException>(() => CoxModel.Fit(data, "Surv(time, status) ~ x + cluster(id)", cluster: "site")).Message,
            StringComparison.Ordinal);
        Assert.Contains("refused", Assert.Throws<SurvivalDataException>(
            () => CoxModel.Fit(data, "Surv(time, status) ~ x + cluster(id)", new() { Robust = false })).Message, StringComparison.Ordinal);
        Assert.Contains("2 clusters", Assert.Throws<SurvivalDataException>(
            () => CoxModel.Fit(Response, DesignMatrix.FromColumns(("x", X)), clusters: [1, 2])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_offset_that_is_the_same_for_all_changes_no_robust_test()
    {
        CoxFit fit = CoxModel.Fit(Response, DesignMatrix.FromColumns(("x", X)), new() { Robust = true });
        CoxFit shifted =
            CoxModel.Fit(Response, DesignMatrix.FromColumns(("x", X)), new() { Robust = true }, offset: [3, 3, 3, 3, 3, 3, 3, 3]);

        // R omits the offset in this test; with a varying offset the tested score must be that of the score test.
        double[] offset = [0, 1, 0, 0.5, -1, 0, 2, 0];
        CoxFit varied = CoxModel.Fit(Response, DesignMatrix.FromColumns(("x", X)), new() { Robust = true }, offset: offset);
        Close.To(fit.RobustScore!.Statistic!.Value, shifted.RobustScore!.Statistic!.Value, "robust score test", 1e-12);
        Close.To(RobustScoreByDefinition(offset), varied.RobustScore!.Statistic!.Value, "robust score test with an offset", 1e-12);
        Close.To(RobustScoreByDefinition(new double[8]), fit.RobustScore!.Statistic!.Value, "robust score test without", 1e-12);
    }

    // With one covariate (sum of score residuals)^2 over their sum of squares, all at a coefficient of 0.
    private static double RobustScoreByDefinition(double[] offset)
    {
        var plain = new PlainResiduals(new double[8], Time, [
            true, true, false, true, true, true, false, true
        ], new int[8], [1, 1, 1, 1, 1, 1, 1, 1], [X, offset], [0, 1], Ties.Efron);
        double sum = plain.Score[0].Sum();
        return sum * sum / plain.Score[0].Sum(value => value * value);
    }

    [Fact]
    public void One_who_is_alone_at_risk_is_expected_to_have_the_event_however_large_the_hazard_was_before()
    {
        // Before its entry the hazard is that of rows whose risk is e^-50 times its own.
        CoxFit fit = CoxModel.Fit(
            Surv.Counting([7, 1, 3, 3], [10, 4, 6, 6], [true, true, true, true]),
            DesignMatrix.FromColumns(("x", [50.2, 1.3, -1.7, 0])),
            new() { Ties = Ties.Breslow });

        Assert.Equal(0, fit.Residuals(CoxResidualKind.Martingale)[0, 0], 1e-12);
    }
}
