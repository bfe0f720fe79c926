namespace SurvivalKit.Figures;

/// <summary>Numbers of a forest plot as text.</summary>
internal static class ForestText
{
    /// <summary>The text in place of the ratio of a reference level.</summary>
    public const string Reference = "1 [Reference]";

    /// <summary>The text in place of a ratio that is not estimable; the footnote explains it.</summary>
    public const string Missing = "NE";

    /// <summary>The footnote's explanation of <see cref="Missing"/>: the reasons that are known, and of which rows.</summary>
    public static string NotEstimable(IReadOnlyList<ForestRow> rows)
    {
        IEnumerable<string> reasons = rows
            .SelectMany(
                (row, place) => row.Estimates.Select(estimate => (Label: NameOf(rows, place), estimate)),
                (_, pair) => (pair.Label, Reason: pair.estimate is { IsEstimable: false } ? pair.estimate.Reason : null))
            .Where(pair => !string.IsNullOrWhiteSpace(pair.Reason))
            .Distinct()
            .GroupBy(pair => pair.Reason, pair => pair.Label, StringComparer.Ordinal)
            .Select(group => $"{group.Key}: {string.Join(", ", group)}");
        string why = string.Join("; ", reasons);
        return why.Length == 0 ? $"{Missing}: not estimable." : $"{Missing}: not estimable ({why}).";
    }

    /// <summary>A ratio with the given decimals: <see cref="NumberText.Ratio"/>.</summary>
    public static string Ratio(double value, int decimals) => NumberText.Ratio(value, decimals);

    /// <summary>The P value of all coefficients of a variable.</summary>
    public static string JointP(double p) => double.IsNaN(p) ? Missing : PText.Value(p);

    /// <summary>The interval in brackets.</summary>
    public static string Interval(ForestEstimate estimate, int decimals) =>
        $"({Ratio(estimate.Lower, decimals)}\u2013{Ratio(estimate.Upper, decimals)})";

    // A level is named after its variable.
    private static string NameOf(IReadOnlyList<ForestRow> rows, int place)
    {
        int heading = place;
        while (heading > 0 && rows[heading].Indent > 0)
        {
            heading--;
        }

        return heading == place || rows[heading].Indent > 0 ? rows[place].Label : $"{rows[heading].Label} {rows[place].Label}";
    }

    /// <summary>Events and patients of a row.</summary>
    public static string Counts(ForestRow row) => (row.Events, row.Count) switch
    {
        ({ } events, { } count) => $"{RiskRows.Count(events)}/{RiskRows.Count(count)}",
        (null, { } count) => RiskRows.Count(count),
        ({ } events, null) => RiskRows.Count(events),
        _ => "",
    };
}
