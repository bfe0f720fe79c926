using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace SurvivalKit;

/// <summary>Reads the rows of a delimited text in blocks, several at a time.</summary>
/// <remarks>A block ends with a line end outside of quotation marks, which are counted in pairs. Where a mark within an unquoted field
/// makes that wrong, a block's last record goes beyond its end, and the text is read again as one block. A column whose first rows are
/// numbers is read as numbers; where a later row is none, the column is read a second time, as words.</remarks>
/// <param name="text">The text.</param>
/// <param name="name">Its name in error messages.</param>
/// <param name="dialect">How it is written.</param>
/// <param name="names">The name of each field in the header; empty where it has none.</param>
/// <param name="start">The place of the first row.</param>
/// <param name="options">The marks of missing values and the given kinds.</param>
internal sealed class CsvBlocks(ReadOnlyMemory<byte> text, string name, CsvDialect dialect, string[] names, int start, CsvOptions options)
{
    private const int BlockBytes = 1 << 20;

    private readonly int _fields = names.Length;
    private readonly byte[][] _missing = [.. options.Missing.Select(Encoding.UTF8.GetBytes)];

    /// <summary>The number of rows, once they are read.</summary>
    public int Rows { get; private set; }

    /// <summary>Reads all columns.</summary>
    /// <param name="sample">The first records, by which a column is taken for numbers at first.</param>
    public CsvColumn[] Read(List<List<string>> sample)
    {
        var columns = new CsvColumn?[_fields];
        int[] ends = Ends();
        bool?[] asNumbers = [.. Enumerable.Range(0, _fields).Select(c => (bool?)LooksNumeric(sample, c))];
        while (Array.Exists(asNumbers, kind => kind is not null))
        {
            CsvBlock[] blocks = ReadAll(ends, asNumbers);
            if (ends.Length > 1 && Array.Exists(blocks, block => !block.EndsWhole))
            {
                ends = [text.Length];
                continue;
            }

            Check(blocks);
            Rows = blocks.Sum(block => block.Rows);
            var again = new bool?[_fields];
            Parallel.For(0, _fields, c =>
            {
                columns[c] = asNumbers[c] is null ? columns[c]
                    : asNumbers[c] == true ? JoinNumbers(blocks, c)
                    : JoinWords(blocks, c);
                again[c] = columns[c] is null ? false : null;
            });
            asNumbers = again;
        }

        return columns!;
    }

    /// <summary>Throws where a quotation mark is not closed, or a quoted field goes on after it.</summary>
    public static void CheckQuote(CsvCursor cursor, ReadOnlySpan<byte> text, string name)
    {
        if (cursor.BadQuote >= 0)
        {
            throw SurvivalDataException.AtFile(name, string.Create(
                CultureInfo.InvariantCulture,
                $"line {LineOf(text, cursor.BadQuote)} has a quotation mark that is not closed or not doubled."));
        }
    }

    private static long LineOf(ReadOnlySpan<byte> text, int at)
    {
        ReadOnlySpan<byte> before = text[..at];
        int feeds = before.Count((byte)'\n');
        return 1 + (feeds > 0 ? feeds : before.Count((byte)'\r'));
    }

    private bool LooksNumeric(List<List<string>> sample, int column)
    {
        if (options.Schema.ContainsKey(names[column]))
        {
            return false;
        }

        NumberStyle style = dialect.DecimalComma ? NumberStyle.Comma : NumberStyle.Point;
        return sample.TrueForAll(record => column >= record.Count
            || options.Missing.Contains(record[column])
            || style.Parse(record[column]) is not null);
    }

    // The places after line ends that divide the rows into blocks.
    private int[] Ends()
    {
        ReadOnlySpan<byte> bytes = text.Span;
        var ends = new List<int>();
        bool hasQuotes = bytes[start..].Contains((byte)'"');
        byte lineEnd = bytes[start..].Contains((byte)'\n') ? (byte)'\n' : (byte)'\r';
        bool isInside = false;
        int counted = start;
        while (counted < bytes.Length - BlockBytes)
        {
            int at = counted + BlockBytes;
            isInside ^= hasQuotes && (bytes[counted..at].Count((byte)'"') & 1) == 1;
            for (; at < bytes.Length && (isInside || bytes[at] != lineEnd); at++)
            {
                isInside ^= bytes[at] == (byte)'"';
            }

            counted = Math.Min(bytes.Length, at + 1);
            if (counted < bytes.Length)
            {
                ends.Add(counted);
            }
        }

        return [.. ends, bytes.Length];
    }

    private CsvBlock[] ReadAll(int[] ends, bool?[] asNumbers)
    {
        var blocks = new CsvBlock[ends.Length];
        byte sign = dialect.DecimalComma ? (byte)',' : (byte)'.';
        Parallel.For(0, ends.Length, b =>
        {
            int from = b == 0 ? start : ends[b - 1];
            int capacity = Capacity(text.Span[from..ends[b]]);
            CsvCells?[] cells =
            [
                .. asNumbers.Select(kind => kind switch
                {
                    null => (CsvCells?)null,
                    true => new NumberCells(capacity, sign, _missing),
                    false => new WordCells(capacity),
                }),
            ];
            blocks[b] = CsvBlock.Read(text.Span, dialect.Separator, from, ends[b], cells);
        });
        return blocks;
    }

    // By the lengths of the first lines.
    private static int Capacity(ReadOnlySpan<byte> block)
    {
        ReadOnlySpan<byte> sample = block[..Math.Min(block.Length, 1 << 14)];
        int lines = sample.Count((byte)'\n') + 1;
        return (int)(block.Length * (long)lines / Math.Max(1, sample.Length) * 11 / 10) + 16;
    }

    private void Check(CsvBlock[] blocks)
    {
        long rows = 0;
        foreach (CsvBlock block in blocks)
        {
            if (block.WrongAt >= 0)
            {
                long row = rows + block.Rows + 1;
                throw SurvivalDataException.AtRow(name, row, string.Create(
                    CultureInfo.InvariantCulture,
                    $"row {row} (line {LineOf(text.Span, block.WrongAt)}) has {NumberText.Count(block.WrongFields, "value")}; {_fields} were expected, as in the header."));
            }

            if (block.BadQuote >= 0)
            {
                throw SurvivalDataException.AtFile(name, string.Create(
                    CultureInfo.InvariantCulture,
                    $"line {LineOf(text.Span, block.BadQuote)} has a quotation mark that is not closed or not doubled."));
            }

            rows += block.Rows;
        }
    }

    // Null where a cell is no number.
    private CsvColumn.Numbers? JoinNumbers(CsvBlock[] blocks, int column)
    {
        NumberCells[] parts = Array.ConvertAll(blocks, block => (NumberCells)block.Cells[column]!);
        if (Array.Exists(parts, part => part.Failed))
        {
            return null;
        }

        double[] values = GC.AllocateUninitializedArray<double>(Rows);
        int at = 0;
        foreach (NumberCells part in parts)
        {
            part.Values.CopyTo(values.AsSpan(at));
            at += part.Count;
        }

        return new CsvColumn.Numbers(values, Array.TrueForAll(parts, part => part.AreWhole), parts.Sum(part => part.Missing));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private CsvColumn.Words JoinWords(CsvBlock[] blocks, int column)
    {
        int[] codes = GC.AllocateUninitializedArray<int>(Rows);
        var all = new TextCodes();
        int at = 0;
        foreach (CsvBlock block in blocks)
        {
            var part = (WordCells)block.Cells[column]!;
            int[] places = Array.ConvertAll(part.Words(), all.CodeOrAdd);
            foreach (int code in part.Codes)
            {
                codes[at++] = places[code];
            }
        }

        return new CsvColumn.Words(codes, [.. all.Words]);
    }
}
