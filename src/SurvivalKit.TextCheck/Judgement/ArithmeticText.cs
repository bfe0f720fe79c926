using System.Globalization;

namespace SurvivalKit.TextCheck;

/// <summary>The format of numbers in sentences and witnesses.</summary>
internal static class ArithmeticText
{
    // Near the least positive double, P values lose precision.
    private const double Least = 1e-300;

    /// <summary>A number that is printed: <c>2.58</c>.</summary>
    public static string Text(this PrintedNumber number) =>
        number.Value.ToString("F" + number.Decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A computed number with decimals, half up.</summary>
    public static string Fixed(double value, int decimals) => Rounding.Text(value, decimals);

    /// <summary>An interval with decimals, rounded outwards so that nothing possible is left out: <c>2.555 to 2.568</c>.</summary>
    public static string Span(ValueRange range, int decimals)
    {
        double unit = Math.Pow(10, -decimals);
        string low = Fixed(Math.Floor((range.Low / unit) + 1e-9) * unit, decimals);
        string high = Fixed(Math.Ceiling((range.High / unit) - 1e-9) * unit, decimals);
        return low == high ? low : $"{low} to {high}";
    }

    /// <summary>A P value with two significant digits, at least four decimals: <c>.0026</c>, <c>.384</c>.</summary>
    public static string P(double p) => p < Least ? "less than 1E-300"
        : p >= 0.1 ? Bare(Fixed(p, 3))
        : p >= 0.0001 ? Bare(Fixed(p, 4))
        : p.ToString("0.0E+0", CultureInfo.InvariantCulture);

    /// <summary>An interval of P values: <c>.384 to .403</c>.</summary>
    public static string P(ValueRange range) =>
        range.Low < Least && range.High >= Least ? $"0 to {P(range.High)}"
        : P(range.Low) is var low && P(range.High) is var high && low == high ? low
        : $"{low} to {high}";

    /// <summary>The rule as the end of a sentence.</summary>
    public static string Words(RoundingRule rule) => rule switch
    {
        RoundingRule.HalfUp => "to the nearest",
        RoundingRule.HalfEven => "when a half is rounded to the even neighbour",
        _ => "when further decimals are cut off",
    };

    /// <summary><c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string List(IReadOnlyList<string> items) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => string.Join(", ", items.Take(items.Count - 1)) + " and " + items[^1],
    };

    private static string Bare(string text) => text.StartsWith("0.", StringComparison.Ordinal) ? text[1..] : text;
}
