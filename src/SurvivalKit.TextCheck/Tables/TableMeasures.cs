namespace SurvivalKit.TextCheck;

/// <summary>The content of a row's cells according to its label.</summary>
internal enum TableMeasure
{
    /// <summary>Not named.</summary>
    Unnamed,

    /// <summary>Counts with percentages.</summary>
    Percent,

    /// <summary>Means with standard deviations.</summary>
    Mean,

    /// <summary>Medians.</summary>
    Median,
}

/// <summary>Reads the content of cells from labels and headings.</summary>
internal static class TableMeasures
{
    /// <summary>The label decides, then the label of its group, then the heading.</summary>
    public static TableMeasure Read(TextTable table, TextRow row, TextRow? head, int column)
    {
        TableMeasure group = head is null ? TableMeasure.Unnamed : Read(head.Label.Tokens);
        TableMeasure own = Read(row.Label.Tokens);
        if (own == TableMeasure.Unnamed && group != TableMeasure.Percent && NamesDeviation(row.Label.Tokens))
        {
            return TableMeasure.Mean;
        }

        return own != TableMeasure.Unnamed ? own
            : group != TableMeasure.Unnamed ? group
            : Read(table.Columns[column].Tokens);
    }

    /// <summary>The meaning of two numbers after an estimate, by the label.</summary>
    public static IntervalMeaning MeaningOf(TextRow row) =>
        row.Label.Tokens.Any(token => token.Key is "iqr" or "interquartile") ? IntervalMeaning.Quartiles
        : row.Label.Tokens.Any(token => token.Key == "range") ? IntervalMeaning.Range
        : row.Label.Tokens.Any(token => token.Key is "ci" or "confidence") ? IntervalMeaning.Confidence
        : IntervalMeaning.Unnamed;

    /// <summary>Whether the label names a measure of whole numbers.</summary>
    public static bool IsWhole(TextRow row) => WholeNumberWords.SaysWhole(row.Label.Tokens, 0, row.Label.Tokens.Count);

    /// <summary>Whether a per cent sign means that percentages are printed; that of "95% CI" and "&gt;55%" does not.</summary>
    public static bool SaysPercent(IReadOnlyList<Token> tokens)
    {
        for (int i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Key == "%" && (i == 0 || tokens[i - 1].Kind != TokenKind.Number))
            {
                return true;
            }
        }

        return false;
    }

    private static TableMeasure Read(IReadOnlyList<Token> tokens)
    {
        if (SaysPercent(tokens))
        {
            return TableMeasure.Percent;
        }

        TableMeasure measure = TableMeasure.Unnamed;
        foreach (Token token in tokens)
        {
            // "Median ± SD" gives a spread as one number, which is not an interval of the median.
            measure = token.Key switch
            {
                "mean" or "means" or "average" or "±" => TableMeasure.Mean,
                "median" or "iqr" or "mpfs" or "mos" or "range" when measure == TableMeasure.Unnamed => TableMeasure.Median,
                _ => measure,
            };
        }

        return measure;
    }

    /// <summary>"Age (SD)" names a standard deviation; "SD" alone and "CR + PR + SD" are stable disease.</summary>
    private static bool NamesDeviation(IReadOnlyList<Token> tokens)
    {
        for (int i = 1; i < tokens.Count; i++)
        {
            if (tokens[i].Key == "sd" && tokens[i - 1].Key != "+")
            {
                return true;
            }
        }

        return false;
    }
}
