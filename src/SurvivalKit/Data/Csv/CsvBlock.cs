using System.Runtime.CompilerServices;

namespace SurvivalKit;

/// <summary>The rows of a part of a delimited text.</summary>
/// <param name="Cells">The cells of each column; null for a column that is not read.</param>
/// <param name="Rows">The number of rows that have as many fields as there are columns.</param>
/// <param name="EndsWhole">Whether the last row ends within the part.</param>
internal sealed record CsvBlock(CsvCells?[] Cells, int Rows, bool EndsWhole)
{
    /// <summary>The place of the first row that has another number of fields, and that number; -1: there is none.</summary>
    public int WrongAt { get; private init; } = -1;

    public int WrongFields { get; private init; }

    /// <summary>The place of a quotation mark that is not closed; -1: there is none.</summary>
    public int BadQuote { get; private init; } = -1;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static CsvBlock Read(ReadOnlySpan<byte> text, byte separator, int from, int to, CsvCells?[] cells)
    {
        var cursor = new CsvCursor(text, separator, from);
        int rows = 0;
        int end = from;
        while (true)
        {
            cursor.SkipEmptyLines();
            if (cursor.At >= to)
            {
                return new CsvBlock(cells, rows, end <= to);
            }

            int start = cursor.At;
            int field = 0;
            bool more = true;
            while (more && field < cells.Length)
            {
                CsvCells? column = cells[field++];
                more = column is null ? cursor.Next(out _) : column.Read(ref cursor);
            }

            if (more || field < cells.Length || cursor.BadQuote >= 0)
            {
                for (; more; field++)
                {
                    more = cursor.Next(out _);
                }

                return new CsvBlock(cells, rows, cursor.At <= to)
                {
                    WrongAt = cursor.BadQuote >= 0 ? -1 : start,
                    WrongFields = field,
                    BadQuote = cursor.BadQuote,
                };
            }

            end = cursor.At;
            rows++;
        }
    }
}
