using System.Collections.Immutable;
using System.Globalization;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace SurvivalKit.Documents;

/// <summary>Reads a PDF file page by page.</summary>
internal static class PdfReader
{
    // Fewer letters beside a picture are a running head or a stamp.
    private const int FewLetters = 40;

    public static (string Html, ImmutableArray<string> Cautions) Read(byte[] content)
    {
        try
        {
            using PdfDocument document = PdfDocument.Open(content, new ParsingOptions { UseLenientParsing = true });
            var html = new HtmlPage();
            List<int> scanned = [];
            List<List<Glyph>> pages = [];
            foreach (Page page in document.GetPages())
            {
                List<Glyph> glyphs = PageGlyphs.Read(page);
                pages.Add(glyphs);
                if (glyphs.Count < FewLetters && page.NumberOfImages > 0)
                {
                    scanned.Add(page.Number);
                }
            }

            int number = 0;
            foreach (List<Glyph> glyphs in RunningHeads.Without(pages))
            {
                html.Page(++number);
                PageBlocks.Append(html, PageRegions.Split(glyphs));
            }

            return (html.ToString(), scanned.Count == 0 ? [] : [Caution(scanned, document.NumberOfPages)]);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            throw new SurvivalDataException($"this is no PDF file that can be read: {e.Message.ReplaceLineEndings(" ")}");
        }
    }

    private static string Caution(List<int> pages, int all) => (pages.Count == 1
            ? string.Create(CultureInfo.InvariantCulture, $"page {pages[0]} of {all} is a picture")
            : string.Create(CultureInfo.InvariantCulture, $"{pages.Count} of {all} pages are pictures ({string.Join(", ", pages)})"))
        + " without text, so that nothing of it was read; a file with a text layer, as programs for scanned text (OCR) make it, was expected.";
}
