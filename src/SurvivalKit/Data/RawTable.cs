using System.Globalization;
using CsvHelper;

namespace SurvivalKit;

/// <summary>A delimited text split into cells, column by column, before the kinds of its columns are known.</summary>
/// <param name="Name">The name of the text in error messages.</param>
/// <param name="Header">The column names.</param>
/// <param name="Cells">The cells of each column, a row each, unchanged.</param>
internal sealed record RawTable(string Name, string[] Header, List<string>[] Cells)
{
    public static RawTable Read(TextReader text, string name, CsvOptions options)
    {
        var form = new CsvReaderOptions
        {
            Separator = options.Separator ?? DefaultSeparator(name, options.DecimalComma),
            HasHeader = false,
            TrimWhitespace = true,
            MalformedData = CsvMalformedDataHandling.Throw,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
            TrackLineNumbers = true,
        };
        using CsvReader reader = CsvReader.Create(text, form, leaveOpen: true);
        try
        {
            return Read(reader, name);
        }
        catch (CsvFormatException e)
        {
            throw SurvivalDataException.AtFile(name, string.Create(
                CultureInfo.InvariantCulture,
                $"line {e.LineNumber} has a quotation mark that is not closed or not doubled."));
        }
    }

    private static RawTable Read(CsvReader reader, string name)
    {
        string[] header = ReadHeader(reader, name);
        List<string>[] cells = [.. header.Select(_ => new List<string>())];
        while (reader.Read())
        {
            if (reader.FieldCount != header.Length)
            {
                throw SurvivalDataException.AtRow(name, cells[0].Count + 1L, string.Create(
                    CultureInfo.InvariantCulture,
                    $"row {cells[0].Count + 1} (line {reader.LineNumber}) has {reader.FieldCount} values; {header.Length} were expected, as in the header."));
            }

            for (int c = 0; c < header.Length; c++)
            {
                cells[c].Add(reader.GetString(c));
            }
        }

        return cells[0].Count == 0
            ? throw SurvivalDataException.AtFile(name, "the file has a header but no rows; at least one row was expected.")
            : new RawTable(name, header, cells);
    }

    private static string[] ReadHeader(CsvReader reader, string name)
    {
        if (!reader.Read())
        {
            throw SurvivalDataException.AtFile(name, "the file is empty; a header line and rows were expected.");
        }

        string[] header = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (int c = 0; c < header.Length; c++)
        {
            if (header[c].Length == 0)
            {
                throw SurvivalDataException.AtFile(
                    name, string.Create(CultureInfo.InvariantCulture, $"column {c + 1} has no name in the header."));
            }

            if (!seen.Add(header[c]))
            {
                throw SurvivalDataException.AtFile(name, $"the header names column \"{header[c]}\" twice.");
            }
        }

        return header;
    }

    private static char DefaultSeparator(string name, bool decimalComma)
    {
        string plain = name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        return Path.GetExtension(plain).ToUpperInvariant() is ".TSV" or ".TAB" ? '\t' : decimalComma ? ';' : ',';
    }
}
