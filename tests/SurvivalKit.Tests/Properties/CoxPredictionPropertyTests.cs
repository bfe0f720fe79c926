using FsCheck.Fluent;

namespace SurvivalKit.Tests;

public sealed class CoxPredictionPropertyTests
{
    [Theory]
    [InlineData(Ties.Breslow)]
    [InlineData(Ties.Efron)]
    public void Predictions_for_the_data_of_the_fit_are_those_of_the_fit(Ties ties) => Claim.Holds(Cases.Tied, study =>
    {
        CoxFit fit = CoxModel.Fit(study.Response, study.Design, new() { Ties = ties }, strata: study.Group, weights: study.Weights);
        foreach (CoxReference reference in Enum.GetValues<CoxReference>())
        {
            Assert.Equal(
                fit.Predict(reference).LinearPredictor, fit.Predict(study.Design, study.Group, reference: reference).LinearPredictor);
            Assert.Equal(fit.Predict(reference).StandardError, fit.Predict(study.Design, study.Group, reference: reference).StandardError);
        }

        Assert.Equal(fit.Expected().StandardError, fit.Expected(study.Response, study.Design, study.Group).StandardError);
        CoxFit loaded = CoxFit.FromJson(fit.ToJson());
        Assert.Equal(fit.Predict().LinearPredictor, loaded.Predict(study.Design, study.Group).LinearPredictor);
        Assert.Equal(
            fit.Curves(study.Design, study.Group).SelectMany(curve => curve.Steps),
            loaded.Curves(study.Design, study.Group).SelectMany(curve => curve.Steps));
    });

    [Theory]
    [InlineData(Ties.Breslow)]
    [InlineData(Ties.Efron)]
    public void Baseline_survival_falls_from_1_and_not_below_0(Ties ties) => Claim.Holds(Cases.Tied, study =>
    {
        foreach (CoxCurve curve in CoxModel.Fit(study.Response, study.Design, new() { Ties = ties }, strata: study.Group).Baseline())
        {
            double before = 1;
            foreach (CoxEstimate step in curve.Steps)
            {
                Assert.InRange(step.Survival, 0, before);
                before = step.Survival;
            }
        }
    });

    // The martingale residuals of a fit sum to 0, within each stratum too.
    [Theory]
    [InlineData(Ties.Breslow)]
    [InlineData(Ties.Efron)]
    public void As_many_events_are_expected_as_were_seen(Ties ties) => Claim.Holds(Cases.Tied, study =>
    {
        CoxFit fit = CoxModel.Fit(study.Response, study.Design, new() { Ties = ties }, strata: study.Group);
        CoxExpected expected = fit.Expected();
        foreach (int group in new[] { 0, 1 })
        {
            int[] rows = [.. Enumerable.Range(0, study.Count).Where(row => study.Group[row] == group)];
            Assert.Equal(rows.Count(row => study.Subjects[row].Event), rows.Sum(row => expected.Events[row]), 1e-9);
        }
    });

    [Fact]
    public void Hazards_over_adjacent_intervals_add_up() => Claim.Holds(Cases.Tied, study =>
    {
        CoxFit fit = CoxModel.Fit(study.Response, study.Design);
        double[] end = [.. study.Subjects.Select(subject => subject.Time + 1.0)];
        bool[] events = new bool[study.Count];
        double[] whole = [.. fit.Expected(Surv.Right(end, events), study.Design).Events];
        double[] start = [.. study.Subjects.Select(subject => subject.Time / 2.0)];
        double[] first = [.. fit.Expected(Surv.Right(start, events), study.Design).Events];
        double[] second = [.. fit.Expected(Surv.Counting(start, end, events), study.Design).Events];
        Assert.All(Enumerable.Range(0, study.Count), row =>
            Assert.Equal(whole[row], first[row] + second[row], 1e-12 * Math.Max(1, whole[row])));
    });

    [Fact]
    public void A_scaled_and_shifted_covariate_predicts_the_same() => Claim.HoldsWhereItApplies(
        from study in Cases.Tied
        from shift in Gen.Elements(-100.0, 0, 1e4)
        from scale in Gen.Elements(-2.0, 0.01, 1e3)
        select (Study: study, Shift: shift, Scale: scale),
        given =>
        {
            Study study = given.Study;
            DesignMatrix moved = DesignMatrix.FromColumns(("x", [.. study.X.Select(x => (given.Scale * x) + given.Shift)]), ("z", study.Z));
            CoxFit fit = CoxModel.Fit(study.Response, study.Design);
            CoxFit other = CoxModel.Fit(study.Response, moved);
            if (fit.Status != FitStatus.Converged || other.Status != FitStatus.Converged)
            {
                return false;
            }

            CoxEstimate[] expected = [.. fit.Curves(study.Design).Select(curve => curve.At(6)[0])];
            CoxEstimate[] actual = [.. other.Curves(moved).Select(curve => curve.At(6)[0])];
            for (int row = 0; row < expected.Length; row++)
            {
                Assert.Equal(
                    expected[row].CumulativeHazard, actual[row].CumulativeHazard, 1e-6 * Math.Max(1, expected[row].CumulativeHazard));
                Assert.Equal(expected[row].HazardError, actual[row].HazardError, 1e-6 * Math.Max(1, expected[row].HazardError));
            }

            return true;
        });

    // The definition: with a coefficient held at a limit, the likelihood maximised over the others is half a chi-square quantile below the
    // maximum.
    [Theory]
    [InlineData(0.8)]
    [InlineData(0.95)]
    public void At_a_profile_limit_the_likelihood_has_fallen_by_half_the_quantile(double level) => Claim.HoldsWhereItApplies(
        Cases.Tied,
        study =>
        {
            CoxFit fit = CoxModel.Fit(study.Response, study.Design, weights: study.Weights);
            if (fit.Status != FitStatus.Converged)
            {
                return false;
            }

            double quantile = Math.Pow(ReferenceDistribution.NormalTwoSidedQuantile(1 - level), 2);
            ProfileIntervals intervals = fit.ProfileIntervals(level);
            foreach ((ProfileInterval interval, double[] held, double[] free) in new[] { (intervals[0], study.X, study.Z), (
                intervals[1], study.Z, study.X) })
            {
                Assert.True(interval.LowerCoefficient < interval.Coefficient && interval.Coefficient < interval.UpperCoefficient);
                foreach (double limit in new[] { interval.LowerCoefficient, interval.UpperCoefficient })
                {
                    if (double.IsInfinity(limit))
                    {
                        // The likelihood approaches a limit before it has fallen that far.
                        Assert.InRange(Fall(Math.Sign(limit) * Math.Max(8, 1.2 * Math.Abs(interval.Coefficient))), 0, quantile);
                    }
                    else
                    {
                        Assert.Equal(quantile, Fall(limit), 1e-6);
                    }
                }

                double Fall(double coefficient)
                {
                    double[] offset = [.. held.Select(value => coefficient * value)];
                    CoxFit rest =
                        CoxModel.Fit(study.Response, DesignMatrix.FromColumns(("free", free)), weights: study.Weights, offset: offset);
                    return 2 * (fit.LogLikelihood - rest.LogLikelihood);
                }
            }

            return true;
        },
        mostLeftOut: 0.1,
        count: 60);

    [Fact]
    public void The_likelihood_ratio_of_a_term_is_that_of_the_fit_without_it() => Claim.HoldsWhereItApplies(Cases.Tied, study =>
    {
        CoxFit large = CoxModel.Fit(study.Response, study.Design);
        CoxFit small = CoxModel.Fit(study.Response, DesignMatrix.FromColumns(("x", study.X)));
        if (large.Status != FitStatus.Converged || small.Status != FitStatus.Converged)
        {
            return false;
        }

        TestResult term = large.LikelihoodRatioTestOf("z");
        Assert.Equal(large.CompareWith(small).Test.Statistic!.Value, term.Statistic!.Value, 1e-8 * Math.Max(1, term.Statistic.Value));
        Assert.Equal(
            large.LikelihoodRatio.Statistic!.Value,
            large.LikelihoodRatioTestOf("x", "z").Statistic!.Value,
            1e-8 * Math.Max(1, term.Statistic.Value));
        Assert.Equal(
            large.Wald.Statistic!.Value, large.WaldTestOf("x", "z").Statistic!.Value, 1e-6 * Math.Max(1, large.Wald.Statistic.Value));
        return true;
    });
}
