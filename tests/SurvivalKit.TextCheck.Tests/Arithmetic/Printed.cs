namespace SurvivalKit.TextCheck.Tests;

/// <summary>Helpers that make printed values.</summary>
internal static class Printed
{
    public static PrintedNumber Number(string text)
    {
        Assert.True(PrintedNumber.TryParse(text, out PrintedNumber number));
        return number;
    }

    public static PrintedPValue P(string text)
    {
        Assert.True(PrintedPValue.TryParse(text, out PrintedPValue? p));
        return p;
    }

    public static PrintedInterval Interval(string lower, string upper, double level = 0.95) => new(Number(lower), Number(upper), level);

    public static HazardRatioResult Ratio(
        string? ratio, string lower, string upper, string? p = null, HazardRatioContext? context = null) =>
        HazardRatioArithmetic.Check(ratio is null ? null : Number(ratio), Interval(lower, upper), p is null ? null : P(p), context);
}
