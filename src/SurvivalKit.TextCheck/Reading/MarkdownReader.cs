using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using MarkdownCell = Markdig.Extensions.Tables.TableCell;
using MarkdownRow = Markdig.Extensions.Tables.TableRow;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace SurvivalKit.TextCheck;

/// <summary>
/// Reads Markdown by the blocks and inlines of Markdig, each of which says where in the source it stands.
/// Between blocks the source is read as
/// it stands; of a paragraph, what its inlines hold, so that marks and the addresses of links fall away.
/// </summary>
internal sealed partial class MarkdownReader(string source, PlainTextWriter writer, TextRunReader runs, HtmlReader html, TableRows rows)
{
    private int _at;

    /// <summary>Reads the whole source.</summary>
    public void Read()
    {
        Read(MarkdownText.Parse(source));
        runs.Read(_at, source.Length);
    }

    private void Read(ContainerBlock blocks)
    {
        foreach (Block block in blocks)
        {
            switch (block)
            {
                case LinkReferenceDefinitionGroup:
                    // They stand here together, and are read where they stand in the source.
                    break;
                case MarkdownTable table:
                    Gap(table);
                    Read(table);
                    break;
                case ContainerBlock inner:
                    Read(inner);
                    break;
                case LeafBlock leaf:
                    Gap(leaf);
                    Read(leaf);
                    break;
            }
        }
    }

    /// <summary>Reads what stands before a block: all of it, but within tables and quotes no more than the blanks.</summary>
    private void Gap(Block block)
    {
        if (block.Parent is MarkdownCell or QuoteBlock)
        {
            Blanks(block.Span.Start);
        }
        else
        {
            _at = runs.Read(_at, block.Span.Start);
        }
    }

    private void Read(LeafBlock leaf)
    {
        int end = Math.Max(_at, Math.Min(source.Length, leaf.Span.End + 1));
        switch (leaf)
        {
            case HtmlBlock or (ParagraphBlock or HeadingBlock) and { ProcessInlines: false }:
                _at = html.Read(_at, end);
                break;
            case FencedCodeBlock code and not MathBlock:
                Code(code, end);
                break;
            case { Inline: { } inlines }:
                _at = leaf is HeadingBlock heading ? runs.Read(_at, leaf.Span.Start + heading.Level) : _at;
                Read(inlines);
                Blanks(end);
                break;
        }
    }

    /// <summary>Reads a block of code between its fences.</summary>
    private void Code(FencedCodeBlock code, int end)
    {
        int first = source.AsSpan(_at, end - _at).IndexOfAny('\r', '\n');
        int last = code.ClosingFencedCharCount == 0 ? end - _at : source.AsSpan(_at, end - _at).LastIndexOfAny('\r', '\n');
        if (first >= 0)
        {
            runs.ReadVerbatim(_at + first, _at + last);
        }

        _at = end;
    }

    private void Read(MarkdownTable table)
    {
        bool isHeading = false;
        rows.StartTable();
        foreach (MarkdownRow row in table.Cast<MarkdownRow>())
        {
            if (isHeading && !row.IsHeader)
            {
                rows.Rule();
            }

            isHeading = row.IsHeader;
            rows.StartRow();
            foreach (MarkdownCell cell in row.Cast<MarkdownCell>())
            {
                _at = runs.Place(Math.Max(_at, cell.Span.Start));
                rows.StartCell(cell.ColumnSpan, cell.RowSpan);
                Read(cell);
            }

            rows.EndRow();
        }

        rows.EndTable();
        _at = Math.Max(_at, table.Span.End + 1);
    }
}
