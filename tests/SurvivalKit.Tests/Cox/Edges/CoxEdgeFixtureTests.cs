using System.Text.Json.Nodes;
using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Separated data against the model that they are in the limit, and far-scaled columns against the same near 0, as R fits
/// them.</summary>
public sealed class CoxEdgeFixtureTests
{
    private static readonly JsonObject R =
        JsonNode.Parse(File.ReadAllText(Repository.File("tests/Fixtures/cox-edges.json")))!.AsObject();

    public static TheoryData<string> Limits => [.. R["limits"]!.AsArray().Select(node => node!["name"]!.GetValue<string>())];

    public static TheoryData<string> Same => [.. R["same"]!.AsArray().Select(node => node!["name"]!.GetValue<string>())];

    [Theory]
    [MemberData(nameof(Limits))]
    public void Separated_data_are_fitted_in_the_limit(string name)
    {
        JsonObject expected = Case("limits", name);
        CoxFit fit = Fit(expected, new());

        Assert.Equal(FitStatus.Separation, fit.Status);
        Assert.Equal(expected["fault"]!.AsArray().Select(term => term!.GetValue<string>()), fit.AtFault);
        Close.To(expected["loglik"]!["null"], fit.NullLogLikelihood, "null log-likelihood");
        Close.To(expected["loglik"]!["model"], fit.LogLikelihood, "log-likelihood");
        Assert.Equal(expected["df"]!.GetValue<double>(), fit.LikelihoodRatio.DegreesOfFreedom);
        CoxFit? robust = expected["robust"]!.AsArray().Count == 0 ? null : Fit(expected, new() { Robust = true });
        for (int i = 0; i < expected["terms"]!.AsArray().Count; i++)
        {
            string term = expected["terms"]![i]!.GetValue<string>();
            Close.To(expected["coef"]![i], fit[term].Coefficient, term);
            Close.To(expected["se"]![i], fit[term].StandardError, "standard error of " + term);
            Close.To(expected["robust"]![i], robust![term].RobustStandardError!.Value, "robust error of " + term);
            Close.To(expected["zph"]![i], fit.ProportionalHazards().Terms[i].ChiSquare, "test of proportional hazards of " + term);
        }

        CoxResiduals residuals = fit.Residuals(CoxResidualKind.Martingale);
        for (int row = 0; row < residuals.Rows; row++)
        {
            Assert.Equal(expected["martingale"]![row]!.GetValue<double>(), residuals[row, 0], 1e-8);
        }
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void What_is_infinite_says_so(string name)
    {
        CoxFit fit = Fit(Case("limits", name), new());
        foreach (string term in fit.AtFault)
        {
            Assert.Equal(double.PositiveInfinity, fit[term].StandardError);
            Assert.Equal(0, fit[term].Z);
            Assert.Equal(1, fit[term].P);
            Assert.Equal(0, fit[term].Lower);
            Assert.Equal(double.PositiveInfinity, fit[term].Upper);
        }

        Assert.Contains(
            "is infinite",
            Assert.Throws<SurvivalDataException>(() => fit.WaldTestOf(fit.AtFault)).Message,
            StringComparison.Ordinal);
        Assert.True(fit.LikelihoodRatioTestOf(fit.AtFault).P < 0.05);
        Assert.DoesNotContain("Not estimable", fit.StatusSentence, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", fit.ToString(), StringComparison.Ordinal);
        CoxFit loaded = CoxFit.FromJson(fit.ToJson());
        Assert.Equal(fit.ToString(), loaded.ToString());
        Assert.Equal(fit.ToJson(), loaded.ToJson());
    }

    [Theory]
    [MemberData(nameof(Same))]
    public void Ill_conditioned_is_not_separated(string name)
    {
        JsonObject expected = Case("same", name);
        CoxFit fit = Fit(expected, new());
        string term = expected["term"]!.GetValue<string>();

        Assert.Equal(FitStatus.Converged, fit.Status);
        Close.To(expected["loglik"], fit.LogLikelihood, "log-likelihood");
        Close.To(expected["coef"], fit[term].Coefficient, term, 1e-7);
        Close.To(expected["se"], fit[term].StandardError, "standard error of " + term, 1e-7);
    }

    // The only factor of the likelihood that the outlier is in is 1, so that the fit is that without it.
    [Theory]
    [InlineData(5e3, 1e-8)]
    [InlineData(5e6, 1e-8)]
    [InlineData(5e9, 1e-6)]
    [InlineData(5e12, 1e-3)]
    public void An_outlier_that_dies_first_changes_nothing_however_far_it_lies(double value, double tolerance)
    {
        DataFrame data = Read("outlier-60");
        double[] Numbers(string column) => [.. data[column].Cast<object>().Select(cell => Convert.ToDouble(cell, null))];
        double[] x = [.. Numbers("x").Select(given => given > 1000 ? value : given)];
        double[] time = Numbers("time");
        double[] status = Numbers("status");
        CoxFit fit = CoxModel.Fit(Surv.Right(time, status), DesignMatrix.FromColumns(("x", x)));
        int[] kept = [.. Enumerable.Range(0, x.Length).Where(row => x[row] < 1000)];
        CoxFit without = CoxModel.Fit(
            Surv.Right([.. kept.Select(row => time[row])], [.. kept.Select(row => status[row])]),
            DesignMatrix.FromColumns(("x", [.. kept.Select(row => x[row])])));

        Assert.Equal(FitStatus.Converged, fit.Status);
        Assert.Equal(without["x"].Coefficient, fit["x"].Coefficient, tolerance);
        Assert.Equal(without["x"].StandardError, fit["x"].StandardError, tolerance);
        Assert.Equal(without.LogLikelihood, fit.LogLikelihood, tolerance);
        Assert.Equal(fit.LikelihoodRatio.Statistic!.Value, fit.LikelihoodRatioTestOf("x").Statistic!.Value, 1e-9);
        ProfileInterval expected = without.ProfileInterval("x");
        Assert.Equal(expected.Lower, fit.ProfileInterval("x").Lower, 10 * tolerance);
        Assert.Equal(expected.Upper, fit.ProfileInterval("x").Upper, 10 * tolerance);
    }

    [Fact]
    public void Tests_of_nearly_dependent_terms_are_those_of_the_centred_ones_and_profile_limits_are_refused()
    {
        const string Far = "Surv(time, status) ~ x1 * x2 + strata(s)";
        CoxFit fit = CoxModel.Fit(Read("far-interaction-13"), Far);
        CoxFit centred = CoxModel.Fit(Read("far-interaction-13"), "Surv(time, status) ~ I(x1 - 1e6) * x2 + strata(s)");

        // What is left out with the interaction spans the same columns.
        Close.To(
            centred.LikelihoodRatioTestOf("I(x1 - 1e+06):x2").Statistic!.Value,
            fit.LikelihoodRatioTestOf("x1:x2").Statistic!.Value,
            "interaction",
            1e-6);
        Close.To(
            centred.LikelihoodRatioTestOf("I(x1 - 1e+06)").Statistic!.Value,
            fit.LikelihoodRatioTestOf("x1").Statistic!.Value,
            "x1",
            1e-6);
        foreach ((CoxAnovaRow far, CoxAnovaRow near) in fit.Anova().Rows.Zip(centred.Anova().Rows))
        {
            Close.To(near.LogLikelihood, far.LogLikelihood, far.Term, 1e-6);
        }

        Assert.Contains(
            "nearly dependent",
            Assert.Throws<SurvivalDataException>(() => fit.ProfileIntervals()).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Limits))]
    public void Firths_fit_is_finite(string name)
    {
        CoxFit fit = Fit(Case("limits", name), new() { Firth = true });

        Assert.Equal(FitStatus.Converged, fit.Status);
        Assert.All(fit.Terms, term => Assert.True(double.IsFinite(term.Upper) && term.StandardError > 0));
    }

    [Fact]
    public void Survival_of_the_carrier_is_0_once_another_has_died()
    {
        CoxFit fit = CoxModel.Fit(Read("carrier-100"), "Surv(time, status) ~ m + age");
        CoxPredictedSurvival predicted = fit.PredictSurvival(Read("carrier-new"), 0, 20);
        CoxFit without = CoxModel.Fit(Read("carrier-100"), "Surv(time, status) ~ age + strata(m)");
        double expected = without.PredictSurvival(Read("carrier-new"), 20).At(0)[0].Survival;

        Close.To(expected, predicted.At(0)[1].Survival, "survival of m = 0");
        Assert.Equal(1, predicted.At(1)[0].Survival);
        Assert.Equal(0, predicted.At(1)[1].Survival);
        Assert.Equal(double.PositiveInfinity, predicted.Predictions.StandardError[1]);

        CoxFit loaded = CoxFit.FromJson(fit.ToJson());
        Assert.Equal(predicted.At(0), loaded.PredictSurvival(Read("carrier-new"), 0, 20).At(0));
    }

    [Fact]
    public void Strata_by_name_stay_the_callers()
    {
        CoxFit fit = CoxModel.Fit(
            CsvText.Read("time,status,x,s\n1,1,1,a\n2,1,0,a\n3,0,0,a\n1,1,1,b\n2,0,0,b\n3,1,0,b\n"),
            "Surv(time, status) ~ x + strata(s)");

        Assert.Equal(FitStatus.Separation, fit.Status);
        Assert.Equal(["a", "b"], fit.Curves().Select(curve => curve.Stratum));
        Assert.Equal([0.5, 0], fit.Curves().Select(curve => -Math.Log(curve.Survival[1])));
        Assert.Equal(["a", "a", "b", "b"], fit.Residuals(CoxResidualKind.Schoenfeld).Strata);
    }

    [Fact]
    public void Columns_that_are_dependent_once_the_separated_rows_are_apart_are_found_so()
    {
        // The levels b, c and d against a separate; within them the three columns add up to 1. Weights make their means uneven.
        CoxFit fit = CoxModel.Fit(Read("levels-13"), "Surv(time, status) ~ f + strata(s)", new() { Ties = Ties.Breslow }, "w");

        Assert.Equal(FitStatus.Separation, fit.Status);
        Assert.Equal(["fb", "fc", "fd"], fit.AtFault);
        Assert.Equal(3, fit.LikelihoodRatio.DegreesOfFreedom);
        Assert.True(double.IsFinite(fit.LogLikelihood) && fit.LogLikelihood > fit.NullLogLikelihood);
    }

    [Fact]
    public void A_first_step_that_overshoots_does_not_hide_a_separation()
    {
        // c has the event while the heavy row is at risk: Newton's first step takes its coefficient to 100, where the likelihood is flat.
        CoxFit fit = CoxModel.Fit(
            Surv.Counting([4, 1, 3, 2], [8, 3, 6, 8], [false, true, true, true]),
            DesignMatrix.FromColumns(("b", [0, 0, 0, 1]), ("c", [0, 0, 1, 0])),
            new() { Ties = Ties.Breslow },
            weights: [100, 1, 1, 1]);

        // In the limit a and b are left: a against b, and b against the heavy row, once each: exp(b) / (1 + exp(b)) = 10 / 11.
        Assert.Equal(FitStatus.Separation, fit.Status);
        Assert.Equal(["c"], fit.AtFault);
        Assert.Equal(Math.Log(10), fit["b"].Coefficient, 1e-8);
    }

    [Fact]
    public void Values_that_differ_by_rounding_are_one()
    {
        CoxFit fit = CoxModel.Fit(
            Surv.Right([0.3, 0.2, 0.3], [true, true, true]), DesignMatrix.FromColumns(("x", [-0.3, -0.2, -0.30000000000000004])));

        Assert.Equal(FitStatus.Separation, fit.Status);
        Assert.Equal(-Math.Log(2), fit.LogLikelihood, 1e-12);
    }

    [Fact]
    public void In_monotone_data_everything_is_known()
    {
        CoxFit fit = CoxModel.Fit(Read("monotone-40"), "Surv(time, status) ~ z + x");

        Assert.Equal(FitStatus.Separation, fit.Status);
        Assert.Equal(0, fit.LogLikelihood);
        Assert.Equal(1, fit.Concordance.Estimate);
        Assert.Equal(2, fit.LikelihoodRatio.DegreesOfFreedom);
        Assert.All(fit.Residuals(CoxResidualKind.Martingale).Column(0).ToArray(), residual => Assert.Equal(0, residual, 1e-12));
        Assert.Equal(fit.Events, fit.Expected().Events.Sum(), 1e-9);
    }

    [Theory]
    [InlineData("truncated-4", "Surv(start, time, status) ~ x3", Ties.Breslow, "w")]
    [InlineData("exact-5", "Surv(time, status) ~ x1 + x3", Ties.Exact, null)]
    public void Deviance_residuals_of_separated_data_are_numbers(string file, string formula, Ties ties, string? weights)
    {
        CoxFit fit = CoxModel.Fit(Read(file), formula, new() { Ties = ties }, weights);

        Assert.Equal(FitStatus.Separation, fit.Status);
        Assert.All(fit.Residuals(CoxResidualKind.Deviance).Column(0).ToArray(), residual => Assert.True(double.IsFinite(residual)));
    }

    [Fact]
    public void Predictors_that_differ_by_rounding_are_a_tie()
    {
        CoxFit fit = CoxModel.Fit(Read("rounding-tie-4"), "Surv(time, status) ~ x2 + f", new() { Ties = Ties.Breslow });

        // In the order of the times f is b, a, b, and a, censored; x2 has no effect. b is before a in three pairs and after it in one; two
        // pairs are of one level.
        Assert.Equal((3 + (2 / 2.0)) / 6, fit.Concordance.Estimate, 1e-12);
    }

    [Theory]
    [InlineData("huge-6", "its values are too large to be squared; smaller ones were expected, as in other units.")]
    [InlineData("tiny-6", "its values differ by too little to be squared; larger differences were expected, as in other units.")]
    public void A_scale_that_cannot_be_computed_with_is_a_sentence(string file, string sentence) => Assert.EndsWith(
        sentence,
        Assert.Throws<SurvivalDataException>(() => CoxModel.Fit(Read(file), "Surv(time, status) ~ x")).Message,
        StringComparison.Ordinal);

    private static JsonObject Case(string list, string name) =>
        R[list]!.AsArray().Single(node => node!["name"]!.GetValue<string>() == name)!.AsObject();

    private static CoxFit Fit(JsonObject expected, CoxOptions options) => CoxModel.Fit(
        SurvivalData.ReadCsv(Repository.File(expected["file"]!.GetValue<string>())), expected["formula"]!.GetValue<string>(), options);

    private static DataFrame Read(string name) => SurvivalData.ReadCsv(Repository.File($"tests/Fixtures/data/edges/{name}.csv"));
}
