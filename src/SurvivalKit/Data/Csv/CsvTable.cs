using System.Globalization;
using System.Text;

namespace SurvivalKit;

/// <summary>A delimited text split into columns, before the kinds of the words are known.</summary>
/// <param name="Name">The name of the text in error messages.</param>
/// <param name="Header">The column names.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The number of rows.</param>
/// <param name="Dialect">How the text is written.</param>
/// <param name="Notes">What was done that the text does not say.</param>
internal sealed record CsvTable(
    string Name, string[] Header, CsvColumn[] Columns, int Rows, CsvDialect Dialect, List<string> Notes)
{
    private const int SampleRows = 100;

    /// <summary>Reads a text in UTF-8.</summary>
    /// <exception cref="SurvivalDataException">The text is empty, a row has too few or too many fields, a quotation mark is not
    /// closed, or a name is repeated.</exception>
    public static CsvTable Read(ReadOnlyMemory<byte> text, string name, CsvOptions options)
    {
        CsvDialect dialect = CsvDialectFinder.Find(text.Span, name, options);
        var notes = new List<string>();
        text = WithoutEmptyEnd(text, dialect, notes);
        var cursor = new CsvCursor(text.Span, dialect.Separator, dialect.Start);
        cursor.SkipEmptyLines();
        if (cursor.IsAtEnd)
        {
            throw SurvivalDataException.AtFile(name, "the file is empty; a header line and rows were expected.");
        }

        var names = new List<string>();
        bool more = true;
        while (more)
        {
            more = cursor.Next(out ReadOnlySpan<byte> field);
            names.Add(Encoding.UTF8.GetString(field));
        }

        CsvBlocks.CheckQuote(cursor, text.Span, name);
        int start = cursor.At;
        List<List<string>> sample = CsvDialectFinder.Records(
            text.Span[start..Math.Min(text.Length, start + (1 << 18))], dialect.Separator, SampleRows);
        CsvHeader header = CsvHeader.Make(names, sample, name);
        var blocks = new CsvBlocks(text, name, dialect, header.Names, start, options);
        CsvColumn[] columns = blocks.Read(sample);
        int rows = blocks.Rows;
        if (rows == 0)
        {
            throw SurvivalDataException.AtFile(name, "the file has a header but no rows; at least one row was expected.");
        }

        (string[] kept, CsvColumn[] used) = header.Apply(columns, notes, name);
        return new CsvTable(name, kept, used, rows, dialect, notes);
    }

    // Excel saves rows that were once filled as separators alone.
    private static ReadOnlyMemory<byte> WithoutEmptyEnd(ReadOnlyMemory<byte> text, CsvDialect dialect, List<string> notes)
    {
        ReadOnlySpan<byte> bytes = text.Span;
        ReadOnlySpan<byte> nothing = [dialect.Separator, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n'];
        int last = bytes.LastIndexOfAnyExcept(nothing);
        int end = last < 0 ? -1 : bytes[last..].IndexOfAny((byte)'\n', (byte)'\r');
        if (end < 0 || bytes[(last + end)..].IndexOf(dialect.Separator) < 0)
        {
            return text;
        }

        int lines = 0;
        foreach (Range line in bytes[(last + end)..].SplitAny((byte)'\n', (byte)'\r'))
        {
            lines += bytes[(last + end)..][line].IsEmpty ? 0 : 1;
        }

        notes.Add(string.Create(CultureInfo.InvariantCulture, $"{lines} empty row{(lines == 1 ? "" : "s")} at the end left out"));
        return text[..(last + end + 1)];
    }
}
