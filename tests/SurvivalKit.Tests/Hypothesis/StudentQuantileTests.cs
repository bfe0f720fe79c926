namespace SurvivalKit.Tests;

/// <summary>The quantile of Student's distribution against R's <c>qt(p / 2, df, lower.tail = FALSE)</c>.</summary>
public class StudentQuantileTests
{
    [Theory]
    [InlineData(0.05, 4, 2.776445105197794)]
    [InlineData(0.05, 1, 12.70620473617471)]
    [InlineData(0.001, 2, 31.59905457644362)]
    [InlineData(1e-4, 1, 6366.197671315937)]
    [InlineData(0.1, 30.5, 1.696375115852746)]
    [InlineData(1, 7, 0)]
    public void It_is_Rs(double p, double degreesOfFreedom, double expected) =>
        Assert.Equal(expected, ReferenceDistribution.StudentTwoSidedQuantile(p, degreesOfFreedom), 1e-10 * Math.Max(1, expected));

    [Fact]
    public void Its_ends_are_those_of_the_normal_distribution()
    {
        Assert.Equal(double.PositiveInfinity, ReferenceDistribution.StudentTwoSidedQuantile(0, 3));
        Assert.Equal(
            ReferenceDistribution.NormalTwoSidedQuantile(0.05),
            ReferenceDistribution.StudentTwoSidedQuantile(0.05, double.PositiveInfinity));
    }
}
