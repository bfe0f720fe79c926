namespace SurvivalKit.Tests;

/// <summary>Cumulative hazards worked by hand on test1: 1, 1+, 6, 6, 8+, 9.</summary>
public sealed class NelsonAalenHandWorkedTests
{
    private static readonly double[] Times = [1, 1, 6, 6, 8, 9];
    private static readonly double[] Status = [1, 0, 1, 1, 0, 1];

    [Fact]
    public void Each_time_adds_the_events_over_those_at_risk()
    {
        NelsonAalenCurve curve = NelsonAalen.Fit(Times, Status);

        Assert.Equal([1, 6, 8, 9], curve.Time);
        Assert.Equal([6, 4, 2, 1], curve.AtRisk);
        Same([1.0 / 6, 2.0 / 3, 2.0 / 3, 5.0 / 3], curve.CumulativeHazard);
        Same([1.0 / 6, Math.Sqrt(11.0 / 72), Math.Sqrt(11.0 / 72), Math.Sqrt(83.0 / 72)], curve.StandardError);
    }

    [Fact]
    public void Tied_events_one_after_the_other_add_more()
    {
        NelsonAalenCurve curve = NelsonAalen.Fit(Times, Status, new() { Method = HazardMethod.FlemingHarrington });

        // At 6 two events among four: 1/4 + 1/3, with the variance 1/16 + 1/9.
        Same([1.0 / 6, 3.0 / 4, 3.0 / 4, 7.0 / 4], curve.CumulativeHazard);
        Same([1.0 / 6, Math.Sqrt(29.0 / 144), Math.Sqrt(29.0 / 144), Math.Sqrt(173.0 / 144)], curve.StandardError);
    }

    [Fact]
    public void Survival_is_its_exponential_where_that_is_asked_for()
    {
        KaplanMeierCurve curve = KaplanMeier.Fit(Times, Status, new() { SurvivalMethod = SurvivalMethod.Exponential });

        Same([Math.Exp(-1.0 / 6), Math.Exp(-2.0 / 3), Math.Exp(-2.0 / 3), Math.Exp(-5.0 / 3)], curve.Survival);
        Close.To(Math.Exp(-5.0 / 3) * Math.Sqrt(83.0 / 72), curve.StandardError[3], "standard error", 1e-13);
    }

    [Fact]
    public void Limits_are_symmetric_on_their_scale()
    {
        const double Z = 1.959963984540054;
        NelsonAalenCurve log = NelsonAalen.Fit(Times, Status);
        NelsonAalenCurve plain = NelsonAalen.Fit(Times, Status, new() { ConfidenceType = HazardConfidenceType.Plain });

        Close.To(1.0 / 6 * Math.Exp(-Z), log.Lower[0], "lower", 1e-13);
        Close.To(1.0 / 6 * Math.Exp(Z), log.Upper[0], "upper", 1e-13);
        Assert.Equal(0, plain.Lower[0]);
        Close.To(1.0 / 6 * (1 + Z), plain.Upper[0], "upper", 1e-13);
    }

    [Fact]
    public void The_robust_error_of_equal_weights_is_that_of_a_proportion()
    {
        // At 1 one event among six: the jackknife variance of a mean of six, 5/6^3, for the hazard and for the survival.
        Close.To(Math.Sqrt(5.0 / 216), NelsonAalen.Fit(Times, Status, new() { Robust = true }).StandardError[0], "hazard", 1e-13);
        KaplanMeierCurve robust = KaplanMeier.Fit(Times, Status, new() { Robust = true });
        Close.To(Math.Sqrt(5.0 / 216), robust.StandardError[0], "survival", 1e-13);

        // At 6 the product limit falls to 5/12. Its derivatives by the six weights are, in twelfths of the
        // survival: at 1, with the event -2,
        // the others +2/5 each; at 6, d/(n (n - d)) = 1/4 is 3 for those at risk, and the event subtracts 1/(n - d) = 1/2, 6.
        double[] influence = [-2, 0.4, 0.4 + 3 - 6, 0.4 + 3 - 6, 0.4 + 3, 0.4 + 3];
        Close.To(5.0 / 12 * Math.Sqrt(influence.Sum(value => value * value)) / 12, robust.StandardError[1], "survival at 6", 1e-13);
        Assert.Equal(0, robust.StandardError[3]);
    }

    [Fact]
    public void The_curve_is_read_at_given_times()
    {
        HazardEstimate[] at = [.. NelsonAalen.Fit(Times, Status).At(7, 0.5)];

        Assert.Equal(new HazardEstimate(0.5, 6, 0, 0, 0, 0, 0, 0), at[0]);
        Assert.Equal((7, 2, 3, 1), (at[1].Time, at[1].AtRisk, at[1].Events, at[1].Censored));
        Close.To(2.0 / 3, at[1].CumulativeHazard, "hazard", 1e-13);
    }

    [Fact]
    public void An_upper_limit_that_rises_again_is_crossed_where_it_first_is()
    {
        // In group 3 of this data set the upper limit is .995 .830 .830 .846: below .9 from 2 on. R's quantile()
        // sorts the limits and finds 4.
        KaplanMeierCurve curve =
            KaplanMeier.Fit(SurvivalData.ReadCsv(Repository.File("tests/Fixtures/data/ties.csv")), "Surv(time, status) ~ group")["3"];

        Assert.True(curve.Upper[3] > curve.Upper[2]);
        Assert.Equal(2, curve.Quantile(0.1).Upper);
    }

    private static void Same(double[] expected, IEnumerable<double> actual)
    {
        double[] values = [.. actual];
        Assert.Equal(expected.Length, values.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            Close.To(expected[i], values[i], $"[{i}]", 1e-13);
        }
    }
}
