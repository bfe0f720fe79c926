namespace SurvivalKit.TextCheck;

/// <summary>The counts with percentages of a row, and the numbers that give the percentages.</summary>
internal static class TableCounts
{
    /// <summary>The cells of a row that hold a count with its percentage, each with its column.</summary>
    public static IEnumerable<(int Column, CountStatistic Count)> Of(TextTable table, TextRow row)
    {
        for (int c = 0; c < table.Columns.Length; c++)
        {
            if (!table.Columns[c].IsP && row[c] is { } cell && CellGrammar.Count(cell.Tokens, out _) is { } count)
            {
                yield return (c, count);
            }
        }
    }

    /// <summary>Whether a count of so many prints as its percentage, rounded to the nearest.</summary>
    public static bool IsShare(CountStatistic count, int n) => n > 0 && n >= count.Count
        && Rounding.RuleThatPrints(100.0 * count.Count / n, count.Percent.Value, count.Percent.Decimals) == RoundingRule.HalfUp;

    /// <summary>The least and the greatest number of which the count is the percentage; <see langword="null"/>: none is.</summary>
    public static (int Low, int High)? Denominators(CountStatistic count)
    {
        double half = (double)count.Percent.Unit / 2;
        double percent = (double)count.Percent.Value;
        if (count.Count == 0 || percent - half <= 0)
        {
            return null;
        }

        double low = Math.Ceiling((100.0 * count.Count / (percent + half)) - 1e-9);
        double high = Math.Floor((100.0 * count.Count / (percent - half)) + 1e-9);
        return low <= high && high < int.MaxValue ? (Math.Max(count.Count, (int)low), (int)high) : null;
    }
}
