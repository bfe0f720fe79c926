using System.Globalization;
using ResultCell = SurvivalKit.TableCell;
using ResultRow = SurvivalKit.TableRow;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace SurvivalKit.Documents;

/// <summary>Writes the grid of a table: a header row that repeats on each page, rows that no page end cuts, numbers at a decimal
/// tab.</summary>
internal sealed class WordTableWriter(TableModel table, TableLayout layout)
{
    // A table this short stays on one page.
    private const int Short = 24;

    public Word.Table Write()
    {
        var grid = new Word.Table(
            new Word.TableProperties
            {
                TableStyle = new() { Val = StylePart.Table },
                TableWidth = new() { Width = Twips(layout.Widths.Sum()), Type = Word.TableWidthUnitValues.Dxa },
                TableLayout = new() { Type = Word.TableLayoutValues.Fixed },
                TableCaption = table.Title.Length > 0 ? new() { Val = WordText.Clean(table.Title) } : null,
            },
            new Word.TableGrid(layout.Widths.Select(width => new Word.GridColumn { Width = Twips(width) })));
        grid.Append(Header());
        for (int line = 0; line < table.Rows.Length; line++)
        {
            bool isLast = line == table.Rows.Length - 1;
            bool keepsNext = isLast
                ? table.Notes.Length > 0
                : table.Rows.Length <= Short || table.Rows[line + 1].Indent > table.Rows[line].Indent;
            grid.Append(Row(table.Rows[line], keepsNext, isLast));
        }

        return grid;
    }

    private Word.TableRow Header()
    {
        var row = new Word.TableRow(new Word.TableRowProperties(new Word.CantSplit(), new Word.TableHeader()));
        for (int place = 0; place < table.Columns.Length; place++)
        {
            TableColumn column = table.Columns[place];
            Word.Paragraph text = Paragraph(column.Alignment, keepsNext: true, isHeader: true, WordText.Lines(ColumnHeader.Text(column)));
            Word.Paragraph[] detail = column.Detail.Length == 0
                ? []
                : [Paragraph(column.Alignment, keepsNext: true, isHeader: false, WordText.Lines(column.Detail))];
            var cell = new Word.TableCell([Properties(place, isHeader: true, isLast: table.Rows.IsEmpty), text, .. detail]);
            row.Append(cell);
        }

        return row;
    }

    private Word.TableRow Row(ResultRow row, bool keepsNext, bool isLast)
    {
        var written = new Word.TableRow(new Word.TableRowProperties(new Word.CantSplit()));
        for (int place = 0; place < row.Cells.Length; place++)
        {
            ResultCell cell = row.Cells[place];
            Word.Paragraph text = Paragraph(
                table.Columns[place].Alignment, keepsNext, isHeader: false, [.. WordText.Lines(cell.Text), .. WordText.Mark(cell.Mark)]);
            if (layout.Decimals[place] is { } points && DecimalColumn.IsAligned(cell))
            {
                AlignAtPoint(text, Math.Max(layout.Widths[place] - (2 * TableLayout.Padding) - (points.After * layout.Size), 1));
            }

            if (place == 0 && row.Indent > 0)
            {
                text.ParagraphProperties!.Indentation = new() { Left = Twips(TableLayout.Indent * row.Indent) };
            }

            written.Append(new Word.TableCell(Properties(place, isHeader: false, isLast), text));
        }

        return written;
    }

    // A decimal tab in a cell aligns its text without a tab sign in front of it, so that the cell holds the number alone.
    private static void AlignAtPoint(Word.Paragraph text, double place)
    {
        text.ParagraphProperties!.Tabs = new Word.Tabs(
            new Word.TabStop { Val = Word.TabStopValues.Decimal, Position = int.Parse(Twips(place), CultureInfo.InvariantCulture) });
        text.ParagraphProperties.Justification = new() { Val = Word.JustificationValues.Left };
    }

    private Word.Paragraph Paragraph(TableAlignment alignment, bool keepsNext, bool isHeader, IEnumerable<Word.Run> runs)
    {
        Word.Run[] all = [.. runs];
        bool isSmaller = layout.Size < StandardSize;
        foreach (Word.Run run in all.Where(_ => isHeader || isSmaller))
        {
            run.RunProperties ??= new Word.RunProperties();
            run.RunProperties.Bold = isHeader ? new() : null;
            run.RunProperties.FontSize = isSmaller ? new() { Val = StylePart.HalfPoints(layout.Size) } : null;
        }

        Word.Paragraph paragraph = WordText.Paragraph(StylePart.TableText, keepsNext, all);
        paragraph.ParagraphProperties!.Justification = new()
        {
            Val = alignment switch
            {
                TableAlignment.Left => Word.JustificationValues.Left,
                TableAlignment.Right => Word.JustificationValues.Right,
                _ => Word.JustificationValues.Center,
            },
        };
        return paragraph;
    }

    /// <summary>The size of letters in a table that needs no smaller ones.</summary>
    public required double StandardSize { get; init; }

    // Rules above and below the header and below the last row, as journals print them.
    private Word.TableCellProperties Properties(int place, bool isHeader, bool isLast)
    {
        var borders = new Word.TableCellBorders();
        if (isHeader)
        {
            borders.Append(new Word.TopBorder { Val = Word.BorderValues.Single, Size = 8, Color = "auto", Space = 0 });
        }

        if (isHeader || isLast)
        {
            uint size = isLast ? 8u : 4u;
            borders.Append(new Word.BottomBorder { Val = Word.BorderValues.Single, Size = size, Color = "auto", Space = 0 });
        }

        var properties = new Word.TableCellProperties
        {
            TableCellWidth = new() { Width = Twips(layout.Widths[place]), Type = Word.TableWidthUnitValues.Dxa },
            TableCellVerticalAlignment = new()
            {
                Val = isHeader ? Word.TableVerticalAlignmentValues.Bottom : Word.TableVerticalAlignmentValues.Top,
            },
        };
        if (borders.HasChildren)
        {
            properties.TableCellBorders = borders;
        }

        return properties;
    }

    private static string Twips(double points) => ((int)Math.Round(points * 20)).ToString(CultureInfo.InvariantCulture);
}
