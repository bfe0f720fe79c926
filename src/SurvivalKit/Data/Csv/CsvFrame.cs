using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>The columns of a delimited text as typed columns: by the schema, or by the narrowest kind that all cells fit.</summary>
internal sealed class CsvFrame
{
    private readonly CsvTable _table;
    private readonly CsvOptions _options;
    private readonly WordReader _words;

    private CsvFrame(CsvTable table, CsvOptions options)
    {
        _table = table;
        _options = options;
        _words = new WordReader(options, table.Dialect);
    }

    /// <summary>Makes the columns, and adds to the table's notes how they were read.</summary>
    public static DataFrameColumn[] Columns(CsvTable table, CsvOptions options)
    {
        foreach (string name in options.Schema.Keys)
        {
            if (!table.Header.Contains(name, StringComparer.Ordinal))
            {
                throw SurvivalDataException.AtColumn(
                    table.Name, name, $"the schema names it, but the file has only {string.Join(", ", table.Header)}.");
            }
        }

        var frame = new CsvFrame(table, options);
        if (options.Dates is null)
        {
            DateOrder[][] orders = [.. table.Columns.OfType<CsvColumn.Words>().Select(frame._words.DateOrders)];
            frame._words.OrderOfFile = orders.Where(fitting => fitting.Length == 1 && fitting[0] != DateOrder.YearMonthDay)
                .Select(fitting => (DateOrder?)fitting[0]).FirstOrDefault();
        }

        var columns = new DataFrameColumn[table.Header.Length];
        var notes = new List<string>?[columns.Length];
        for (int c = 0; c < columns.Length; c++)
        {
            if (table.Columns[c] is CsvColumn.Words words && options.Schema.TryGetValue(table.Header[c], out ColumnKind? kind))
            {
                columns[c] = frame.Given(table.Header[c], words, kind);
            }
        }

        Parallel.For(0, columns.Length, c => columns[c] ??= frame.Read(table.Header[c], table.Columns[c], notes[c] = []));
        table.Notes.AddRange(notes.SelectMany(note => note ?? []));
        return columns;
    }

    private DataFrameColumn Read(string name, CsvColumn column, List<string> notes) => column switch
    {
        CsvColumn.Numbers numbers => TypedColumns.Of(name, numbers),
        CsvColumn.Words words => _words.Read(name, words, notes),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private DataFrameColumn Given(string name, CsvColumn.Words words, ColumnKind kind)
    {
        string? WordOf(int code) => _options.Missing.Contains(words.Distinct[code]) ? null : words.Distinct[code];
        string[] shown = [.. Enumerable.Range(0, words.Distinct.Length).Select(WordOf).OfType<string>()];
        NumberStyle style = (shown.Length == 0 ? null : _words.StyleOf(shown))
            ?? (_table.Dialect.DecimalComma ? NumberStyle.Comma : NumberStyle.Point);
        DateOrder order = (shown.Length == 0 ? null : _words.Decided(shown)) ?? _options.Dates ?? DateOrder.YearMonthDay;
        return kind == ColumnKind.Number ? TypedColumns.Of(name, words, Of(style.Parse))
            : kind == ColumnKind.WholeNumber ? TypedColumns.Integers(name, words, Of(TypedColumns.Whole))
            : kind == ColumnKind.Logical ? TypedColumns.Of(name, words, Of(TypedColumns.Truth))
            : kind == ColumnKind.Date ? TypedColumns.Of(name, words, Of(word => DateText.Read(word, order)))
            : kind is ColumnKind.OfLevels levels ? Factor(name, words, levels)
            : new StringDataFrameColumn(name, words.Codes.Select(WordOf));

        // The rows of a bad word are looked up only where there is one.
        Func<int, T?> Of<T>(Func<string, T?> read)
            where T : struct => code => WordOf(code) is not { } word ? null : read(word) ?? throw NotExpected(name, words, kind, read);
    }

    private FactorColumn Factor(string name, CsvColumn.Words words, ColumnKind.OfLevels factor)
    {
        string?[] texts = [.. words.Distinct.Select(word => _options.Missing.Contains(word) ? null : word)];
        IEnumerable<string> levels = factor.Levels.IsEmpty ? texts.OfType<string>().Order(LevelOrder.Text) : factor.Levels;
        return factor.Levels.IsEmpty || Array.TrueForAll(texts, word => word is null || factor.Levels.Contains(word))
            ? new FactorColumn(name, words.Codes.Select(code => texts[code]), levels)
            : throw NotExpected<int>(name, words, factor, word => factor.Levels.Contains(word) ? 0 : null);
    }

    private SurvivalDataException NotExpected<T>(string name, CsvColumn.Words words, ColumnKind kind, Func<string, T?> read)
        where T : struct
    {
        int row = Array.FindIndex(
            words.Codes, code => !_options.Missing.Contains(words.Distinct[code]) && read(words.Distinct[code]) is null);
        string cell = words.Distinct[words.Codes[row]];
        return SurvivalDataException.AtCell(
            _table.Name, row + 1, name, cell, $"\"{cell}\" was found where {kind.Expected} was expected.");
    }
}
