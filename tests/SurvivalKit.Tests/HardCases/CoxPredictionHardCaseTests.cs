using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Predictions and intervals in difficult cases.</summary>
public sealed class CoxPredictionHardCaseTests
{
    private const string Trial =
        "time,status,x,arm,centre\n1,1,0.5,a,A\n2,1,1.5,b,A\n3,0,0.1,a,A\n4,1,0.9,b,B\n5,1,0.2,a,B\n6,0,0.4,b,B\n7,1,0.3,b,A\n";

    private static readonly CoxFit Fit = CoxModel.Fit(CsvText.Read(Trial), "Surv(time, status) ~ x + arm + strata(centre)");

    // Times 1, 2, 3 with risk sets of 4, 3, 1 and no covariate: Breslow adds 1/4, 1/3 and 1/1, as Nelson and Aalen do.
    [Fact]
    public void Without_covariates_the_hazard_is_Nelson_and_Aalens_and_so_is_its_error()
    {
        CoxFit none =
            CoxModel.Fit(CsvText.Read("time,status\n1,1\n2,1\n2,0\n3,1\n"), "Surv(time, status) ~ 1", new() { Ties = Ties.Breslow });
        CoxEstimate[] steps = [.. none.Baseline()[0].Steps];
        Assert.Equal(
            [1 / 4.0, 7 / 12.0, 19 / 12.0], steps.Select(step => step.CumulativeHazard), (left, right) => Math.Abs(left - right) < 1e-15);
        Assert.Equal(
            [1 / 16.0, 25 / 144.0, 169 / 144.0],
            steps.Select(step => step.HazardError * step.HazardError),
            (left, right) => Math.Abs(left - right) < 1e-14);
    }

    // Efron splits the two tied events of 4 at risk into 1/4 and 1/3; the variance is 1/16 + 1/9.
    [Fact]
    public void Efron_splits_a_tied_time()
    {
        CoxFit none = CoxModel.Fit(CsvText.Read("time,status\n1,1\n1,1\n2,0\n3,0\n"), "Surv(time, status) ~ 1");
        CoxEstimate step = none.Baseline()[0].Steps[0];
        Assert.Equal(7 / 12.0, step.CumulativeHazard, 1e-15);
        Assert.Equal(25 / 144.0, step.HazardError * step.HazardError, 1e-15);
    }

    [Fact]
    public void An_unknown_level_is_named_with_its_place() => Assert.Contains(
        "row 2, column \"arm\": \"c\" is none of the levels \"a\", \"b\"",
        Assert.Throws<SurvivalDataException>(() => Fit.Predict(CsvText.Read("x,arm,centre\n1,a,A\n1,c,A\n"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void An_unknown_stratum_is_named_with_its_place() => Assert.Contains(
        "row 1, column \"centre\": \"C\" is none of the levels \"A\", \"B\"",
        Assert.Throws<SurvivalDataException>(() => Fit.Curves(CsvText.Read("x,arm,centre\n1,a,C\n"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_missing_column_is_named() => Assert.Contains(
        "there is no column \"x\"", Assert.ThrowsAny<SurvivalDataException>(
            () => Fit.Predict(CsvText.Read("arm,centre\na,A\n"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_value_is_a_missing_prediction_and_counted()
    {
        DataFrame rows = CsvText.Read("x,arm,centre\n1,a,A\n,b,A\n0.5,b,B\n");
        CoxPredictions predictions = Fit.Predict(rows);
        Assert.Equal(1, predictions.Missing);
        Assert.Equal([false, true, false], predictions.LinearPredictor.Select(double.IsNaN));
        Assert.Equal(["A", null, "B"], predictions.Strata);
        Assert.Null(predictions.ToDataFrame()["linear_predictor"][1]);
        CoxCurves curves = Fit.Curves(rows);
        Assert.Equal(1, curves.Missing);
        Assert.Equal([1, 3], curves.Select(curve => curve.Row!.Value));
        Assert.Equal(["A", "B"], curves.Select(curve => curve.Stratum));
    }

    [Fact]
    public void Rows_that_name_no_stratum_have_a_curve_in_each() =>
        Assert.Equal(["A", "B", "A", "B"], Fit.Curves(CsvText.Read("x,arm\n1,a\n0,b\n")).Select(curve => curve.Stratum));

    [Fact]
    public void No_rows_have_no_predictions()
    {
        DataFrame none = CsvText.Read("x,arm,centre\n1,a,A\n").Head(0);
        Assert.Equal(0, Fit.Predict(none).Count);
        Assert.Empty(Fit.Curves(none));
    }

    [Fact]
    public void Without_an_event_all_survive()
    {
        CoxFit fit = CoxModel.Fit(CsvText.Read("time,status,x\n1,0,1\n2,0,2\n"), "Surv(time, status) ~ x");
        Assert.Equal(FitStatus.NoEvents, fit.Status);
        Assert.All(fit.Baseline()[0].Steps, step => Assert.Equal((1.0, 0.0), (step.Survival, step.StandardError)));
        Assert.All(CoxFit.FromJson(fit.ToJson()).Baseline()[0].Survival, survival => Assert.Equal(1, survival));
        Assert.True(double.IsNaN(fit.ProfileInterval("x").Lower));
    }

    [Fact]
    public void Under_separation_one_limit_is_finite()
    {
        CoxFit fit = CoxModel.Fit(
            CsvText.Read("time,status,x,z\n1,1,1,0.2\n2,1,1,0.9\n3,0,0,0.4\n4,0,0,0.1\n5,0,0,0.5\n"), "Surv(time, status) ~ x");
        ProfileInterval interval = fit.ProfileInterval("x");
        Assert.Equal(double.PositiveInfinity, interval.Upper);
        Assert.True(double.IsFinite(interval.LowerCoefficient));

        // Each of the two events has probability e^b/(2 e^b + 3) x e^b/(e^b + 3) against its supremum 1/2.
        double b = interval.LowerCoefficient;
        double value = (2 * b) - Math.Log((2 * Math.Exp(b)) + 3) - Math.Log(Math.Exp(b) + 3);
        Assert.Equal(1.959963984540054 * 1.959963984540054, 2 * (Math.Log(0.5) - value), 1e-7);
    }

    [Fact]
    public void In_one_stratum_too_predictors_are_centred_at_its_means()
    {
        CoxFit fit = CoxModel.Fit(
            CsvText.Read("time,status,b,s\n1,1,1,k\n2,1,1,k\n3,0,0,k\n4,1,1,k\n5,1,0,k\n6,0,1,k\n"), "Surv(time, status) ~ b + strata(s)");

        // Without strata an indicator has the reference 0; in a stratum, R's reference is the mean, here 4 of 6.
        Assert.Equal(fit["b"].Coefficient / 3, fit.Predict().LinearPredictor[0], 1e-12);
        Assert.Equal(-fit["b"].Coefficient * 2 / 3, fit.Predict().LinearPredictor[2], 1e-12);
    }

    [Fact]
    public void A_redundant_column_predicts_as_if_it_were_not_there()
    {
        CoxFit with = CoxModel.Fit(CsvText.Read(Trial), "Surv(time, status) ~ x + I(x * 2)");
        CoxFit without = CoxModel.Fit(CsvText.Read(Trial), "Surv(time, status) ~ x");
        Assert.Equal(FitStatus.Singular, with.Status);
        Assert.Equal(without.Predict().LinearPredictor, with.Predict().LinearPredictor, (left, right) => Math.Abs(left - right) < 1e-9);
        Assert.Equal(without.Baseline()[0].HazardError, with.Baseline()[0].HazardError, (left, right) => Math.Abs(left - right) < 1e-9);
        Assert.True(double.IsNaN(with.ProfileInterval("I(x * 2)").Upper));
        Assert.Equal(1, with.LikelihoodRatioTestOf("x", "I(x * 2)").DegreesOfFreedom);
        Assert.Equal(0, with.LikelihoodRatioTestOf("x").DegreesOfFreedom);
        Assert.Equal(with.ToJson(), CoxFit.FromJson(with.ToJson()).ToJson());
    }

    [Theory]
    [InlineData("Surv(time, status) ~ x", "fits to the same rows", 6)]
    [InlineData("Surv(time, status) ~ arm + I(x > 0.3) + x", "a model within the larger one", 7)]
    [InlineData("Surv(time, status) ~ x + strata(centre)", "the same response, strata, weights and offset", 7)]
    public void What_is_not_nested_is_not_compared(string other, string sentence, int rows)
    {
        DataFrame data = CsvText.Read(Trial);
        CoxFit large = CoxModel.Fit(data, "Surv(time, status) ~ x + arm");
        CoxFit small = CoxModel.Fit(data.Head(rows), other);
        Assert.Contains(sentence, Assert.Throws<SurvivalDataException>(() => large.CompareWith(small)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_to_columns_does_not_predict_for_frames_and_the_other_way_round_it_names_the_columns()
    {
        CoxFit columns = CoxModel.Fit(Surv.Right([1, 2, 3], [true, true, false]), DesignMatrix.FromColumns(("x", [1, 2, 1])));
        Assert.Contains(
            "fitted to columns",
            Assert.Throws<SurvivalDataException>(() => columns.Predict(CsvText.Read("x\n1\n"))).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "x, armb",
            Assert.Throws<SurvivalDataException>(() => Fit.Predict(DesignMatrix.FromColumns(("x", [1.0])))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Augment_keeps_the_rows_of_the_data_and_leaves_out_those_of_the_fit_as_missing()
    {
        DataFrame data = CsvText.Read(Trial.Replace("3,0,0.1,a,A", "3,0,,a,A", StringComparison.Ordinal));
        CoxFit fit = CoxModel.Fit(data, "Surv(time, status) ~ x");
        DataFrame augmented = fit.Augment(data);
        Assert.Equal(7, augmented.Rows.Count);
        Assert.Null(augmented[".fitted"][2]);
        Assert.Equal(fit.Predict().LinearPredictor[2], augmented[".fitted"][3]);
        Assert.Equal(1 - (double)augmented[".expected"][0], (double)augmented[".resid"][0], 1e-12);
        Assert.Equal([1, 2, 4, 5, 6, 7], fit.Augment()[".row"].Cast<int>());
        Assert.Equal(5, data.Columns.Count);
        Assert.Contains(
            "the data of the fit were expected",
            Assert.Throws<SurvivalDataException>(() => fit.Augment(data.Head(3))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Glance_is_one_row_of_the_results()
    {
        DataFrame row = Fit.Glance.ToDataFrame();
        Assert.Equal(1, row.Rows.Count);
        Assert.Equal(Fit.LogLikelihood, row["log_lik"][0]);
        Assert.Equal(Fit.LikelihoodRatio.P, row["lr_p"][0]);
        Assert.Equal("Converged", row["status"][0]);
        Assert.Null(row["robust_score"][0]);
    }

    [Fact]
    public void For_many_observations_the_profile_interval_is_nearly_Walds() => RandomSeed.Run(seed =>
    {
        var random = new Random(seed);
        double[] x = [.. Enumerable.Range(0, 20_000).Select(_ => random.NextDouble())];
        double[] time = [.. x.Select(value => -Math.Log(random.NextDouble()) * Math.Exp(-value))];
        CoxFit fit = CoxModel.Fit(Surv.Right(time, [.. x.Select(_ => true)]), DesignMatrix.FromColumns(("x", x)));
        ProfileInterval interval = fit.ProfileInterval("x");
        Assert.Equal(fit.Terms[0].Lower, interval.Lower, 1e-3);
        Assert.Equal(fit.Terms[0].Upper, interval.Upper, 1e-3);
    });

    [Fact]
    public void Firths_penalty_gives_separated_data_two_finite_limits()
    {
        CoxFit fit = CoxModel.Fit(
            CsvText.Read("time,status,x\n1,1,1\n2,1,1\n3,0,0\n4,0,0\n5,0,0\n"), "Surv(time, status) ~ x", new() { Firth = true });
        ProfileInterval interval = fit.ProfileInterval("x");
        double[] x = [1, 1, 0, 0, 0];
        foreach (double limit in new[] { interval.LowerCoefficient, interval.UpperCoefficient })
        {
            // Without an iteration the penalised likelihood is that at 0; an offset makes it that at the limit.
            CoxFit at = CoxModel.Fit(
                Surv.Right([1, 2, 3, 4, 5], [true, true, false, false, false]), DesignMatrix.FromColumns(("x", x)),
                new() { Firth = true, MaxIterations = 0 }, offset: [.. x.Select(value => limit * value)]);
            Assert.Equal(1.959963984540054 * 1.959963984540054, 2 * (fit.LogLikelihood - at.NullLogLikelihood), 1e-6);
        }

        Assert.Equal(fit.LikelihoodRatio.Statistic!.Value, fit.LikelihoodRatioTestOf("x").Statistic!.Value, 1e-8);
        Assert.Contains("Firth", Assert.Throws<SurvivalDataException>(() => fit.CompareWith(fit)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Ties.Exact, 0)]
    [InlineData(Ties.Efron, 2)]
    public void Exact_ties_and_a_ridge_penalty_are_saved_predicted_and_profiled(Ties ties, double ridge)
    {
        CoxFit fit = CoxModel.Fit(CsvText.Read(Trial), "Surv(time, status) ~ x + arm", new() { Ties = ties, Ridge = ridge });
        CoxFit loaded = CoxFit.FromJson(fit.ToJson());
        Assert.Equal(fit.Glance, loaded.Glance);
        Assert.Equal(fit.ToString(), loaded.ToString());
        Assert.Equal(fit.Baseline()[0].Steps, loaded.Baseline()[0].Steps);
        ProfileInterval interval = fit.ProfileInterval("x");
        ModelFrame frame = ModelFrame.Build(CsvText.Read(Trial), "Surv(time, status) ~ x + arm");
        Surv response = frame.Response;
        (double[] x, double[] arm) = (frame.Design().Column(0).ToArray(), frame.Design().Column(1).ToArray());
        double top = Penalised(interval.Coefficient);
        foreach (double limit in new[] { interval.LowerCoefficient, interval.UpperCoefficient })
        {
            Assert.Equal(1.959963984540054 * 1.959963984540054, 2 * (top - Penalised(limit)), 1e-6);
        }

        // With x held fixed the other coefficient is fitted alone; both are penalised, in standard deviations of their columns.
        double Penalised(double coefficient)
        {
            CoxFit rest = CoxModel.Fit(
                response, DesignMatrix.FromColumns(("arm", arm)), new() { Ties = ties, Ridge = ridge }, offset: [
                    .. x.Select(value => coefficient * value)
                ]);
            return rest.LogLikelihood - (ridge / 2 * (Square(coefficient, x) + Square(rest.Terms[0].Coefficient, arm)));
        }

        static double Square(double coefficient, double[] column) =>
            Math.Pow(coefficient * SampleSummary.Summarize(column).StandardDeviation, 2);
    }
}
