using Microsoft.Data.Analysis;

namespace SurvivalKit.Tests;

/// <summary>Cumulative incidence of two causes worked by hand: 1 relapse, 2 death, 2+, 3 relapse, 4 death and 4 relapse at once, 5+, 6
/// death (tests/Fixtures/hand-worked.md, section 9).</summary>
public sealed class CumulativeIncidenceHandWorkedTests
{
    private const double Exact = 1e-13;

    private static readonly double[] Times = [1, 2, 2, 3, 4, 4, 5, 6];
    private static readonly string[] Outcome = ["relapse", "death", "alive", "relapse", "death", "relapse", "alive", "death"];

    private static readonly DataFrame Data = new(
        new DoubleDataFrameColumn("time", Times),
        new FactorColumn("outcome", Outcome, ["alive", "relapse", "death"]),
        new DoubleDataFrameColumn("code", Outcome.Select(word => word switch { "alive" => 0.0, "relapse" => 1, _ => 2 })));

    private static readonly CumulativeIncidenceCurve Curve = CumulativeIncidence.Fit(Data, "Surv(time, outcome) ~ 1")[0];

    [Fact]
    public void A_cause_adds_its_share_of_those_still_free()
    {
        Assert.Equal([1, 2, 3, 4, 5, 6], Curve.Time);
        Assert.Equal([8, 7, 5, 4, 2, 1], Curve.AtRisk);
        Assert.Equal([0, 1, 0, 0, 1, 0], Curve.Censored);
        Same([7 / 8.0, 3 / 4.0, 3 / 5.0, 3 / 10.0, 3 / 10.0, 0], Curve.Survival);
        Same([1 / 8.0, 1 / 8.0, 11 / 40.0, 17 / 40.0, 17 / 40.0, 17 / 40.0], Curve["relapse"].Incidence);
        Same([0, 1 / 8.0, 1 / 8.0, 11 / 40.0, 11 / 40.0, 23 / 40.0], Curve["death"].Incidence);
        Assert.Equal([0, 1, 0, 1, 0, 1], Curve["death"].Events);
    }

    [Fact]
    public void Its_error_is_that_of_a_proportion_until_one_is_censored()
    {
        Close.To(Math.Sqrt(7 / 512.0), Curve["relapse"].StandardError[0], "relapse at 1", Exact);
        Close.To(Math.Sqrt(7 / 512.0), Curve["death"].StandardError[1], "death at 2", Exact);

        // The squares of the influences: hand-worked.md. In the end there are two causes and nobody free of both.
        Close.To(Math.Sqrt(1787 / 64000.0), Curve["relapse"].StandardError[2], "relapse at 3", Exact);
        Close.To(Math.Sqrt(2243 / 64000.0), Curve["relapse"].StandardError[3], "relapse at 4", Exact);
        Close.To(Math.Sqrt(1787 / 64000.0), Curve["death"].StandardError[3], "death at 4", Exact);
        Close.To(Math.Sqrt(2243 / 64000.0), Curve["death"].StandardError[5], "death at 6", Exact);
        Assert.Equal(0, Curve.SurvivalError[5]);
    }

    [Fact]
    public void A_number_is_read_by_its_levels_or_by_the_code_of_censoring()
    {
        CumulativeIncidenceCurve byLevels = CumulativeIncidence.Fit(Data, "Surv(time, factor(code)) ~ 1")[0];
        CumulativeIncidenceCurves byCode = CumulativeIncidence.Fit(Data, "Surv(time, code) ~ 1", censored: "0");
        CumulativeIncidenceCurves otherwise = CumulativeIncidence.Fit(Data, "Surv(time, outcome) ~ 1", censored: "relapse");

        Assert.Equal(Curve["relapse"].Incidence, byLevels["1"].Incidence);
        Assert.Equal(Curve["death"].StandardError, byCode[0]["2"].StandardError);
        Assert.Equal("0", byCode.Censored);
        Assert.Equal(["alive", "death"], otherwise[0].Causes.Select(cause => cause.Cause));
        Assert.Contains("Censored: \"relapse\".", otherwise.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Columns_give_the_same()
    {
        Surv response = Surv.Right(Times, [.. Outcome.Select(word => word != "alive")])
            .WithCauses([1, 2, 0, 1, 2, 1, 0, 2], "relapse", "death");

        Assert.Equal(Curve["death"].StandardError, CumulativeIncidence.Fit(response)["death"].StandardError);
        Assert.Equal("1:relapse 2:death 2+ 3:relapse 4:death 4:relapse 5+ 6:death", response.ToString());
        Assert.Equal(new(0.5, 8, 0, 0, 0, double.NaN, double.NaN), Curve["death"].At(0.5, 4.5)[0]);
        Assert.Equal((4.5, 2, 2), Curve["death"].At(4.5)[0] is var at ? (at.Time, at.AtRisk, at.Events) : default);
        Assert.Equal((2.0, null), (Curve["death"].Quantile(0.1).Estimate, Curve["relapse"].Quantile(0.5).Estimate));
    }

    [Fact]
    public void Time_lost_is_the_area()
    {
        // Relapse to 5: 1/8 from 1 to 3, 11/40 from 3 to 4, 17/40 from 4 to 5.
        Close.To((2 / 8.0) + (11 / 40.0) + (17 / 40.0), Curve["relapse"].TimeLost(5).Estimate, "relapse", Exact);
        double[] parts = [.. Curve.Causes.Select(cause => cause.TimeLost(6).Estimate)];
        Close.To(6 - KaplanMeier.Fit(Times, [1, 1, 0, 1, 1, 1, 0, 1]).RestrictedMean(6).Estimate, parts.Sum(), "all", Exact);
    }

    private static void Same(double[] expected, IReadOnlyList<double> actual)
    {
        Assert.Equal(expected.Length, actual.Count);
        Assert.All(expected.Zip(actual), pair => Close.To(pair.First, pair.Second, "value", Exact));
    }
}
