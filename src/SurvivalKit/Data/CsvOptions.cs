using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>How <see cref="SurvivalData.ReadCsv(string, CsvOptions?)"/> reads a delimited file.</summary>
public sealed record CsvOptions
{
    /// <summary>The character between two values; default: found in the header line and the first rows (comma, semicolon, tab or vertical
    /// bar), or given by the file's own first line <c>sep=;</c>.</summary>
    public char? Separator { get; init; }

    /// <summary>The texts of a missing value; default: the empty text, <c>NA</c>, <c>NaN</c> and <c>nan</c>.</summary>
    public ImmutableArray<string> Missing { get; init; } = ["", "NA", "NaN", "nan"];

    /// <summary>The texts of a missing value in columns that hold numbers, dates or TRUE/FALSE otherwise, whatever their case; default:
    /// <c>. - -- ? N/A #N/A NULL missing</c> and <c>&lt;NA&gt;</c>. In other columns they are words.</summary>
    /// <remarks>A status with such a mark is an error all the same; <see cref="Missing"/> says that it is missing.</remarks>
    public ImmutableArray<string> MissingInNumbers { get; init; } = [".", "-", "--", "?", "N/A", "#N/A", "NULL", "<NA>", "missing"];

    /// <summary>The types of single columns; default: none, so that every kind is inferred over the whole file.</summary>
    /// <remarks>A column named here that the file does not have is an error.</remarks>
    public IReadOnlyDictionary<string, ColumnKind> Schema { get; init; } = ImmutableDictionary<string, ColumnKind>.Empty;

    /// <summary>Whether the decimal separator is a comma, as in many European files; default: found, from the first rows and for each
    /// column.</summary>
    public bool? DecimalComma { get; init; }

    /// <summary>The encoding, by its registered name or as <c>latin1</c>; default: that of the byte-order mark, else UTF-8 or UTF-16 where
    /// the bytes are it, else Windows-1252 (of which Latin-1 is a part).</summary>
    public string? Encoding { get; init; }

    /// <summary>The order of dates such as 05/04/2019; default: the one in which all dates of the column are dates, or those of another
    /// column. Where both are possible, using the column is an error.</summary>
    public DateOrder? Dates { get; init; }
}
