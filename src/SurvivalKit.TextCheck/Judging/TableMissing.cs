namespace SurvivalKit.TextCheck;

/// <summary>
/// Missing values that a table does not count but its percentages show: the columns of a row are shares of the same part of their patients,
/// or two rows of a variable are shares of the same smaller number. One cell alone that does not fit shows nothing.
/// </summary>
/// <param name="table">The table.</param>
/// <param name="groups">Its groups of rows.</param>
internal sealed class TableMissing(TextTable table, TextTableGroups groups)
{
    // So much may the part of those with a value differ between the groups.
    private const double Allowance = 0.03;
    private const double LeastPart = 0.5;

    private readonly Dictionary<TextRow, bool> _coherent = new(ReferenceEqualityComparer.Instance);

    /// <summary>About how many of a column have a value, by a cell that is no share of all of them; <see langword="null"/>: nothing shows
    /// that values are missing.</summary>
    public int? Valued(TextRow row, int column)
    {
        return table.Columns[column].N is { } n && CellOf(row, column) is { } count && Smaller(count, n) is { } range
            && (IsCoherent(row) || HasTwin(row, column, n, range))
            ? (int)(((long)range.Low + range.High) / 2)
            : null;
    }

    /// <summary>Whether no column with a count is a share of its N, and all are of the same part of it.</summary>
    private bool IsCoherent(TextRow row)
    {
        if (!_coherent.TryGetValue(row, out bool isCoherent))
        {
            (int Column, CountStatistic Count)[] cells =
                [.. TableCounts.Of(table, row).Where(cell => cell.Count.Count > 0 && table.Columns[cell.Column].N is not null)];
            double low = LeastPart;
            double high = 1;
            isCoherent = cells.Length > 1;
            foreach ((int column, CountStatistic count) in cells)
            {
                int n = table.Columns[column].N!.Value;
                if (Smaller(count, n) is not { } range)
                {
                    isCoherent = false;
                    break;
                }

                low = Math.Max(low, ((double)range.Low / n) - Allowance);
                high = Math.Min(high, ((double)range.High / n) + Allowance);
            }

            isCoherent &= low <= high;
            _coherent[row] = isCoherent;
        }

        return isCoherent;
    }

    /// <summary>Whether another row of the variable is a share of the same smaller number.</summary>
    private bool HasTwin(TextRow row, int column, int n, (int Low, int High) range) =>
        groups.HeadOf(row) is not null && groups.RowsOf(row).Any(other => other != row && CellOf(other, column) is { } count
            && Smaller(count, n) is { } others && others.Low <= range.High && range.Low <= others.High);

    /// <summary>The numbers below N of which a count is the percentage, where it is none of N.</summary>
    private static (int Low, int High)? Smaller(CountStatistic count, int n)
    {
        bool isOfAll = count.Count <= n
            && Rounding.RuleThatPrints(100.0 * count.Count / n, count.Percent.Value, count.Percent.Decimals) is not null;
        return isOfAll || TableCounts.Denominators(count) is not { } range || range.Low >= n || range.High < n * LeastPart
            ? null
            : (range.Low, Math.Min(range.High, n - 1));
    }

    private static CountStatistic? CellOf(TextRow row, int column) =>
        row[column] is { } cell ? CellGrammar.Count(cell.Tokens, out _) : null;
}
