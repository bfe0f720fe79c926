using System.Collections.Immutable;

namespace SurvivalKit;

/// <summary>How <see cref="SurvivalData.ReadCsv(string, CsvOptions?)"/> reads a delimited file.</summary>
public sealed record CsvOptions
{
    /// <summary>The character between two values; default: a tab for <c>.tsv</c> and <c>.tab</c> files, else a comma, or with
    /// <see cref="DecimalComma"/> a semicolon.</summary>
    public char? Separator { get; init; }

    /// <summary>The texts of a missing value; default: the empty text and <c>NA</c>.</summary>
    public ImmutableArray<string> Missing { get; init; } = ["", "NA"];

    /// <summary>The types of single columns; default: none, so that every kind is inferred over the whole file.</summary>
    /// <remarks>A column named here that the file does not have is an error.</remarks>
    public IReadOnlyDictionary<string, ColumnKind> Schema { get; init; } = ImmutableDictionary<string, ColumnKind>.Empty;

    /// <summary>Whether the decimal separator is a comma, as in many European files; default: no.</summary>
    public bool DecimalComma { get; init; }
}
