using System.Text;

namespace SurvivalKit;

/// <summary>Finds how a delimited text is written, from its header line and first rows.</summary>
/// <remarks>A separator is one that divides the header, and nearly all rows into as many fields; of several, the one that makes most
/// fields, then the one that the file's name promises. The decimal sign is a comma where a column of numbers has one that cannot be a
/// mark of thousands, and no column has a decimal point.</remarks>
internal static class CsvDialectFinder
{
    private const int SampleRows = 100;
    private const int SampleBytes = 1 << 18;

    private static ReadOnlySpan<byte> Candidates => ",\t;|"u8;

    public static CsvDialect Find(ReadOnlySpan<byte> text, string name, CsvOptions options)
    {
        int start = SeparatorLine(text, out byte? written);
        ReadOnlySpan<byte> sample = text[start..Math.Min(text.Length, start + SampleBytes)];
        byte separator = options.Separator is { } given ? AsByte(given) : written ?? Best(sample, name, options);
        (bool comma, bool point) = DecimalSigns(sample, separator);
        return new CsvDialect(separator, options.DecimalComma ?? (comma && !point), point, start);
    }

    /// <summary>The first records of a text as texts.</summary>
    public static List<List<string>> Records(ReadOnlySpan<byte> text, byte separator, int most)
    {
        var records = new List<List<string>>();
        var cursor = new CsvCursor(text, separator);
        for (cursor.SkipEmptyLines(); !cursor.IsAtEnd && records.Count < most; cursor.SkipEmptyLines())
        {
            var record = new List<string>();
            bool more = true;
            while (more)
            {
                more = cursor.Next(out ReadOnlySpan<byte> field);
                record.Add(Encoding.UTF8.GetString(field));
            }

            records.Add(record);
        }

        // A record that the sample cuts off, or that a quotation mark which is not closed swallows, says nothing.
        if ((text.Length == SampleBytes || cursor.BadQuote >= 0) && records.Count > 1)
        {
            records.RemoveAt(records.Count - 1);
        }

        return records;
    }

    private static byte AsByte(char separator) => separator is > '\0' and < '\u0080' and not ('"' or '\n' or '\r')
        ? (byte)separator
        : throw new SurvivalDataException(
            $"The separator \"{separator}\" cannot be used; a sign such as a comma, semicolon, tab or vertical bar was expected.");

    // Excel writes the separator into a line of its own.
    private static int SeparatorLine(ReadOnlySpan<byte> text, out byte? separator)
    {
        separator = null;
        ReadOnlySpan<byte> line = text[..Math.Min(text.Length, 12)];
        int quote = line.StartsWith("\"sep="u8) ? 1 : 0;
        if (!line[quote..].StartsWith("sep="u8) || line.Length < quote + 5)
        {
            return 0;
        }

        int end = line[(quote + 5)..].IndexOfAny((byte)'\n', (byte)'\r');
        if (end < 0 || line[(quote + 5)..(quote + 5 + end)].TrimEnd("\" "u8).Length > 0)
        {
            return 0;
        }

        separator = line[quote + 4];
        int next = quote + 5 + end + 1;
        return next < text.Length && text[next - 1] == (byte)'\r' && text[next] == (byte)'\n' ? next + 1 : next;
    }

    private static byte Best(ReadOnlySpan<byte> sample, string name, CsvOptions options)
    {
        byte promised = CsvDialect.Promised(name) ?? (byte)',';
        if (options.DecimalComma == true && promised == (byte)',')
        {
            promised = (byte)';';
        }

        (double Share, int Fields) best = (0, 1);
        byte found = 0;
        foreach (byte candidate in (ReadOnlySpan<byte>)[promised, .. Candidates])
        {
            List<List<string>> records = Records(sample, candidate, SampleRows);
            int fields = records.Count == 0 ? 1 : records[0].Count;
            if (fields < 2)
            {
                continue;
            }

            // Row names without a name in the header make one field more.
            int rows = records.Count - 1;
            int like = records.Skip(1).Count(record => record.Count == fields);
            int longer = records.Skip(1).Count(record => record.Count == fields + 1);
            double share = rows == 0 ? 1 : Math.Max(like, longer == rows ? longer : 0) / (double)rows;
            if (share > best.Share + 0.2 || (share > best.Share - 0.2 && fields > best.Fields))
            {
                best = (share, fields);
                found = candidate;
            }
        }

        return found == 0 ? OfOneColumn(sample, promised) : found;
    }

    // R's write.table puts spaces between values; a column of its own may have decimal commas, which then separate nothing.
    private static byte OfOneColumn(ReadOnlySpan<byte> sample, byte promised)
    {
        List<List<string>> whole = Records(sample, (byte)';', SampleRows);
        List<List<string>> spaced = Records(sample, (byte)' ', SampleRows);
        if (spaced.Count > 1 && spaced[0].Count > 1 && spaced.Skip(1).All(record => record.Count == spaced[1].Count)
            && spaced[1].Count - spaced[0].Count is 0 or 1)
        {
            return (byte)' ';
        }

        return promised == (byte)','
            && whole.Count > 1
            && whole.Skip(1).All(record => record is [var only] && NumberStyle.Comma.Parse(only) is not null)
            && whole.Skip(1).Any(record => record[0].Contains(',', StringComparison.Ordinal))
            ? (byte)';'
            : promised;
    }

    private static (bool Comma, bool Point) DecimalSigns(ReadOnlySpan<byte> sample, byte separator)
    {
        List<List<string>> records = Records(sample, separator, SampleRows);
        int columns = records.Count == 0 ? 0 : records.Max(record => record.Count);
        bool comma = false;
        bool point = false;
        for (int c = 0; c < columns; c++)
        {
            string[] cells =
            [
                .. records.Skip(1).Where(record => c < record.Count).Select(record => record[c])
                    .Where(cell => !MissingMarks.IsUsual(cell)),
            ];
            if (cells.Length == 0)
            {
                continue;
            }

            point |= cells.Any(cell => cell.Contains('.', StringComparison.Ordinal))
                && cells.All(cell => NumberStyle.Point.Parse(cell) is not null || NumberStyle.PointWithCommas.Parse(cell) is not null)
                && !cells.All(cell => NumberStyle.CommaWithPoints.Parse(cell) is not null);
            comma |= cells.Any(cell => cell.Contains(',', StringComparison.Ordinal))
                && cells.All(cell => NumberStyle.Comma.Parse(cell) is not null || NumberStyle.CommaWithPoints.Parse(cell) is not null)
                && !cells.All(cell => NumberStyle.PointWithCommas.Parse(cell) is not null);
        }

        return (comma, point);
    }
}
