using System.Collections.Immutable;

namespace SurvivalKit.Documents;

/// <summary>The page, the size of letters and the widths of the columns of a table, in points.</summary>
/// <remarks>Tried in this order, each with the labels of rows on several lines where that is enough: the page as it is, letters a little
/// smaller, the page turned, letters smaller down to 6 points; at last all columns narrower, so that words are cut by Word.</remarks>
internal sealed record TableLayout(PageFrame Page, double Size, ImmutableArray<double> Widths, ImmutableArray<DecimalColumn?> Decimals)
{
    private const double Least = 6;

    // What a reader hardly sees is better than a page to be turned.
    private const double Little = 1.5;

    /// <summary>The blank at each side of a cell.</summary>
    public const double Padding = 3.5;

    /// <summary>The indent of a level of rows.</summary>
    public const double Indent = 9;

    public static TableLayout Of(TableModel table, PageFrame upright, double size)
    {
        ColumnAsk[] columns = [.. table.Columns.Select((column, place) => new ColumnAsk(table, column, place))];
        ImmutableArray<DecimalColumn?> decimals = [.. columns.Select(column => column.Decimals)];
        foreach ((PageFrame page, double smallest) in new[] { (upright, Math.Max(size - Little, Least)), (upright.Turned(), Least) })
        {
            for (double letters = size; letters >= smallest; letters -= 0.5)
            {
                if (Fit(columns, page.TextWidth, letters) is { } widths)
                {
                    return new TableLayout(page, letters, widths, decimals);
                }
            }
        }

        // In cells this narrow a number may stand on two lines, which a tab would tear.
        PageFrame wide = upright.Turned();
        double[] words = [.. columns.Select(column => column.Words(Least))];
        ImmutableArray<double> narrow = Between([.. columns.Select(column => column.Natural(Least))], words, wide.TextWidth)
            ?? [.. words.Select(width => width * wide.TextWidth / words.Sum())];
        return new TableLayout(wide, Least, narrow, [.. columns.Select(_ => (DecimalColumn?)null)]);
    }

    private static ImmutableArray<double>? Fit(ColumnAsk[] columns, double available, double letters) => Between(
        [.. columns.Select(column => column.Natural(letters))], [.. columns.Select(column => column.Least(letters))], available);

    // Each column as wide as it asks for, or between that and the least, in proportion to what it would give up.
    private static ImmutableArray<double>? Between(double[] natural, double[] least, double available)
    {
        double excess = natural.Sum() - available;
        double room = natural.Sum() - least.Sum();
        return excess <= 0 ? [.. natural]
            : excess <= room ? [.. natural.Select((width, place) => width - (excess * (width - least[place]) / room))]
            : null;
    }

    /// <summary>What a column asks for.</summary>
    private sealed class ColumnAsk
    {
        // Prose is read in lines of a few words; a label wraps once or twice.
        private const double ProseLine = 14;
        private const double LabelLine = 9;

        private readonly double _natural;
        private readonly double _least;
        private readonly double _words;
        private readonly double _indent;

        public ColumnAsk(TableModel table, TableColumn column, int place)
        {
            SurvivalKit.TableCell[] cells = [.. table.Rows.Select(row => row.Cells[place])];
            Decimals = column.Alignment == TableAlignment.Right ? DecimalColumn.Of(cells) : null;
            double content = cells.Select(cell => TextWidth.Of(cell.Text) + (0.7 * TextWidth.Of(cell.Mark))).Append(0).Max();
            content = Math.Max(content, Decimals is { } points ? points.Before + points.After : 0);
            double words = cells.Select(cell => TextWidth.OfWord(cell.Text) + (0.7 * TextWidth.Of(cell.Mark))).Append(0).Max();
            string above = ColumnHeader.Text(column);
            double header = TextWidth.Of(above, bold: true);
            double headerWord = Math.Max(TextWidth.OfWord(above, bold: true), 0.8 * TextWidth.OfWord(column.Detail));
            bool wraps = column.IsProse || column.Alignment == TableAlignment.Left;
            double line = column.IsProse ? ProseLine : LabelLine;
            _words = Math.Max(headerWord, words);
            _least = Math.Max(headerWord, wraps ? Math.Max(words, Math.Min(content, line)) : content);

            // A header is set on two lines where it is longer than what stands below it.
            _natural = Math.Max(_least, Math.Max(content, Math.Min(header, Math.Max(content, 0.6 * header))));
            _indent = place == 0 ? Indent * table.Rows.Select(row => row.Indent).Append(0).Max() : 0;
        }

        public DecimalColumn? Decimals { get; }

        public double Natural(double letters) => Outer(_natural, letters);

        public double Least(double letters) => Outer(_least, letters);

        public double Words(double letters) => Outer(_words, letters);

        // A little more than the estimate, as fonts differ.
        private double Outer(double width, double letters) => (width * letters * 1.03) + _indent + (2 * Padding) + 1;
    }
}
