namespace SurvivalKit.TextCheck;

/// <summary>Which rows of a table belong together: those below a row that has a label and no results.</summary>
internal sealed class TextTableGroups
{
    private readonly Dictionary<TextRow, int> _group = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<(int Group, int Column, bool WithMissing), int?> _categories = [];
    private readonly Dictionary<(int Group, int Column, bool WithMissing), int?> _missing = [];
    private readonly Dictionary<TextRow, int> _place = new(ReferenceEqualityComparer.Instance);
    private readonly List<(TextRow? Head, List<TextRow> Rows)> _groups = [(null, [])];

    public TextTableGroups(TextTable table)
    {
        foreach (TextRow row in table.Rows)
        {
            bool isHead = !row.Label.IsEmpty
                && !Enumerable.Range(0, table.Columns.Length).Any(c => row[c] is { } cell && !table.Columns[c].IsP && !IsSize(cell));
            if (isHead)
            {
                _groups.Add((row, []));
            }
            else
            {
                _groups[^1].Rows.Add(row);
            }

            _group[row] = _groups.Count - 1;
            _place[row] = _groups[^1].Rows.Count - 1;
        }
    }

    /// <summary>"n = 20": the number of patients of the rows below.</summary>
    private static bool IsSize(TextCell cell) =>
        cell.Tokens.Any(token => token.Key == "n") && TextTableReader.SizeOf(cell.Tokens) is not null;

    /// <summary>The row that heads a row's group, or the row itself where it is a heading; <see langword="null"/>: none.</summary>
    public TextRow? HeadOf(TextRow row) => _groups[_group[row]].Head;

    /// <summary>The rows of a row's group, without its head.</summary>
    public IReadOnlyList<TextRow> RowsOf(TextRow row) => _groups[_group[row]].Rows;

    /// <summary>The position of a row among the rows of its group; -1 for the head.</summary>
    public int PlaceOf(TextRow row) => _place[row];

    /// <summary>The count of a cell; <see langword="null"/>: it has none.</summary>
    public static int? CountOf(TextRow row, int column) => row[column] is { } cell
        ? CellGrammar.Count(cell.Tokens, out _)?.Count ?? (cell.Tokens is [{ IsWhole: true } whole] ? (int)whole.Number.Value : null)
        : null;

    /// <summary>
    /// The sum of a column over the categories of a row's group, without rows that are sums of others; <see langword="null"/>: a cell has
    /// no count, or the printed percentages do not add up to 100, as those of rows that overlap.
    /// </summary>
    public int? CategoriesOf(TextRow row, int column, bool withMissing) => Remembered(_categories, (_group[row], column, withMissing));

    /// <summary>The number of missing values of a column, from the rows of the group that count them.</summary>
    public int MissingOf(TextRow row, int column) => Remembered(_missing, (_group[row], column, true)) ?? 0;

    private int? Remembered(Dictionary<(int, int, bool), int?> known, (int Group, int Column, bool WithMissing) key)
    {
        if (!known.TryGetValue(key, out int? value))
        {
            List<TextRow> rows = _groups[key.Group].Rows;
            value = known == _missing ? Missing(rows, key.Column) : Categories(rows, key.Column, key.WithMissing);
            known[key] = value;
        }

        return value;
    }

    private static int? Categories(List<TextRow> rows, int column, bool withMissing)
    {
        long sum = 0;
        decimal percent = 0;
        decimal slack = 0;
        foreach (TextRow category in rows)
        {
            if (category.IsSum || (!withMissing && category.IsMissing))
            {
                continue;
            }

            // A dash or an empty cell is a category without patients.
            if (category[column] is not { } cell)
            {
                continue;
            }

            if (CellGrammar.Count(cell.Tokens, out _) is not { } count)
            {
                if (cell.Tokens is [{ IsWhole: true, Number.Value: 0 }])
                {
                    continue;
                }

                return null;
            }

            sum += count.Count;
            percent += count.Percent.Value;
            slack += count.Percent.Unit;
        }

        return sum is > 0 and <= int.MaxValue && Math.Abs(percent - 100) <= slack ? (int)sum : null;
    }

    private static int? Missing(List<TextRow> rows, int column)
    {
        long sum = rows.Where(row => row.IsMissing).Sum(row => (long)(CountOf(row, column) ?? 0));
        return sum <= int.MaxValue ? (int)sum : null;
    }
}
