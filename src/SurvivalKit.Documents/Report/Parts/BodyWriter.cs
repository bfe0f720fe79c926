using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace SurvivalKit.Documents;

/// <summary>Writes the blocks of a report one below the other; a section ends where the page turns.</summary>
internal sealed class BodyWriter(MainDocumentPart main, WordReportOptions options, string footer)
{
    private readonly Word.Body _body = new();
    private readonly PageFrame _upright = PageFrame.Upright(options);
    private PageFrame _page = PageFrame.Upright(options);
    private int _tables;
    private int _figures;
    private int _pictures;
    private bool _startsPage;

    public Word.Body Write(string title, IEnumerable<ReportBlock> blocks)
    {
        if (title.Length > 0)
        {
            _body.Append(WordText.Paragraph("Title", title));
        }

        foreach (ReportBlock block in blocks)
        {
            Append(block);
        }

        _body.Append(Section(_page));
        return _body;
    }

    private void Append(ReportBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                On(_upright);
                Place(WordText.Paragraph($"Heading{heading.Level.ToString(CultureInfo.InvariantCulture)}", heading.Text));
                break;
            case TextBlock text:
                On(_upright);
                Place(WordText.Paragraph("Normal", text.Text));
                break;
            case TableBlock { Table: var table }:
                Table(table);
                break;
            case PictureBlock { Picture: var picture }:
                On(_upright);
                Place(WordPictureWriter.Write(main, picture, _page, ++_pictures));
                if (picture.Caption.Length > 0)
                {
                    _figures++;
                    _body.Append(WordText.Caption(Numbered("Figure"), Number(_figures), picture.Caption, keepsNext: false));
                }

                break;
            default:
                _startsPage = true;
                break;
        }
    }

    private void Table(TableModel table)
    {
        TableLayout? layout = table.Columns.IsEmpty ? null : TableLayout.Of(table, _upright, options.TableSize);
        On(layout?.Page ?? _upright);
        if (layout is null && table.Title.Length > 0)
        {
            Place(WordText.Paragraph(StylePart.Caution, table.Title));
        }
        else if (table.Title.Length > 0)
        {
            _tables++;
            Place(WordText.Caption(Numbered("Table"), Number(_tables), table.Title, keepsNext: true));
        }

        foreach (string sentence in table.Lead)
        {
            Place(WordText.Paragraph("Normal", sentence, keepsNext: layout is not null));
        }

        foreach (string caution in table.Cautions)
        {
            Place(WordText.Paragraph(StylePart.Caution, caution));
        }

        if (layout is not null)
        {
            if (_startsPage)
            {
                Place(new Word.Paragraph());
            }

            _body.Append(new WordTableWriter(table, layout) { StandardSize = options.TableSize }.Write());
        }

        for (int place = 0; place < table.Notes.Length; place++)
        {
            TableNote note = table.Notes[place];
            Place(WordText.Paragraph(
                StylePart.TableNote,
                keepsNext: place < table.Notes.Length - 1,
                [.. WordText.Mark(note.Mark), .. WordText.Lines(note.Mark.Length > 0 ? " " + note.Text : note.Text)]));
        }

        // Two tables that touch would be one, and a document cannot end with a table.
        if (layout is not null)
        {
            _body.Append(WordText.Paragraph(StylePart.TableNote, ""));
        }
    }

    // The last paragraph of a section holds its page.
    private void On(PageFrame page)
    {
        if (page == _page)
        {
            return;
        }

        if (_body.HasChildren)
        {
            Word.Paragraph last = WordText.Paragraph(StylePart.TableNote, "");
            last.ParagraphProperties!.Append(Section(_page));
            _body.Append(last);
            _startsPage = false;
        }

        _page = page;
    }

    private void Place(Word.Paragraph paragraph)
    {
        if (_startsPage)
        {
            paragraph.ParagraphProperties ??= new Word.ParagraphProperties();
            paragraph.ParagraphProperties.PageBreakBefore = new();
            _startsPage = false;
        }

        _body.Append(paragraph);
    }

    private Word.SectionProperties Section(PageFrame page)
    {
        uint margin = Twips(page.Margin);
        return new Word.SectionProperties(
            new Word.FooterReference { Type = Word.HeaderFooterValues.Default, Id = footer },
            new Word.SectionType { Val = Word.SectionMarkValues.NextPage },
            new Word.PageSize
            {
                Width = Twips(page.Width),
                Height = Twips(page.Height),
                Orient = page.IsTurned ? Word.PageOrientationValues.Landscape : Word.PageOrientationValues.Portrait,
            },
            new Word.PageMargin
            {
                Top = (int)margin,
                Bottom = (int)margin,
                Left = margin,
                Right = margin,
                Header = margin / 2,
                Footer = margin / 2,
                Gutter = 0,
            });
    }

    private string? Numbered(string name) => options.NumberCaptions ? name : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static UInt32Value Twips(double points) => (uint)Math.Round(points * 20);
}
