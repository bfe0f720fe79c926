namespace SurvivalKit.Tests;

/// <summary>Tail probabilities down to 1e-300, on a log scale, against R's pchisq and pnorm with log.p = TRUE.</summary>
public sealed class TailTests
{
    [Theory]
    [InlineData(50, 2, -25)]
    [InlineData(200, 19, -72.457547013825746)]
    [InlineData(700, 4, -344.13921377653412)]
    [InlineData(1300, 2, -650)]
    [InlineData(1370, 3, -681.61377921373685)]
    [InlineData(1400, 5, -690.45592027715907)]
    [InlineData(30, 2.78, -13.800181068983278)]
    [InlineData(900, 100, -295.09762922363370)]
    public void Chi_square(double statistic, double degreesOfFreedom, double logP) =>
        Assert.Equal(logP, Math.Log(ReferenceDistribution.ChiSquareUpper(statistic, degreesOfFreedom)), 1e-9);

    [Theory]
    [InlineData(1, -1.1478744644493181)]
    [InlineData(5, -14.371851213428778)]
    [InlineData(20, -203.22400819053732)]
    [InlineData(37, -688.33743839633075)]
    public void Normal(double z, double logP) => Assert.Equal(logP, Math.Log(ReferenceDistribution.NormalTwoSided(z)), 1e-9);
}
