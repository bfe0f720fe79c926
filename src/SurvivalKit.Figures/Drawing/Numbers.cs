using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>Numbers as they are written into an SVG: the same text in every culture and no more digits than are visible.</summary>
internal static class Numbers
{
    /// <summary>Two decimals at most: a hundredth of a point is less than any printer resolves.</summary>
    public static string Coordinate(double value) => Short(value, 2);

    /// <summary>At most <paramref name="decimals"/> decimals, no trailing zeros, no negative zero.</summary>
    public static string Short(double value, int decimals)
    {
        double rounded = Math.Round(value, decimals, MidpointRounding.AwayFromZero);
        return (rounded == 0 ? 0 : rounded).ToString("0.####", CultureInfo.InvariantCulture);
    }
}
