using System.Globalization;

namespace SurvivalKit;

/// <summary>Numbers as summaries print them.</summary>
internal static class NumberText
{
    /// <summary>Four significant digits, zeros kept: <c>1.030</c>, <c>0.009267</c>; <c>3.381e+09</c> where that would be long, <c>Inf</c>, <c>NA</c>.</summary>
    public static string Significant(double value)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NA" : value > 0 ? "Inf" : "-Inf";
        }

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

    /// <summary>A test statistic: two decimals, or <see cref="Significant"/> where they would be many digits or none.</summary>
    public static string Statistic(double value) =>
        double.IsFinite(value) && Math.Abs(value) < 1e5 ? value.ToString("0.00", CultureInfo.InvariantCulture) : Significant(value);

    /// <summary>Degrees of freedom: whole ones without decimals.</summary>
    public static string Freedom(double value) => value.ToString(value == Math.Floor(value) ? "0" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>A time or a weighted count: at most two decimals, more only where it is small.</summary>
    public static string Time(double value) =>
        value == 0 || (Math.Abs(value) >= 0.1 && Math.Abs(value) < 1e15) ? value.ToString("0.##", CultureInfo.InvariantCulture) : Significant(value);
}
