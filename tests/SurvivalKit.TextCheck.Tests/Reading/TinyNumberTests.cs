namespace SurvivalKit.TextCheck.Tests;

/// <summary>Numbers with more decimals than a decimal has places.</summary>
public sealed class TinyNumberTests
{
    [Theory]
    [InlineData("t(23) = 2.1e-40, p = .04")]
    [InlineData("t(23) = 2.11e-320, p = .04")]
    [InlineData("HR 2.5e-32, 95% CI 1.4e-33-4.7e-31, P=.002")]
    [InlineData("mean 1.5e-30 (SD 2e-31, n = 12)")]
    [InlineData("difference 1.2e-29, 95% CI -3e-30 to 2e-28")]
    public void They_are_read_without_an_exception(string text) => Assert.NotNull(PrintedText.Check(text));

    [Fact]
    public void What_is_below_the_last_place_is_within_its_unit()
    {
        ValueRange range = ValueRange.PrintedAs(new PrintedNumber(0m, 42));
        Assert.Equal(5e-28, range.High, 1e-40);
        Assert.True(range.Contains(2.1e-41));
    }
}
