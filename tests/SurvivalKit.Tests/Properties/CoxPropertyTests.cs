using FsCheck.Fluent;

namespace SurvivalKit.Tests;

public sealed class CoxPropertyTests
{
    private const double Rounding = 1e-7;

    [Fact]
    public void By_Breslow_a_weight_is_so_many_rows() => Claim.HoldsWhereItApplies(Cases.Tied, study =>
    {
        var repeated = new Study([.. study.Subjects.SelectMany(subject => Enumerable.Repeat(subject, subject.Weight))]);
        return SameFit(
            CoxModel.Fit(repeated.Response, repeated.Design, new() { Ties = Ties.Breslow }),
            CoxModel.Fit(study.Response, study.Design, new() { Ties = Ties.Breslow }, weights: study.Weights));
    });

    // Efron uses the mean weight of tied events; only weights of censored rows are equivalent to repeated rows.
    [Fact]
    public void By_Efron_a_weight_of_the_untied_censored_is_so_many_rows() => Claim.HoldsWhereItApplies(Cases.Untied, study =>
    {
        var repeated = new Study([.. study.Subjects.SelectMany(subject => Enumerable.Repeat(subject, subject.Event ? 1 : subject.Weight))]);
        double[] weights = [.. study.Subjects.Select(subject => subject.Event ? 1.0 : subject.Weight)];
        return SameFit(CoxModel.Fit(repeated.Response, repeated.Design), CoxModel.Fit(study.Response, study.Design, weights: weights));
    });

    [Theory]
    [InlineData(Ties.Breslow)]
    [InlineData(Ties.Efron)]
    public void A_weight_of_0_is_no_row(Ties ties) => Claim.HoldsWhereItApplies(Cases.Tied, study =>
    {
        double[] weights = [.. study.Subjects.Select((subject, i) => i > 5 && i % 3 == 0 ? 0.0 : subject.Weight)];
        var kept = new Study([.. study.Subjects.Where((_, i) => weights[i] > 0)]);
        CoxFit with = CoxModel.Fit(study.Response, study.Design, new() { Ties = ties }, weights: weights);
        CoxFit without = CoxModel.Fit(kept.Response, kept.Design, new() { Ties = ties }, weights: kept.Weights);
        Assert.Equal(without.Events, with.Events);
        return SameFit(without, with);
    });

    [Theory]
    [InlineData(Ties.Breslow)]
    [InlineData(Ties.Efron)]
    public void The_order_of_the_rows_does_not_matter(Ties ties) => Claim.HoldsWhereItApplies(Cases.Permuted, permuted =>
    {
        var other = new Study([.. permuted.Order.Select(i => permuted.Study.Subjects[i])]);
        return SameFit(
            CoxModel.Fit(permuted.Study.Response, permuted.Study.Design, new() { Ties = ties }, weights: permuted.Study.Weights),
            CoxModel.Fit(other.Response, other.Design, new() { Ties = ties }, weights: other.Weights));
    });

    [Fact]
    public void Shifting_and_scaling_a_covariate_only_scales_its_coefficient() => Claim.HoldsWhereItApplies(
        from study in Cases.Tied
        from shift in Gen.Elements(-1e6, -3.5, 0, 100, 1e6)
        from power in Gen.Choose(-6, 6)
        from sign in Gen.Elements(-1.0, 1.0)
        select (Study: study, Shift: shift, Scale: sign * Math.Pow(10, power)),
        given =>
        {
            DesignMatrix moved = DesignMatrix.FromColumns(
                ("x", [.. given.Study.X.Select(x => given.Scale * (x + given.Shift))]), ("z", given.Study.Z));
            CoxFit fit = CoxModel.Fit(given.Study.Response, given.Study.Design);
            CoxFit other = CoxModel.Fit(given.Study.Response, moved);

            Assert.Equal(fit.Status, other.Status);
            Assert.Equal(fit.AtFault, other.AtFault);
            SameLogLikelihood(fit, other);
            if (fit.Status != FitStatus.Converged)
            {
                return false;
            }

            Near(fit["x"].Coefficient, other["x"].Coefficient * given.Scale, "coefficient of x");
            Near(fit["x"].Z, other["x"].Z * Math.Sign(given.Scale), "z of x");
            Near(fit["z"].Coefficient, other["z"].Coefficient, "coefficient of z");
            Close.To(fit.Score.Statistic!.Value, other.Score.Statistic!.Value, "score test", 1e-6);
            return true;
        });

    [Theory]
    [InlineData(Ties.Breslow)]
    [InlineData(Ties.Efron)]
    public void Strata_add_the_likelihoods_of_separate_fits(Ties ties) => Claim.Holds(Cases.Tied, study =>
    {
        // Without an iteration the likelihood is that at 0; an offset makes it that at any fixed coefficient.
        double[] offset = [.. study.Subjects.Select(subject => (0.7 * subject.X) - (0.4 * subject.Z))];
        var options = new CoxOptions { Ties = ties, MaxIterations = 0 };
        double together = CoxModel.Fit(study.Response, study.Design, options, study.Group, default, offset).NullLogLikelihood;
        double apart = 0;
        for (int group = 0; group < 2; group++)
        {
            Study part = study.Where(subject => subject.Group == group);
            double[] its = [.. offset.Where((_, i) => study.Subjects[i].Group == group)];
            apart += CoxModel.Fit(part.Response, part.Design, options, default, default, its).NullLogLikelihood;
        }

        Close.To(apart, together, "log-likelihood", 1e-12);
    });

    [Fact]
    public void Starting_at_the_origin_is_not_starting_at_all() => Claim.HoldsWhereItApplies(Cases.Tied, study =>
    {
        Surv counting = Surv.Counting(new double[study.Count], study.Response.Time.AsSpan(), study.Response.Event.AsSpan());
        return SameFit(CoxModel.Fit(study.Response, study.Design), CoxModel.Fit(counting, study.Design));
    });

    [Theory]
    [InlineData(Ties.Breslow)]
    [InlineData(Ties.Efron)]
    public void Cutting_a_row_in_two_changes_nothing(Ties ties) => Claim.HoldsWhereItApplies(Cases.Tied, study =>
    {
        Subject[] subjects = study.Subjects;
        double[] start = [.. subjects.SelectMany(subject => new[] { 0, subject.Time / 2.0 })];
        double[] stop = [.. subjects.SelectMany(subject => new[] { subject.Time / 2.0, subject.Time })];
        bool[] isEvent = [.. subjects.SelectMany(subject => new[] { false, subject.Event })];
        DesignMatrix design = DesignMatrix.FromColumns(
            ("x", [.. subjects.SelectMany(subject => new[] { subject.X, subject.X })]),
            ("z", [.. subjects.SelectMany(subject => new[] { subject.Z, subject.Z })]));
        return SameFit(
            CoxModel.Fit(study.Response, study.Design, new() { Ties = ties }),
            CoxModel.Fit(Surv.Counting(start, stop, isEvent), design, new() { Ties = ties }));
    });

    [Fact]
    public void Without_ties_the_score_test_of_a_group_is_the_log_rank_test() => Claim.Holds(Cases.Untied, study =>
    {
        LogRankResult test = LogRank.Test(study.Response, study.Group);
        CoxFit fit = CoxModel.Fit(study.Response, DesignMatrix.FromColumns(("group", [.. study.Group.Select(group => (double)group)])));

        // Where observed equals expected, the statistic is the square of the rounding error of a sum over all rows.
        Close.To(test.ChiSquare, fit.Score.Statistic!.Value, "chi-square", 1e-9, summed: study.Count);
    });

    [Fact]
    public void Without_ties_Efron_and_Breslow_are_one() => Claim.HoldsWhereItApplies(Cases.Untied, study =>
        SameFit(CoxModel.Fit(study.Response, study.Design), CoxModel.Fit(study.Response, study.Design, new() { Ties = Ties.Breslow })));

    // A small step away from the estimates, in any direction, lowers the likelihood by half the square of its length, measured by the
    // information: a test of the maximum and of the standard errors at once.
    [Theory]
    [InlineData(Ties.Breslow)]
    [InlineData(Ties.Efron)]
    public void Away_from_the_estimates_the_likelihood_falls_by_what_the_information_says(Ties ties) => Claim.HoldsWhereItApplies(
        from study in Cases.Tied
        from degrees in Gen.Choose(0, 359)
        select (Study: study, Angle: degrees * Math.PI / 180),
        given =>
        {
            CoxFit fit = CoxModel.Fit(given.Study.Response, given.Study.Design, new() { Ties = ties }, weights: given.Study.Weights);
            if (fit.Status != FitStatus.Converged || fit.Terms.Any(term => term.StandardError > 5))
            {
                return false;
            }

            double x = 0.01 * Math.Cos(given.Angle) * Math.Sqrt(fit.NaiveCovariance(0, 0));
            double z = 0.01 * Math.Sin(given.Angle) * Math.Sqrt(fit.NaiveCovariance(1, 1));
            double determinant =
                (fit.NaiveCovariance(0, 0) * fit.NaiveCovariance(1, 1)) - (fit.NaiveCovariance(0, 1) * fit.NaiveCovariance(0, 1));
            double length = ((x * x * fit.NaiveCovariance(1, 1)) - (2 * x * z * fit.NaiveCovariance(0, 1))
                + (z * z * fit.NaiveCovariance(0, 0))) / determinant;
            double there = At(1);
            double back = At(-1);

            Close.To(fit.LogLikelihood, At(0), "log-likelihood", 1e-10);
            Assert.True(there < fit.LogLikelihood && back < fit.LogLikelihood);
            Close.To(length, (2 * fit.LogLikelihood) - there - back, "fall", 1e-2);
            return true;

            // Without an iteration the likelihood is that at 0; an offset makes it that at any coefficients.
            double At(int step)
            {
                double[] offset =
                [
                    .. given.Study.Subjects.Select(subject =>
                        ((fit.Terms[0].Coefficient + (step * x)) * subject.X) + ((fit.Terms[1].Coefficient + (step * z)) * subject.Z)),
                ];
                return CoxModel.Fit(
                    given.Study.Response, given.Study.Design, new()
                    {
                        Ties = ties,
                        MaxIterations = 0
                    }, default, given.Study.Weights, offset).NullLogLikelihood;
            }
        });

    [Fact]
    public void Turning_all_predictors_round_turns_the_concordance_round() => Claim.HoldsWhereItApplies(Cases.Tied, study =>
    {
        double[] offset = study.X;
        double[] opposite = [.. offset.Select(value => -value)];
        var options = new CoxOptions { MaxIterations = 0 };
        double there = CoxModel.Fit(study.Response, DesignMatrix.FromColumns(), options, offset: offset).Concordance.Estimate;
        double back = CoxModel.Fit(study.Response, DesignMatrix.FromColumns(), options, offset: opposite).Concordance.Estimate;

        if (double.IsNaN(there))
        {
            return false;
        }

        Close.To(1, there + back, "sum of the two", 1e-12);
        return true;
    });

    [Fact]
    public void Concordance_is_what_counting_all_pairs_gives() => Claim.Holds(Cases.Tied, study =>
    {
        double[] risk = study.X;
        double agree = 0;
        double pairs = 0;
        foreach ((Subject first, int i) in study.Subjects.Select((subject, i) => (subject, i)).Where(pair => pair.subject.Event))
        {
            for (int j = 0; j < study.Count; j++)
            {
                Subject other = study.Subjects[j];
                if (other.Time > first.Time || (other.Time == first.Time && !other.Event))
                {
                    double weight = first.Weight * other.Weight;
                    pairs += weight;
                    agree += weight * (risk[i] > risk[j] ? 1 : risk[i] == risk[j] ? 0.5 : 0);
                }
            }
        }

        CoxFit fit = CoxModel.Fit(study.Response, DesignMatrix.FromColumns(), weights: study.Weights, offset: risk);
        if (pairs > 0)
        {
            Close.To(agree / pairs, fit.Concordance.Estimate, "concordance", 1e-12);
        }
        else
        {
            Assert.True(double.IsNaN(fit.Concordance.Estimate));
        }
    });

    // Whether the fits, which have the same status, terms at fault and likelihood, have estimates that can be compared.
    private static bool SameFit(CoxFit expected, CoxFit actual)
    {
        Assert.Equal(expected.Status, actual.Status);
        Assert.Equal(expected.AtFault, actual.AtFault);
        Close.To(expected.NullLogLikelihood, actual.NullLogLikelihood, "null log-likelihood", Rounding);
        SameLogLikelihood(expected, actual);
        if (expected.Status != FitStatus.Converged)
        {
            return false;
        }

        foreach ((CoxTerm one, CoxTerm two) in expected.Terms.Zip(actual.Terms))
        {
            Near(one.Coefficient, two.Coefficient, one.Name);
            Close.To(one.StandardError, two.StandardError, "standard error of " + one.Name, Rounding);
        }

        return true;
    }

    private static void SameLogLikelihood(CoxFit expected, CoxFit actual) =>
        Assert.Equal(expected.LogLikelihood, actual.LogLikelihood, Rounding * (1e-6 + Math.Abs(expected.LogLikelihood)));

    // A coefficient that happens to be near 0 has no relative accuracy.
    private static void Near(double expected, double actual, string what) =>
        Assert.True(Math.Abs(expected - actual) <= 1e-6 * (1 + Math.Abs(expected)), $"{what}: expected {expected:R}, was {actual:R}.");
}
