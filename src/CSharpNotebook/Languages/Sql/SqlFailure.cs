using System.Globalization;
using System.Text.RegularExpressions;
using CSharpNotebook.Cells;
using DuckDB.NET.Data;

namespace CSharpNotebook.Languages.Sql;

/// <summary>DuckDB's error for a failed statement, with its line and column.</summary>
internal static partial class SqlFailure
{
    public static CellFailedException From(DuckDBException exception)
    {
        string said = exception.Message.ReplaceLineEndings("\n").Trim();
        Match place = PlacePattern().Match(said);
        string sentence = (place.Success ? said[..place.Index] : said).Trim().Replace("\n", " ", StringComparison.Ordinal);
        return new CellFailedException(new CellFailure(CellFailureKind.Runtime, "DuckDBException", sentence)
        {
            Line = place.Success ? int.Parse(place.Groups["line"].ValueSpan, CultureInfo.InvariantCulture) : null,
            // A long line is shown only in part, and the mark then does not give the column.
            Column = place.Success
                && place.Groups["mark"].Success
                && !place.Groups["text"].Value.StartsWith("...", StringComparison.Ordinal)
                ? place.Groups["mark"].Length - place.Groups["head"].Length
                : null,
            Traceback = [.. said.Split('\n').Where(line => line.Length > 0)],
            Exception = exception,
        });
    }

    [GeneratedRegex(
        @"^(?<head>LINE (?<line>\d+): )(?<text>.*)(\n(?<mark> *\^))?",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex PlacePattern();
}
