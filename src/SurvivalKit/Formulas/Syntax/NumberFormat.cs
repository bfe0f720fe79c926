using System.Globalization;

namespace SurvivalKit;

/// <summary>Numbers as R writes them in a formula's terms and in the levels of a factor.</summary>
internal static class NumberFormat
{
    /// <summary>15 significant digits at the most, and the shorter of the fixed and the scientific form: 100, 1e+05, 123456.</summary>
    public static string Format(double value)
    {
        string[] parts = value.ToString("E14", CultureInfo.InvariantCulture).Split('E');
        string mantissa = parts[0].TrimEnd('0').TrimEnd('.');
        int exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        int digits = mantissa.Count(char.IsAsciiDigit);
        int decimals = Math.Max(0, digits - 1 - exponent);
        string scientific = string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        int fixedWidth = (value < 0 ? 1 : 0) + Math.Max(1, exponent + 1) + (decimals > 0 ? decimals + 1 : 0);
        return fixedWidth <= scientific.Length
            ? value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : scientific;
    }

    /// <summary>So many significant digits without trailing zeros, fixed or scientific as C's <c>%g</c> decides; R writes a space before
    /// an infinity without a sign.</summary>
    public static string General(double value, int digits)
    {
        if (double.IsInfinity(value))
        {
            return value > 0 ? " Inf" : "-Inf";
        }

        value += 0.0;
        string[] parts = value.ToString("E" + (digits - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture).Split('E');
        int exponent = int.Parse(parts[1], CultureInfo.InvariantCulture);
        if (exponent < -4 || exponent >= digits)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"{Trimmed(parts[0])}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }

        // From the rounded digits: a second rounding could differ.
        return Trimmed(decimal.Parse(parts[0], CultureInfo.InvariantCulture) is var mantissa
            ? (exponent >= 0 ? mantissa * (decimal)Math.Pow(10, exponent) : mantissa / (decimal)Math.Pow(10, -exponent))
                .ToString("F" + (digits - 1 - exponent).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            : "");

        static string Trimmed(string text) => text.Contains('.', StringComparison.Ordinal) ? text.TrimEnd('0').TrimEnd('.') : text;
    }

    /// <summary>The level of a number in a factor, as R's <c>as.character</c>.</summary>
    public static string OfLevel(double value) => value switch
    {
        double.PositiveInfinity => "Inf",
        double.NegativeInfinity => "-Inf",
        _ when value == Math.Floor(value) && Math.Abs(value) < 100_000 => ((int)value).ToString(CultureInfo.InvariantCulture),
        _ => Format(value),
    };
}
