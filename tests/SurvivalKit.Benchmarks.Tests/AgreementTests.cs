namespace SurvivalKit.Benchmarks.Tests;

public sealed class AgreementTests
{
    [Theory]
    [InlineData(2.0, 2.0, 0.0)]
    [InlineData(2.5, 2.0, 0.25)]
    [InlineData(double.NaN, double.NaN, 0.0)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, 0.0)]
    [InlineData(double.NaN, 2.0, double.PositiveInfinity)]
    [InlineData(2.0, double.NaN, double.PositiveInfinity)]
    [InlineData(1e-300, 0.0, double.PositiveInfinity)]
    public void A_difference_is_measured_against_the_number(double ours, double theirs, double difference) =>
        Assert.Equal(difference, Agreement.LargestDifference([ours], [theirs], DifferenceScale.EachNumber));

    [Fact]
    public void A_difference_of_residuals_is_measured_against_the_largest() =>
        Assert.Equal(0.5, Agreement.LargestDifference([0, -4, 2], [0, -4, 0], DifferenceScale.LargestNumber));

    [Fact]
    public void Lists_of_different_lengths_do_not_agree() =>
        Assert.Equal(double.PositiveInfinity, Agreement.LargestDifference([1], [1, 1], DifferenceScale.EachNumber));
}
