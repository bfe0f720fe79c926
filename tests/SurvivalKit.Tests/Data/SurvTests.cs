namespace SurvivalKit.Tests;

public sealed class SurvTests
{
    [Fact]
    public void Prints_as_R_does()
    {
        Assert.Equal("5 7+", Surv.Right([5, 7], new double[] { 1, 0 }).ToString());
        Assert.Equal("(2,9] (2,9+]", Surv.Counting([2, 2], [9, 9], [true, false]).ToString());
        Assert.EndsWith(
            " 20 ...",
            Surv.Right([.. Enumerable.Range(1, 21).Select(i => (double)i)], [.. Enumerable.Repeat(true, 21)]).ToString(),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1, false, true)]
    [InlineData(1, 2, false, true)]
    [InlineData(2, 2, true, true)]
    [InlineData(1, 1, true, true)]
    [InlineData(0, 0, false, false)]
    public void Status_is_0_1_or_1_2(double first, double second, bool firstEvent, bool secondEvent) =>
        Assert.Equal([firstEvent, secondEvent], Surv.Right([1, 2], [first, second]).Event);

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_time_that_is_none_is_refused_with_its_row(double time)
    {
        SurvivalDataException e = Assert.Throws<SurvivalDataException>(() => Surv.Right([1, time], [true, true]));

        Assert.Equal((2L, "time"), (e.Row, e.Column));
    }

    [Theory]
    [InlineData(double.NaN, "row 2, column \"status\": NaN is no status; 0/1, 1/2 or logical was expected.")]
    [InlineData(3, "row 2, column \"status\": 3 is no status; 0/1, 1/2 or logical was expected.")]
    [InlineData(0.5, "row 2, column \"status\": 0.5 is no status; 0/1, 1/2 or logical was expected.")]
    [InlineData(-1, "row 2, column \"status\": -1 is no status; 0/1, 1/2 or logical was expected.")]
    public void A_status_that_is_none_is_refused_with_its_row(double status, string message) =>
        Assert.Equal(message, Assert.Throws<SurvivalDataException>(() => Surv.Right([1, 2], [1, status])).Message);

    [Fact]
    public void Status_0_1_and_2_together_are_refused() =>
        Assert.Equal(
            "row 1, column \"status\": 0 stands in a column that has a 2 too; a status is 0/1, 1/2 or logical.",
            Assert.Throws<SurvivalDataException>(() => Surv.Right([1, 2, 3], new double[] { 0, 1, 2 })).Message);

    [Theory]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(double.NaN, 2)]
    [InlineData(double.NegativeInfinity, 2)]
    [InlineData(0, double.NaN)]
    public void An_interval_that_is_none_is_refused(double start, double stop) =>
        Assert.Equal(1, Assert.Throws<SurvivalDataException>(() => Surv.Counting([start], [stop], [true])).Row);

    [Fact]
    public void Lengths_that_differ_are_refused()
    {
        Assert.Equal(
            "Surv has 2 times and 1 status; one each was expected.",
            Assert.Throws<SurvivalDataException>(() => Surv.Right([1, 2], [true])).Message);
        Assert.Throws<SurvivalDataException>(() => Surv.Counting([1], [2, 3], [true, true]));
    }
}
