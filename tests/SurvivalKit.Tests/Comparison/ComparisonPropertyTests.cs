using FsCheck.Fluent;

namespace SurvivalKit.Tests;

/// <summary>Properties of comparisons over random studies.</summary>
public sealed class ComparisonPropertyTests
{
    [Fact]
    public void Without_ties_the_trend_is_the_score_test_of_the_score() => Claim.Holds(Cases.Untied, study =>
    {
        int[] group = ThreeGroups(study);
        double[] scores = [0, 1, 5];
        LogRankTrend trend = LogRank.Test(study.Response, group).Trend(scores);
        CoxFit fit = CoxModel.Fit(study.Response, DesignMatrix.FromColumns(("score", [.. group.Select(code => scores[code])])));

        // Where observed equals expected, the statistic is the square of the rounding error of a sum of scores over all rows.
        Close.To(trend.ChiSquare, fit.Score.Statistic!.Value, "chi-square", 1e-9, summed: 5 * study.Count);
    });

    [Fact]
    public void Two_groups_have_no_trend_but_their_difference() => Claim.Holds(Cases.Tied, study =>
    {
        LogRankResult test = LogRank.Test(study.Response, study.Group, new() { Rho = 0.5, Gamma = 1 });

        // Where observed equals expected, the statistic is the square of the rounding error of a sum over all rows.
        Close.To(test.ChiSquare, test.Trend().ChiSquare, "trend", 1e-9, summed: study.Count);
        Close.To(test.ChiSquare, test.Trend(7, -2).ChiSquare, "trend", 1e-9, summed: 9 * study.Count);
    });

    [Fact]
    public void The_order_of_rows_and_the_unit_of_time_change_nothing() => Claim.Holds(Cases.Permuted, permuted =>
    {
        var other = new Study([.. permuted.Order.Select(i => permuted.Study.Subjects[i])]);
        int[] group = ThreeGroups(permuted.Study);
        int[] turned = [.. permuted.Order.Select(i => group[i])];
        int[] strata = [.. permuted.Study.Subjects.Select(subject => subject.Weight % 2)];
        Surv scaled =
            Surv.Right([.. other.Subjects.Select(subject => subject.Time * 0.125)], [.. other.Subjects.Select(subject => subject.Event)]);
        foreach (LogRankWeighting weighting in Enum.GetValues<LogRankWeighting>())
        {
            var options = new LogRankOptions { Weighting = weighting, Gamma = weighting == LogRankWeighting.FlemingHarrington ? 1 : 0 };
            LogRankResult test = LogRank.Test(permuted.Study.Response, group, options, strata);
            LogRankResult again = LogRank.Test(scaled, turned, options, [.. permuted.Order.Select(i => strata[i])]);

            Assert.Equal(test.Groups, again.Groups);
            Assert.Equal(test.ChiSquare, again.ChiSquare);
        }
    });

    [Fact]
    public void Starting_at_the_origin_is_starting_nowhere() => Claim.Holds(Cases.Tied, study =>
    {
        double[] time = [.. study.Subjects.Select(subject => (double)subject.Time)];
        Surv counting = Surv.Counting(new double[study.Count], time, [.. study.Subjects.Select(subject => subject.Event)]);

        LogRankResult test = LogRank.Test(study.Response, study.Group);
        Assert.Equal(test.Groups, LogRank.Test(counting, study.Group).Groups);
        Assert.Equal(test.ChiSquare, LogRank.Test(counting, study.Group).ChiSquare);
    });

    [Fact]
    public void The_rows_of_a_covariance_sum_to_0() => Claim.Holds(Cases.Tied, study =>
    {
        LogRankResult test = LogRank.Test(study.Response, ThreeGroups(study), new() { Weighting = LogRankWeighting.Gehan });
        for (int g = 0; g < 3; g++)
        {
            Assert.Equal(0, Enumerable.Range(0, 3).Sum(other => test.Variance(g, other)), 1e-9 * (1 + test.Variance(g, g)));
        }
    });

    [Fact]
    public void Adjusted_P_values_keep_their_order_and_are_no_smaller() => Claim.Holds(
        Gen.Choose(0, 1000).ArrayOf().Where(list => list.Length < 40),
        list =>
        {
            double[] p = [.. list.Select(value => value / 1000.0)];
            foreach (PValueAdjustment adjustment in Enum.GetValues<PValueAdjustment>())
            {
                double[] adjusted = [.. AdjustedPValues.Adjust(p, adjustment)];
                Assert.All(p.Zip(adjusted), pair => Assert.InRange(pair.Second, pair.First, 1));
                double[] inOrder = [.. Enumerable.Range(0, p.Length).OrderBy(i => p[i]).Select(i => adjusted[i])];
                Assert.Equal(inOrder.Order(), inOrder);
            }
        },
        1000);

    [Fact]
    public void MaxCombo_with_one_weight_is_that_test() => Claim.Holds(Cases.Tied, study =>
    {
        foreach (FlemingHarrington weight in new MaxComboOptions().Weights)
        {
            MaxComboResult combo = MaxCombo.Test(study.Response, study.Group, new() { Weights = [weight] });
            LogRankResult test = LogRank.Test(study.Response, study.Group, new() { Rho = weight.Rho, Gamma = weight.Gamma });

            Close.To(test.P, combo.P, "P", 1e-9);

            // Where observed equals expected, the statistic is the square of the rounding error of a sum over all rows.
            Close.To(test.ChiSquare, combo.Strongest.Z * combo.Strongest.Z, "chi-square", 1e-9, summed: study.Count);
        }
    });

    [Fact]
    public void MaxCombo_lies_between_its_strongest_test_and_Bonferroni() => Claim.Holds(
        Cases.Tied,
        study =>
        {
            foreach (MaxComboAlternative alternative in Enum.GetValues<MaxComboAlternative>())
            {
                MaxComboResult combo = MaxCombo.Test(study.Response, study.Group, new() { Alternative = alternative });

                Assert.InRange(
                    combo.P, combo.Strongest.P - combo.PError - 1e-12, Math.Min(1, (4 * combo.Strongest.P) + combo.PError + 1e-12));
                Assert.InRange(combo.PError, 0, 1e-5 * combo.P);
            }
        },
        50);

    [Fact]
    public void Exchanging_the_groups_exchanges_the_sides_of_MaxCombo() => Claim.Holds(
        Cases.Tied,
        study =>
        {
            int[] other = [.. study.Group.Select(code => 1 - code)];
            MaxComboResult longer =
                MaxCombo.Test(study.Response, study.Group, new() { Alternative = MaxComboAlternative.SecondLivesLonger });
            MaxComboResult shorter = MaxCombo.Test(study.Response, other, new() { Alternative = MaxComboAlternative.SecondLivesShorter });

            Close.To(longer.P, shorter.P, "P", 1e-5);
        },
        50);

    private static int[] ThreeGroups(Study study) => [.. study.Subjects.Select((subject, i) => i < 3 ? i : Math.Min(2, (int)subject.Z))];
}
