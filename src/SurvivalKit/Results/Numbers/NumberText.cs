using System.Globalization;

namespace SurvivalKit;

/// <summary>How numbers are printed: one rule for each <see cref="NumberKind"/>, with a true minus sign.</summary>
public static class NumberText
{
    /// <summary>A number by the rule of its kind.</summary>
    /// <param name="value">The number.</param>
    /// <param name="kind">Its kind.</param>
    /// <returns>For example <c>0.009267</c>, <c>−1.40</c>, <c>&lt; .001</c>; <c>NA</c> for NaN, <c>∞</c> for infinity.</returns>
    public static string Format(double value, NumberKind kind)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NA" : value > 0 ? "∞" : "−∞";
        }

        return kind switch
        {
            NumberKind.P => PValue.Format(value),
            NumberKind.ExactP => value.ToString(value < 0.0001 ? "0.00e+0" : "0.00000", CultureInfo.InvariantCulture),
            _ => Written(value, kind).Replace('-', '−').Replace("e−", "e-", StringComparison.Ordinal),
        };
    }

    /// <summary>A confidence level as a percentage with its sign: <c>95%</c>.</summary>
    /// <param name="level">The level, between 0 and 1.</param>
    public static string Level(double level) => (level * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>A ratio with fixed decimals; a bound instead of a value that would be printed as 0 or exceeds a thousand.</summary>
    /// <param name="value">The ratio, 0 or above.</param>
    /// <param name="decimals">The decimals.</param>
    /// <returns>For example <c>0.58</c>, <c>&lt;0.01</c>, <c>&gt;1000</c>, <c>∞</c>; <c>NA</c> for NaN.</returns>
    public static string Ratio(double value, int decimals)
    {
        string format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        double least = Math.Pow(10, -decimals);
        return !double.IsFinite(value) ? Format(value, NumberKind.Ratio)
            : value > 1000 ? ">1000"
            : value >= 0 && value < least / 2 ? "<" + least.ToString(format, CultureInfo.InvariantCulture)
            : value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A number of things: <c>1 row</c>, <c>2 rows</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The word for one of them.</param>
    /// <param name="several">The word for several; <see langword="null"/>: the word with an s.</param>
    public static string Count(long count, string one, string? several = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several ?? one + "s")}");

    private static string Written(double value, NumberKind kind) => kind switch
    {
        NumberKind.Count or NumberKind.Time => Plain(value),
        NumberKind.Estimate or NumberKind.Error => Significant(value),
        NumberKind.Statistic => Decimals(value, "0.00", 1e5),
        NumberKind.Ratio => Math.Abs(value) < 1e4 ? Decimals(value, "0.00", 1e4) : value.ToString("0.0e+00", CultureInfo.InvariantCulture),
        NumberKind.Probability => Decimals(value, "0.0000", 1e5),
        NumberKind.Concordance or NumberKind.LogLikelihood => Decimals(value, "0.000", 1e9),
        NumberKind.Freedom => value.ToString(value == Math.Floor(value) ? "0" : "0.00", CultureInfo.InvariantCulture),
        NumberKind.Computed => value.ToString("G6", CultureInfo.InvariantCulture),
        NumberKind.Percent => Decimals(value, "0.0", 1e5),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no such kind of number."),
    };

    private static string Decimals(double value, string pattern, double limit) =>
        Math.Abs(value) < limit ? value.ToString(pattern, CultureInfo.InvariantCulture) : Significant(value);

    // At most two decimals; a small number keeps its significant digits.
    private static string Plain(double value) =>
        value == 0 || (Math.Abs(value) >= 0.1 && Math.Abs(value) < 1e15)
            ? value.ToString("0.##", CultureInfo.InvariantCulture)
            : Significant(value);

    // Four significant digits, zeros kept: 1.030, 0.009267; 3.381e+09 where that would be long.
    private static string Significant(double value)
    {
        double size = Math.Abs(value);
        if (size == 0)
        {
            return "0";
        }

        if (size is < 1e-4 or >= 1e5)
        {
            return value.ToString("0.000e+00", CultureInfo.InvariantCulture);
        }

        // The exponent after rounding: .99999 is 1.000.
        int exponent = int.Parse(size.ToString("E3", CultureInfo.InvariantCulture).AsSpan(6), CultureInfo.InvariantCulture);
        int decimals = Math.Max(0, 3 - exponent);
        return value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }
}
