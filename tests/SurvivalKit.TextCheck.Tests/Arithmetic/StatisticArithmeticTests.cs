namespace SurvivalKit.TextCheck.Tests;

/// <summary>Statistics with their P values, against R's pchisq, pt, pnorm and pf.</summary>
public sealed class StatisticArithmeticTests
{
    [Theory]
    [InlineData(StatisticKind.ChiSquare, "5.349", 1, 0, ".021", Verdict.Recomputed)]
    [InlineData(StatisticKind.ChiSquare, "5.349", 1, 0, ".020", Verdict.Rounding)]
    [InlineData(StatisticKind.ChiSquare, "5.349", 1, 0, ".10", Verdict.Inconsistent)]
    [InlineData(StatisticKind.T, "-1.274", 54, 0, ".21", Verdict.Recomputed)]
    [InlineData(StatisticKind.T, "−1.274", 54, 0, ".104", Verdict.Recomputed)]
    [InlineData(StatisticKind.Z, "1.96", 0, 0, ".05", Verdict.Recomputed)]
    [InlineData(StatisticKind.Z, "1.96", 0, 0, "<.001", Verdict.Inconsistent)]
    [InlineData(StatisticKind.F, "17.5", 2, 87, "<.001", Verdict.Recomputed)]
    [InlineData(StatisticKind.F, "3.10", 2, 87, ".05", Verdict.Recomputed)]
    [InlineData(StatisticKind.F, "3.10", 2, 87, ".025", Verdict.Inconsistent)]
    [InlineData(StatisticKind.ChiSquare, "-1.0", 1, 0, ".32", Verdict.Inconsistent)]
    public void Is_tried_two_sided_and_one_sided(
        StatisticKind kind, string value, double freedom, double second, string p, Verdict verdict) =>
        Assert.Equal(verdict, StatisticArithmetic.Check(new(kind, Printed.Number(value), freedom, second), Printed.P(p)).Verdict);

    // 2 pt(-1.274, 54) = .2081 in R.
    [Fact]
    public void One_sided_is_named_and_can_be_ruled_out()
    {
        var t = new PrintedStatistic(StatisticKind.T, Printed.Number("1.274"), 54);

        Assert.Equal("one-sided P of t(54) = 1.274", StatisticArithmetic.Check(t, Printed.P(".104")).Method);
        Judgement not = StatisticArithmetic.Check(t, Printed.P(".104"), twoSided: true);
        Assert.Equal(Verdict.Inconsistent, not.Verdict);
        Assert.Equal("t(54) = 1.274, over rounding 1.2735 to 1.2745, has a two-sided P of .208, one-sided .104.", not.Witness);
    }

    [Fact]
    public void The_range_holds_the_P_of_every_statistic_that_prints_so()
    {
        // pchisq(3.85, 1, lower = FALSE) and pchisq(3.75, 1, lower = FALSE) in R.
        ValueRange p = StatisticArithmetic.P(new(StatisticKind.ChiSquare, Printed.Number("3.8"), 1));

        Assert.Equal(0.049745990721503, p.Low, 1e-12);
        Assert.Equal(0.052807511416113, p.High, 1e-12);
        Assert.Equal(1, StatisticArithmetic.P(new(StatisticKind.Z, Printed.Number("0.0"))).High);
    }

    [Fact]
    public void Degrees_of_freedom_are_needed() =>
        Assert.Throws<SurvivalDataException>(() => StatisticArithmetic.P(new(StatisticKind.T, Printed.Number("1.0"))));
}
