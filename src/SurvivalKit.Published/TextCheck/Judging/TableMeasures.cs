namespace SurvivalKit.Published;

/// <summary>What the label of a row says that its cells hold.</summary>
internal enum TableMeasure
{
    /// <summary>Nothing.</summary>
    Unnamed,

    /// <summary>Counts with percentages.</summary>
    Percent,

    /// <summary>Means with standard deviations.</summary>
    Mean,

    /// <summary>Medians.</summary>
    Median,
}

/// <summary>Reads from labels and headings what cells hold.</summary>
internal static class TableMeasures
{
    private static readonly HashSet<string> WholeMeasures = new(StringComparer.Ordinal) { "score", "count", "counts", "cycles", "number", "visits", "points", "children" };

    /// <summary>The label decides, then the label of its group, then the heading.</summary>
    public static TableMeasure Of(TextTable table, TextRow row, TextRow? head, int column)
    {
        TableMeasure own = Of(row.Label.Tokens);
        return own != TableMeasure.Unnamed ? own
            : head is not null && Of(head.Label.Tokens) is var group and not TableMeasure.Unnamed ? group
            : Of(table.Columns[column].Tokens);
    }

    /// <summary>Whether the label names a measure of whole numbers.</summary>
    public static bool IsWhole(TextRow row) => row.Label.Says(WholeMeasures);

    private static TableMeasure Of(IReadOnlyList<Token> tokens)
    {
        TableMeasure measure = TableMeasure.Unnamed;
        foreach (Token token in tokens)
        {
            if (token.Key == "%")
            {
                return TableMeasure.Percent;
            }

            // "Median ± SD" stands for a spread of one number, which is no median's interval.
            measure = token.Key switch
            {
                "mean" or "means" or "average" or "sd" or "±" => TableMeasure.Mean,
                "median" or "iqr" or "mpfs" or "mos" or "range" when measure == TableMeasure.Unnamed => TableMeasure.Median,
                _ => measure,
            };
        }

        return measure;
    }
}
