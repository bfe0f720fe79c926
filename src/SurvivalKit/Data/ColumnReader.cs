using System.Globalization;
using Microsoft.Data.Analysis;

namespace SurvivalKit;

/// <summary>Turns the cells of a column into a typed column: by the schema, or by the narrowest kind that all its cells fit.</summary>
internal sealed class ColumnReader
{
    private static readonly ColumnKind[] Inferred = [ColumnKind.WholeNumber, ColumnKind.Number, ColumnKind.Logical, ColumnKind.Date];

    private readonly RawTable _table;
    private readonly CsvOptions _options;
    private readonly CultureInfo _culture;

    private ColumnReader(RawTable table, CsvOptions options)
    {
        _table = table;
        _options = options;
        _culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        if (options.DecimalComma)
        {
            _culture.NumberFormat.NumberDecimalSeparator = ",";
        }
    }

    public static IEnumerable<DataFrameColumn> ReadAll(RawTable table, CsvOptions options)
    {
        foreach (string name in options.Schema.Keys)
        {
            if (!table.Header.Contains(name, StringComparer.Ordinal))
            {
                throw SurvivalDataException.AtColumn(
                    table.Name, name, $"the schema names it, but the file has only {string.Join(", ", table.Header)}.");
            }
        }

        var reader = new ColumnReader(table, options);
        return [.. table.Header.Select((name, c) => reader.Read(name, table.Cells[c]))];
    }

    private DataFrameColumn Read(string name, List<string> cells)
    {
        ColumnKind kind = _options.Schema.TryGetValue(name, out ColumnKind? given) ? given : Infer(cells);
        if (kind is ColumnKind.OfLevels factor)
        {
            return ReadFactor(name, cells, factor);
        }

        return kind == ColumnKind.Number ? new DoubleDataFrameColumn(name, Values(name, cells, kind, Number))
            : kind == ColumnKind.WholeNumber ? ReadIntegers(name, cells)
            : kind == ColumnKind.Logical ? new BooleanDataFrameColumn(name, Values(name, cells, kind, Logical))
            : kind == ColumnKind.Date ? new DateTimeDataFrameColumn(name, Values(name, cells, kind, Date))
            : new StringDataFrameColumn(name, cells.Select(cell => IsMissing(cell) ? null : cell));
    }

    private ColumnKind Infer(List<string> cells)
    {
        if (cells.TrueForAll(IsMissing))
        {
            return ColumnKind.Number;
        }

        foreach (ColumnKind kind in Inferred)
        {
            if (cells.TrueForAll(cell => IsMissing(cell) || Fits(cell, kind)))
            {
                return kind;
            }
        }

        return ColumnKind.Text;
    }

    private bool Fits(string cell, ColumnKind kind) =>
        kind == ColumnKind.WholeNumber ? Integer(cell) is not null
        : kind == ColumnKind.Number ? Number(cell) is not null
        : kind == ColumnKind.Logical ? Logical(cell) is not null
        : Date(cell) is not null;

    private DataFrameColumn ReadIntegers(string name, List<string> cells)
    {
        List<long?> values = [.. Values(name, cells, ColumnKind.WholeNumber, Integer)];
        return values.TrueForAll(value => value is null or (>= int.MinValue and <= int.MaxValue))
            ? new Int32DataFrameColumn(name, values.Select(value => (int?)value))
            : new Int64DataFrameColumn(name, values);
    }

    private FactorColumn ReadFactor(string name, List<string> cells, ColumnKind.OfLevels factor)
    {
        List<string?> values = [.. cells.Select(cell => IsMissing(cell) ? null : cell)];
        if (factor.Levels.IsEmpty)
        {
            return new FactorColumn(name, values, values.OfType<string>().Distinct(StringComparer.Ordinal).Order(LevelOrder.Text));
        }

        int bad = values.FindIndex(value => value is not null && !factor.Levels.Contains(value));
        return bad < 0
            ? new FactorColumn(name, values, factor.Levels)
            : throw NotExpected(name, bad, cells[bad], factor);
    }

    private IEnumerable<T?> Values<T>(string name, List<string> cells, ColumnKind kind, Func<string, T?> parse)
        where T : struct
    {
        for (int row = 0; row < cells.Count; row++)
        {
            yield return IsMissing(cells[row]) ? null : parse(cells[row]) ?? throw NotExpected(name, row, cells[row], kind);
        }
    }

    private SurvivalDataException NotExpected(string name, int row, string cell, ColumnKind kind) =>
        SurvivalDataException.AtCell(_table.Name, row + 1, name, cell, $"\"{cell}\" was found where {kind.Expected} was expected.");

    private bool IsMissing(string cell) => _options.Missing.Contains(cell);

    private long? Integer(string cell) => long.TryParse(cell, NumberStyles.AllowLeadingSign, _culture, out long value) ? value : null;

    // R writes infinities as Inf; .NET's parser knows them under other names.
    private double? Number(string cell) => cell switch
    {
        "Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.TryParse(cell, NumberStyles.Float, _culture, out double value) && double.IsFinite(value) ? value : null,
    };

    private static bool? Logical(string cell) => cell switch
    {
        "TRUE" or "True" or "true" or "T" => true,
        "FALSE" or "False" or "false" or "F" => false,
        _ => null,
    };

    private static DateTime? Date(string cell) =>
        cell.Length >= 8 && cell.Contains('-', StringComparison.Ordinal)
        && DateTime.TryParseExact(
            cell,
            ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ssK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal,
            out DateTime date)
            ? date
            : null;
}
