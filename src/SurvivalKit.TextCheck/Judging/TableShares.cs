namespace SurvivalKit.TextCheck;

/// <summary>What the percentages of a row may be shares of where they are none of all patients of their columns: of the row above that it
/// is a part of, of a row above that gives them in every column.</summary>
/// <param name="table">The table.</param>
/// <param name="groups">Its groups of rows.</param>
internal sealed class TableShares(TextTable table, TextTableGroups groups)
{
    private const int Furthest = 15;

    private readonly Dictionary<TextRow, int> _places = Places(table);
    private readonly Dictionary<TextRow, TextRow?> _wholes = new(ReferenceEqualityComparer.Instance);

    /// <summary>The possible denominators of a cell, the likeliest first.</summary>
    public IEnumerable<Denominator> Of(TextRow row, int column)
    {
        foreach (TextRow whole in ParentsOf(row).Concat(WholeOf(row) is { } other ? [other] : []))
        {
            if (SizeOf(whole, column) is { } n)
            {
                yield return new($"\"{whole.Label.Text}\"", n);
            }
        }

        if (TextTableReader.SizeOf(row.Label.Tokens) is { } own)
        {
            yield return new("the N of the row", own);
        }
    }

    /// <summary>The numbers of the columns that a row can be compared within, each with the name of the row above that has them.</summary>
    public IEnumerable<(string Name, int[] Sizes)> SizesOf(TextRow row, int[] columns)
    {
        foreach (TextRow whole in ParentsOf(row).Concat(WholeOf(row) is { } other ? [other] : []))
        {
            int[] sizes = [.. columns.Select(c => TextTableGroups.CountOf(whole, c)
                ?? (whole[c] is { } cell ? TextTableReader.SizeOf(cell.Tokens) : null)).OfType<int>()];
            if (sizes.Length == columns.Length)
            {
                yield return (whole.Label.Text, sizes);
            }
        }
    }

    /// <summary>The rows above that a row is set in below, or that it says to be a part of, the nearest first; at last the head of its
    /// group.</summary>
    public IEnumerable<TextRow> ParentsOf(TextRow row)
    {
        (int indent, bool isPart) = (row.Indent, row.IsPart);
        for (int i = _places[row] - 1; i >= 0 && (indent > 0 || isPart); i--)
        {
            TextRow above = table.Rows[i];
            if (above.Indent < indent || (isPart && !above.IsPart && above.Indent <= indent))
            {
                (indent, isPart) = (above.Indent, above.IsPart);
                yield return above;
            }
        }

        if (groups.HeadOf(row) is { } head && head != row)
        {
            yield return head;
        }
    }

    /// <summary>The number of those that a row counts in a column, as a count, as an N, or by the N of its label.</summary>
    public static int? SizeOf(TextRow row, int column) => TextTableGroups.CountOf(row, column)
        ?? (row[column] is { } cell ? TextTableReader.SizeOf(cell.Tokens) : null)
        ?? TextTableReader.SizeOf(row.Label.Tokens);

    /// <summary>The nearest row above whose counts give the percentages of all cells of a row, of which there are two or more; one that
    /// gives some of them gives them by chance.</summary>
    private TextRow? WholeOf(TextRow row)
    {
        if (!_wholes.TryGetValue(row, out TextRow? whole))
        {
            (int Column, CountStatistic Count)[] cells = [.. TableCounts.Of(table, row).Where(cell => cell.Count.Count > 0)];
            for (int i = _places[row] - 1; cells.Length > 1 && whole is null && i >= Math.Max(0, _places[row] - Furthest); i--)
            {
                TextRow above = table.Rows[i];
                whole = cells.All(cell => TextTableGroups.CountOf(above, cell.Column) is { } n
                    && n < (table.Columns[cell.Column].N ?? int.MaxValue)
                    && TableCounts.IsShare(cell.Count, n)) ? above : null;
            }

            _wholes[row] = whole;
        }

        return whole;
    }

    private static Dictionary<TextRow, int> Places(TextTable table)
    {
        var places = new Dictionary<TextRow, int>(ReferenceEqualityComparer.Instance);
        foreach (TextRow row in table.Rows)
        {
            places.Add(row, places.Count);
        }

        return places;
    }
}
