using System.Globalization;

namespace SurvivalKit.TextCheck.Tests;

public sealed class PrintedPValueTests
{
    [Theory]
    [InlineData(".04", 0.04, 2, ClaimRelation.Equal)]
    [InlineData("0.040", 0.04, 3, ClaimRelation.Equal)]
    [InlineData("<.001", 0.001, 3, ClaimRelation.Less)]
    [InlineData("P < 0.001", 0.001, 3, ClaimRelation.Less)]
    [InlineData("p≤.05", 0.05, 2, ClaimRelation.Less)]
    [InlineData("P-value: 0·7", 0.7, 1, ClaimRelation.Equal)]
    [InlineData(">.99", 0.99, 2, ClaimRelation.Greater)]
    [InlineData("p value = 1.0", 1, 1, ClaimRelation.Equal)]
    public void Is_read_as_journals_print_it(string text, double value, int decimals, ClaimRelation relation)
    {
        PrintedPValue p = Printed.P(text);

        Assert.Equal((text, value, decimals, relation), (p.Text, p.Value, p.Decimals, p.Relation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("1.2")]
    [InlineData("-.04")]
    [InlineData(".04 and .05")]
    [InlineData(".0000000000000001")]
    public void Anything_else_is_not_one(string text) => Assert.False(PrintedPValue.TryParse(text, out _));

    [Theory]
    [InlineData("0.285", 0.28, RoundingRule.HalfEven)]
    [InlineData("0.285", 0.29, RoundingRule.HalfUp)]
    [InlineData("0.285", 0.27, null)]
    [InlineData("0.275", 0.28, RoundingRule.HalfUp)]
    [InlineData("0.275", 0.27, RoundingRule.Truncation)]
    [InlineData("0.2749", 0.27, RoundingRule.HalfUp)]
    [InlineData("0.2749", 0.28, null)]
    [InlineData("1", 0.99, RoundingRule.Truncation)]
    [InlineData("0.99999999999", 1, RoundingRule.HalfUp)]
    [InlineData("0.4", 0.39, RoundingRule.Truncation)]
    [InlineData("0.40001", 0.39, null)]
    public void A_half_may_go_either_way(string computed, double printed, RoundingRule? rule)
    {
        PrintedPValue p = Printed.P(printed.ToString("0.00", CultureInfo.InvariantCulture));

        Assert.Equal(rule, p.RuleFor(double.Parse(computed, CultureInfo.InvariantCulture)));
        Assert.Equal(rule is not null, p.IsReproducedBy(double.Parse(computed, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void A_bound_holds_what_is_within_it()
    {
        Assert.Equal(RoundingRule.HalfUp, Printed.P("<.05").RuleFor(0.0499));
        Assert.Null(Printed.P("<.05").RuleFor(0.05));
        Assert.Null(Printed.P(">.05").RuleFor(0.05));
        Assert.Null(Printed.P(".05").RuleFor(double.NaN));
        Assert.Equal(new ValueRange(0, 0.05), Printed.P("<.05").Range);
    }

    [Fact]
    public void The_range_stays_within_0_and_1()
    {
        Assert.Equal(new ValueRange(0.95, 1), Printed.P("1.0").Range);
        Assert.Equal(new ValueRange(0, 0.0005), Printed.P(".000").Range);
        Assert.Equal(new ValueRange(0.19, 0.2), Printed.P(".19").RangeUnder(RoundingRule.Truncation));
    }

    [Fact]
    public void An_interval_of_P_values_fits_where_one_of_them_does()
    {
        Assert.Equal(RoundingRule.HalfUp, Printed.P(".20").RuleFor(new ValueRange(0.198, 0.203)));
        Assert.Equal(RoundingRule.Truncation, Printed.P(".19").RuleFor(new ValueRange(0.198, 0.203)));
        Assert.Null(Printed.P(".18").RuleFor(new ValueRange(0.198, 0.203)));
    }

    [Fact]
    public void Is_made_of_a_number_too() =>
        Assert.Equal("<.001", PrintedPValue.FromNumber(Printed.Number("0.001"), ClaimRelation.Less).Text);
}
