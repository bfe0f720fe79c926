using System.Globalization;

namespace SurvivalKit.Figures;

/// <summary>Numbers of a forest plot as text.</summary>
internal static class ForestText
{
    /// <summary>The text in place of the ratio of a reference level.</summary>
    public const string Reference = "1 [Reference]";

    /// <summary>The text in place of a ratio that is not estimable; the footnote explains it.</summary>
    public const string Missing = "NE";

    /// <summary>The footnote's explanation of <see cref="Missing"/>: the reasons that are known, and of which rows.</summary>
    public static string NotEstimable(IEnumerable<ForestRow> rows)
    {
        IEnumerable<string> reasons = rows
            .SelectMany(row => row.Estimates, (row, estimate) => (row.Label, Reason: estimate is { IsEstimable: false } ? estimate.Reason : null))
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Reason))
            .Distinct()
            .GroupBy(pair => pair.Reason, pair => pair.Label, StringComparer.Ordinal)
            .Select(group => $"{group.Key}: {string.Join(", ", group)}");
        string why = string.Join("; ", reasons);
        return why.Length == 0 ? $"{Missing}: not estimable." : $"{Missing}: not estimable ({why}).";
    }

    /// <summary>A ratio with the given decimals; a bound is given instead of a value that rounds to 0 or exceeds a thousand.</summary>
    public static string Ratio(double value, int decimals)
    {
        string format = "F" + decimals.ToString(CultureInfo.InvariantCulture);
        double least = Math.Pow(10, -decimals);
        if (double.IsPositiveInfinity(value))
        {
            return "\u221E";
        }

        if (value > 1000)
        {
            return ">1000";
        }

        if (value >= 0 && value < least / 2)
        {
            return "<" + least.ToString(format, CultureInfo.InvariantCulture);
        }

        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The interval in brackets.</summary>
    public static string Interval(ForestEstimate estimate, int decimals) =>
        $"({Ratio(estimate.Lower, decimals)}\u2013{Ratio(estimate.Upper, decimals)})";

    /// <summary>Events and patients of a row.</summary>
    public static string Counts(ForestRow row) => (row.Events, row.Count) switch
    {
        ({ } events, { } count) => $"{RiskRows.Count(events)}/{RiskRows.Count(count)}",
        (null, { } count) => RiskRows.Count(count),
        ({ } events, null) => RiskRows.Count(events),
        _ => "",
    };
}
