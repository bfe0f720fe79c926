namespace SurvivalKit.Tests;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.0110668, "0.01107")]
    [InlineData(0.99999, "1.000")]
    [InlineData(-0.5526, "−0.5526")]
    [InlineData(9.9996, "10.00")]
    [InlineData(1234.5, "1234")]
    [InlineData(99999.4, "99999")]
    [InlineData(3.3807e9, "3.381e+09")]
    [InlineData(-1.7e-8, "−1.700e-08")]
    [InlineData(double.PositiveInfinity, "∞")]
    [InlineData(double.NegativeInfinity, "−∞")]
    [InlineData(double.NaN, "NA")]
    public void Four_digits_keep_their_zeros(double value, string text) =>
        Assert.Equal(text, NumberText.Format(value, NumberKind.Estimate));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(310, "310")]
    [InlineData(10234, "10234")]
    [InlineData(12.9446, "12.94")]
    [InlineData(2.5, "2.5")]
    [InlineData(0.0123456, "0.01235")]
    [InlineData(2e-12, "2.000e-12")]
    [InlineData(2e12, "2000000000000")]
    public void Times_have_two_decimals_at_the_most(double value, string text) =>
        Assert.Equal(text, NumberText.Format(value, NumberKind.Time));

    [Theory]
    [InlineData(10.326, "10.33")]
    [InlineData(30.5, "30.50")]
    [InlineData(1e9, "1.000e+09")]
    public void Statistics_have_two_decimals(double value, string text) =>
        Assert.Equal(text, NumberText.Format(value, NumberKind.Statistic));
}
