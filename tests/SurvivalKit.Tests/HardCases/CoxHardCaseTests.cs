using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Data for which a Cox fit must report a failure, and data for which it must not lose precision.</summary>
public sealed class CoxHardCaseTests
{
    private static readonly double[] Ages = [61, 48, 73, 55, 66, 70, 59, 62];
    private static readonly double[] Doses = [0, 1, 1, 0, 1, 0, 0, 1];
    private static readonly Surv Response = Surv.Right([1, 2, 3, 4, 5, 6, 7, 8], new double[] { 1, 0, 1, 1, 0, 1, 1, 0 });

    [Theory]
    [InlineData(Ties.Efron)]
    [InlineData(Ties.Breslow)]
    public void All_events_at_one_time_say_nothing_about_covariates_by_Breslow_and_are_fitted(Ties ties)
    {
        Surv tied = Surv.Right([3, 3, 3, 3], new double[] { 1, 1, 1, 1 });
        CoxFit fit = CoxModel.Fit(tied, DesignMatrix.FromColumns(("x", [1, 2, 4, 7])), new() { Ties = ties });

        // All events are at one time: the score at 0 is 0 by either method, hence a coefficient of 0.
        Assert.Equal(FitStatus.Converged, fit.Status);
        Assert.Equal(0, fit["x"].Coefficient, 1e-12);
        Assert.Equal(0, fit.Score.Statistic!.Value, 1e-12);
        Close.To(ties == Ties.Efron ? -Math.Log(24) : -4 * Math.Log(4), fit.NullLogLikelihood, "log-likelihood", 1e-14);
    }

    [Fact]
    public void One_event_of_the_one_with_the_largest_value_is_separation()
    {
        Surv response = Surv.Right([1, 2, 3], new double[] { 1, 0, 0 });

        CoxFit fit = CoxModel.Fit(response, DesignMatrix.FromColumns(("x", [5, 1, 2])));
        Assert.Equal(FitStatus.Separation, fit.Status);
        Assert.Equal(["x"], fit.AtFault);
    }

    [Fact]
    public void One_event_within_the_range_is_fitted()
    {
        Surv response = Surv.Right([1, 2, 3], new double[] { 1, 0, 0 });
        CoxFit fit = CoxModel.Fit(response, DesignMatrix.FromColumns(("x", [0, -1, 2])));

        // The mean of x over the risk set equals that of the event, 0, where -e^-b + 2 e^2b = 0: b = -log(2)/3.
        Assert.Equal(FitStatus.Converged, fit.Status);
        Close.To(-Math.Log(2) / 3, fit["x"].Coefficient, "coefficient", 1e-9);
    }

    [Fact]
    public void No_event_is_a_status_and_a_sentence()
    {
        CoxFit fit = CoxModel.Fit(Surv.Right([1, 2, 3], [false, false, false]), DesignMatrix.FromColumns(("x", [5, 1, 2])));

        Assert.Equal(FitStatus.NoEvents, fit.Status);
        Assert.False(fit["x"].IsEstimable);
        Assert.Equal("No event was observed: nothing can be estimated.", fit.StatusSentence);
        Assert.Equal(1, fit.LikelihoodRatio.P);
        Assert.DoesNotContain("NaN", fit.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Events_of_weight_0_are_none()
    {
        CoxFit fit =
            CoxModel.Fit(Surv.Right([1, 2, 3], [true, false, false]), DesignMatrix.FromColumns(("x", [5, 1, 2])), weights: [0, 1, 1]);

        Assert.Equal(FitStatus.NoEvents, fit.Status);
        Assert.Equal(0, fit.Events);
    }

    [Fact]
    public void Complete_separation_names_the_term_and_fits_the_others()
    {
        // All with x have their events first.
        Surv response = Surv.Right([1, 2, 3, 4, 5, 6, 7, 8], new double[] { 1, 1, 1, 0, 1, 0, 1, 0 });
        CoxFit fit = CoxModel.Fit(response, DesignMatrix.FromColumns(("age", Ages), ("x", [1, 1, 1, 0, 0, 0, 0, 0])));

        Assert.Equal(FitStatus.Separation, fit.Status);
        Assert.Equal(["x"], fit.AtFault);
        Assert.Contains("x separates the events", fit.StatusSentence, StringComparison.Ordinal);
        Assert.Contains("x separates the events", fit.ToString(), StringComparison.Ordinal);
        Assert.True(double.IsFinite(fit["age"].Coefficient));
        Assert.True(Math.Abs(fit["age"].Coefficient) < 1);
    }

    [Fact]
    public void Collinear_columns_are_named_and_the_others_fitted()
    {
        double[] twice = [.. Ages.Select(age => (2 * age) + 10)];
        CoxFit fit = CoxModel.Fit(Response, DesignMatrix.FromColumns(("age", Ages), ("dose", Doses), ("twice", twice)));
        CoxFit without = CoxModel.Fit(Response, DesignMatrix.FromColumns(("age", Ages), ("dose", Doses)));

        Assert.Equal(FitStatus.Singular, fit.Status);
        Assert.Equal(["twice"], fit.AtFault);
        Assert.Contains("twice", fit.StatusSentence, StringComparison.Ordinal);
        Assert.False(fit["twice"].IsEstimable);
        Assert.Equal(2, fit.DegreesOfFreedom);
        Close.To(without["age"].Coefficient, fit["age"].Coefficient, "coefficient of age");
        Close.To(without.Wald.Statistic!.Value, fit.Wald.Statistic!.Value, "Wald test");
        Assert.DoesNotContain("NaN", fit.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(1e9)]
    public void A_constant_column_is_named(double value)
    {
        CoxFit fit = CoxModel.Fit(Response, DesignMatrix.FromColumns(("constant", [.. Ages.Select(_ => value)]), ("age", Ages)));

        Assert.Equal(FitStatus.Singular, fit.Status);
        Assert.Equal(["constant"], fit.AtFault);
        Assert.True(fit["age"].IsEstimable);
    }

    [Fact]
    public void A_column_constant_within_each_stratum_is_named()
    {
        CoxFit fit = CoxModel.Fit(Response, DesignMatrix.FromColumns(("age", Ages), ("dose", Doses)), strata: [0, 1, 1, 0, 1, 0, 0, 1]);

        Assert.Equal(FitStatus.Singular, fit.Status);
        Assert.Equal(["dose"], fit.AtFault);
    }

    [Theory]
    [InlineData(1e-6)]
    [InlineData(1e6)]
    [InlineData(1e12)]
    [InlineData(1e-100)]
    public void Units_change_nothing_but_the_coefficient(double scale)
    {
        CoxFit fit = CoxModel.Fit(Response, DesignMatrix.FromColumns(("age", Ages), ("dose", Doses)));
        CoxFit scaled = CoxModel.Fit(Response, DesignMatrix.FromColumns(("age", [.. Ages.Select(age => age * scale)]), ("dose", Doses)));

        Assert.Equal(FitStatus.Converged, scaled.Status);
        Assert.Equal(1, scaled["age"].Coefficient * scale / fit["age"].Coefficient, 1e-10);
        Close.To(fit["age"].Z, scaled["age"].Z, "z", 1e-10);
        Close.To(fit.Wald.Statistic!.Value, scaled.Wald.Statistic!.Value, "Wald test", 1e-10);
    }

    [Fact]
    public void A_mean_of_1e9_does_not_cost_the_digits_of_the_coefficient()
    {
        DataFrame lung = SampleData.Load("lung");
        CoxFit fit = CoxModel.Fit(lung, "Surv(time, status) ~ age + sex");
        CoxFit moved = CoxModel.Fit(lung, "Surv(time, status) ~ I(age + 1e9) + sex");

        Assert.Equal(FitStatus.Converged, moved.Status);
        Close.To(fit["age"].Coefficient, moved["I(age + 1e+09)"].Coefficient, "coefficient", 1e-6);
        Close.To(fit.LogLikelihood, moved.LogLikelihood, "log-likelihood", 1e-10);
    }

    [Fact]
    public void An_extreme_value_of_weight_0_does_not_disturb_the_others()
    {
        double[] ages = [.. Ages];
        ages[4] = 1e9;
        CoxFit fit = CoxModel.Fit(Response, DesignMatrix.FromColumns(("age", ages)), weights: [1, 1, 1, 1, 0, 1, 1, 1]);
        int[] kept = [0, 1, 2, 3, 5, 6, 7];
        CoxFit without = CoxModel.Fit(
            Surv.Right([.. kept.Select(i => Response.Time[i])], [.. kept.Select(i => Response.Event[i])]),
            DesignMatrix.FromColumns(("age", [.. kept.Select(i => Ages[i])])));

        Assert.Equal(FitStatus.Converged, fit.Status);
        Close.To(without["age"].Coefficient, fit["age"].Coefficient, "coefficient");
        Close.To(without.LogLikelihood, fit.LogLikelihood, "log-likelihood");
    }

    [Fact]
    public void Weights_that_are_all_0_are_refused()
    {
        DesignMatrix design = DesignMatrix.FromColumns(("age", Ages));

        Assert.Equal(
            "All weights are 0; a weight above 0 was expected.",
            Assert.Throws<SurvivalDataException>(() => CoxModel.Fit(Response, design, weights: new double[8])).Message);
        Assert.Throws<SurvivalDataException>(() => KaplanMeier.Fit(Response, weights: new double[8]));
    }

    [Fact]
    public void An_offset_of_1000_in_one_stratum_cancels()
    {
        DesignMatrix design = DesignMatrix.FromColumns(("age", Ages));
        int[] strata = [0, 0, 0, 0, 1, 1, 1, 1];
        CoxFit fit = CoxModel.Fit(Response, design, strata: strata);
        CoxFit moved = CoxModel.Fit(Response, design, strata: strata, offset: [1000, 1000, 1000, 1000, 0, 0, 0, 0]);

        Close.To(fit.LogLikelihood, moved.LogLikelihood, "log-likelihood");
        Close.To(fit["age"].Coefficient, moved["age"].Coefficient, "coefficient");
    }

    [Fact]
    public void Strata_and_levels_that_no_row_has_change_nothing()
    {
        DataFrame data = CsvText.Read(
            "time,status,age,arm,site\n1,1,61,a,s\n2,0,48,b,s\n3,1,73,b,t\n4,1,55,a,t\n5,0,66,b,s\n6,1,70,a,t\n7,1,59,a,s\n8,0,62,b,t\n",
            CsvText.Schema(("arm", ColumnKind.Factor("a", "never", "b")), ("site", ColumnKind.Factor("r", "s", "t"))));
        CoxFit fit = CoxModel.Fit(data, "Surv(time, status) ~ age + arm + strata(site)");
        CoxFit plain = CoxModel.Fit(data, "Surv(time, status) ~ age + factor(arm) + strata(factor(site))");

        // As in R, a level without a row has a coefficient that is not estimable, and factor() drops it.
        Assert.Equal(FitStatus.Singular, fit.Status);
        Assert.Equal(["armnever"], fit.AtFault);
        Assert.Equal(FitStatus.Converged, plain.Status);
        Close.To(plain["factor(arm)b"].Coefficient, fit["armb"].Coefficient, "coefficient");
        Assert.Equal(["arm=a", "arm=b"], KaplanMeier.Fit(data, "Surv(time, status) ~ arm").Select(curve => curve.Group));
        Assert.Equal(["arm=a", "arm=b"], LogRank.Test(data, "Surv(time, status) ~ arm + strata(site)").Groups.Select(group => group.Group));
    }

    [Fact]
    public void One_observation_is_no_ground_for_a_coefficient()
    {
        CoxFit fit = CoxModel.Fit(Surv.Right([5], [true]), DesignMatrix.FromColumns(("x", [3])));

        Assert.Equal(FitStatus.Singular, fit.Status);
        Assert.Equal(0, fit.LogLikelihood);
        Assert.True(double.IsNaN(fit.Concordance.Estimate));
        Assert.DoesNotContain("NaN", fit.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e-12)]
    [InlineData(1e12)]
    [InlineData(1e300)]
    public void Only_the_order_of_the_times_counts(double unit)
    {
        DesignMatrix design = DesignMatrix.FromColumns(("age", Ages));
        CoxFit fit = CoxModel.Fit(Response, design);
        Surv scaled = Surv.Right([.. Response.Time.Select(time => time * unit)], Response.Event.AsSpan());

        // In units as small as 1e-12 R's rule for near ties, which is absolute below 1.5e-8, would make all times one.
        CoxFit other = CoxModel.Fit(scaled, design, new() { JoinNearTies = unit > 1 });
        Close.To(fit["age"].Coefficient, other["age"].Coefficient, "coefficient", 1e-12);
    }

    [Fact]
    public void Risks_that_span_many_orders_keep_their_digits_when_the_largest_comes_late()
    {
        // The row with the largest risk enters after the first event: the sums of the earlier risk set must not keep its rounding error.
        Surv response = Surv.Counting([0, 0, 0, 5], [2, 4, 10, 9], [true, true, false, true]);
        double[] offset = [0, 0, 0, 30];
        CoxFit fit = CoxModel.Fit(response, DesignMatrix.FromColumns(), offset: offset);

        Close.To(-Math.Log(3) - Math.Log(2) - Math.Log(1 + Math.Exp(-30)), fit.NullLogLikelihood, "log-likelihood", 1e-9);
    }
}
