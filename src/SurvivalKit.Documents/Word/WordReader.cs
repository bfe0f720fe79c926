using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SurvivalKit.Documents;

/// <summary>Reads a Word document block by block.</summary>
internal sealed class WordReader
{
    private readonly HtmlPage _page = new();
    private readonly Dictionary<string, int> _headings;

    private WordReader(MainDocumentPart part) => _headings = WordStyles.Headings(part);

    public static string Read(byte[] content)
    {
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            using var document = WordprocessingDocument.Open(stream, isEditable: false);
            MainDocumentPart part = document.MainDocumentPart
                ?? throw new SurvivalDataException("this is no Word document: its main part is missing.");
            var reader = new WordReader(part);
            reader.Blocks(part.Document?.Body?.ChildElements ?? []);
            reader.Notes(part.FootnotesPart?.Footnotes);
            reader.Notes(part.EndnotesPart?.Endnotes);
            return reader._page.ToString();
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or FileFormatException or System.Xml.XmlException
            or ArgumentException or InvalidOperationException)
        {
            throw new SurvivalDataException($"this is no Word document that can be read: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    private void Blocks(IEnumerable<OpenXmlElement> elements)
    {
        foreach (OpenXmlElement element in elements)
        {
            switch (element)
            {
                case Paragraph paragraph:
                    Read(paragraph);
                    break;
                case Table table:
                    _page.Raw(WordTable.Html(table));
                    break;
                case SdtBlock { SdtContentBlock: { } inner }:
                    Blocks(inner.ChildElements);
                    break;
                case CustomXmlBlock or InsertedRun:
                    Blocks(element.ChildElements);
                    break;
            }
        }
    }

    private void Read(Paragraph paragraph)
    {
        ParagraphProperties? properties = paragraph.ParagraphProperties;
        int? own = properties?.OutlineLevel?.Val?.Value is { } level and < 9 ? level + 1 : null;
        string style = properties?.ParagraphStyleId?.Val?.Value ?? "";
        int? heading = own ?? (_headings.TryGetValue(style, out int of) ? of : null);
        _page.Block(WordRuns.Html(paragraph), heading);

        // What stands in boxes is read behind the paragraph that holds them.
        foreach (TextBoxContent box in WordRuns.Boxes(paragraph))
        {
            Blocks(box.ChildElements);
        }
    }

    private void Notes(OpenXmlElement? notes)
    {
        foreach (FootnoteEndnoteType note in notes?.Elements<FootnoteEndnoteType>() ?? [])
        {
            // Those with a type are the lines that separate notes from the text.
            if (note.Type is null || note.Type.Value == FootnoteEndnoteValues.Normal)
            {
                Blocks(note.ChildElements);
            }
        }
    }
}
