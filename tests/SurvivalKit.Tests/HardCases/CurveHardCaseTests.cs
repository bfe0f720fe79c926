using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Curves and comparisons at the limits of their definition.</summary>
public sealed class CurveHardCaseTests
{
    [Fact]
    public void All_at_one_time_brings_the_curve_down_in_one_step()
    {
        KaplanMeierCurve curve = KaplanMeier.Fit([3, 3, 3], [1, 1, 1]);

        Assert.Equal([3], curve.Time);
        Assert.Equal([0], curve.Survival);
        Assert.Equal(3, curve.Median.Estimate);
        Assert.Null(curve.Median.Lower);
    }

    [Fact]
    public void Without_an_event_the_curve_stays_at_1()
    {
        KaplanMeierCurve curve = KaplanMeier.Fit([1, 2, 3], [0, 0, 0]);

        Assert.Equal([1, 1, 1], curve.Survival);
        Assert.Equal([0, 0, 0], curve.StandardError);
        Assert.Null(curve.Median.Estimate);
        Assert.Contains("not reached", curve.ToString(), StringComparison.Ordinal);
        Assert.Equal(2.5, curve.RestrictedMean(2.5).Estimate);
    }

    [Fact]
    public void One_observation_has_a_curve()
    {
        Assert.Equal([0], KaplanMeier.Fit([5], [1]).Survival);
        Assert.Equal([1], KaplanMeier.Fit([5], [0]).Survival);
    }

    [Fact]
    public void An_event_at_time_0_counts()
    {
        KaplanMeierCurve curve = KaplanMeier.Fit([0, 0, 1, 2], [1, 0, 1, 1]);

        Assert.Equal([4, 2, 1], curve.AtRisk);
        Assert.Equal(0.75, curve.At(0)[0].Survival);
        Assert.Equal(1, curve.At(-1)[0].Survival);
    }

    [Theory]
    [InlineData(1e12)]
    [InlineData(1e-3)]
    public void The_unit_of_time_changes_nothing_but_the_times(double unit)
    {
        KaplanMeierCurve curve = KaplanMeier.Fit([1, 2, 2, 3, 5], [1, 1, 0, 1, 0]);
        KaplanMeierCurve scaled = KaplanMeier.Fit([unit, 2 * unit, 2 * unit, 3 * unit, 5 * unit], [1, 1, 0, 1, 0]);

        Assert.Equal(curve.Survival, scaled.Survival);
        Assert.Equal(curve.Time.Select(time => time * unit), scaled.Time);
    }

    [Fact]
    public void Times_within_the_tolerance_of_R_are_one_time_unless_told_otherwise()
    {
        // R's timefix: within 1.5e-8, absolutely or relative to the mean time.
        double[] tiny = [1e-12, 2e-12, 3e-12];
        Assert.Equal([1e-12], KaplanMeier.Fit(tiny, [1, 1, 1]).Time);
        Assert.Equal(tiny, KaplanMeier.Fit(tiny, [1, 1, 1], new() { JoinNearTies = false }).Time);
        Assert.Equal([0.3, 1], KaplanMeier.Fit([0.1 + 0.2, 0.3, 1], [1, 1, 1]).Time);
        Assert.Equal([1e12, 1e12 + 1e6], KaplanMeier.Fit([1e12, 1e12 + 1, 1e12 + 1e6], [1, 1, 1]).Time);
    }

    [Fact]
    public void An_interval_that_near_ties_would_empty_is_named() =>
        Assert.Equal(
            2, Assert.Throws<SurvivalDataException>(() => KaplanMeier.Fit(Surv.Counting([0, 1], [2, 1 + 1e-12], [true, true]))).Row);

    [Fact]
    public void A_comparison_needs_two_groups_and_an_event()
    {
        DataFrame data = CsvText.Read("time,status,arm\n1,1,A\n2,0,A\n3,1,A\n");
        Assert.Equal(
            "There is only one group (arm=A) in Surv(time, status) ~ arm; two or more were expected.",
            Assert.Throws<SurvivalDataException>(() => LogRank.Test(data, "Surv(time, status) ~ arm")).Message);
        Assert.Equal(
            "There is only one group (all) in Surv(time, status) ~ 1; two or more were expected.",
            Assert.Throws<SurvivalDataException>(() => LogRank.Test(data, "Surv(time, status) ~ 1")).Message);
        Assert.Equal(
            "No event was observed in the data; at least one was expected.",
            Assert.Throws<SurvivalDataException>(() => LogRank.Test(Surv.Right([1, 2], [false, false]), [0, 1])).Message);
        Assert.Equal(
            "There are no observations; at least one was expected.",
            Assert.Throws<SurvivalDataException>(() => LogRank.Test(Surv.Right([], Array.Empty<bool>()), [])).Message);
    }

    [Fact]
    public void Groups_of_which_only_one_could_have_had_events_show_no_difference()
    {
        // The second group leaves before the first event.
        LogRankResult test = LogRank.Test(Surv.Right([5, 6, 1, 2], [true, true, false, false]), [0, 0, 1, 1]);

        Assert.Equal((0.0, 0), (test.ChiSquare, test.DegreesOfFreedom));
        Assert.Equal(1, test.P);
    }

    [Fact]
    public void All_events_at_the_only_time_show_no_difference()
    {
        LogRankResult test = LogRank.Test(Surv.Right([4, 4, 4, 4], [true, true, true, true]), [0, 0, 1, 1]);

        Assert.Equal(0, test.ChiSquare);
        Assert.Equal(1, test.P);
    }

    [Fact]
    public void Each_in_a_stratum_of_its_own_shows_no_difference() =>
        Assert.Equal(1, LogRank.Test(Surv.Right([1, 2], [true, true]), [0, 1], strata: [0, 1]).P);
}
