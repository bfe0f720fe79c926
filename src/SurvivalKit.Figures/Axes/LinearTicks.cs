using System.Collections.Immutable;
using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>Round positions along an axis from 0.</summary>
internal static class LinearTicks
{
    private static readonly double[] Decimal = [1, 2, 2.5, 5];
    private static readonly double[] Months = [1, 2, 3, 6, 12, 24, 36, 48, 60, 120, 240, 360, 600, 1200];
    private static readonly double[] Weeks = [1, 2, 4, 8, 13, 26, 52, 104, 260, 520, 1040];

    /// <summary>The smallest round step that gives at most <paramref name="most"/> ticks from 0 to <paramref name="end"/>.</summary>
    /// <param name="end">End of the axis, above 0.</param>
    /// <param name="most">Greatest number of ticks, including 0; at least 2.</param>
    /// <param name="unit">The unit of time: months have steps of 3, 6 and 12, weeks of 4, 13, 26 and 52, all others of 1, 2 and 5 times
    /// a power of ten, and of 250, 2500 and so on.</param>
    public static double Step(double end, int most, string? unit)
    {
        foreach (double step in Candidates(end, unit))
        {
            if (Math.Floor((end / step) + 1e-9) + 1 <= most)
            {
                return step;
            }
        }

        return end;
    }

    /// <summary>The multiples of <paramref name="step"/> from 0 to <paramref name="end"/>.</summary>
    public static ImmutableArray<double> Positions(double end, double step)
    {
        int count = (int)Math.Floor((end / step) + 1e-9) + 1;
        // A decimal product, so that 3 * 0.1 is 0.3.
        return [.. Enumerable.Range(0, count).Select(i => (double)(i * (decimal)step))];
    }

    /// <summary>A tick's label, with as many decimals as the step needs.</summary>
    public static string Label(double value, double step)
    {
        int decimals = 0;
        while (decimals < 12 && Math.Abs(Math.Round(step, decimals) - step) > 1e-9 * step)
        {
            decimals++;
        }

        return value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static IEnumerable<double> Candidates(double end, string? unit)
    {
        string name = unit?.Trim().ToUpperInvariant() ?? "";
        double[] calendar = name.StartsWith("MONTH", StringComparison.Ordinal) || name is "MO" ? Months
            : name.StartsWith("WEEK", StringComparison.Ordinal) || name is "WK" ? Weeks
            : [];
        int exponent = (int)Math.Floor(Math.Log10(end)) - 2;
        if (calendar.Length > 0 && end >= 4)
        {
            foreach (double step in calendar)
            {
                yield return step;
            }

            exponent = 3;
        }

        for (; exponent < 308; exponent++)
        {
            // 250 is a round step, 2.5 is not.
            foreach (double digit in Decimal.Where(d => d != 2.5 || exponent >= 2))
            {
                yield return digit * Math.Pow(10, exponent);
            }
        }
    }
}
