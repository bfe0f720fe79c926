using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace SurvivalKit.Documents.Tests;

/// <summary>Word documents that a test writes.</summary>
public static class WordDocument
{
    private const string Names =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"";

    /// <summary>The bytes of a document with a body in WordprocessingML and, where given, footnotes.</summary>
    public static byte[] Write(string body, string? styles = null, string? footnotes = null)
    {
        var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = document.AddMainDocumentPart();
            Feed(main, $"<w:document {Names}><w:body>{body}</w:body></w:document>");
            if (styles is not null)
            {
                Feed(main.AddNewPart<StyleDefinitionsPart>(), $"<w:styles {Names}>{styles}</w:styles>");
            }

            if (footnotes is not null)
            {
                Feed(main.AddNewPart<FootnotesPart>(), $"<w:footnotes {Names}>{footnotes}</w:footnotes>");
            }
        }

        return stream.ToArray();
    }

    /// <summary>A paragraph of plain text.</summary>
    public static string P(string text, string properties = "") =>
        $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{R(text)}</w:p>";

    /// <summary>A run of text.</summary>
    public static string R(string text, string properties = "") =>
        $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    /// <summary>A table; a cell that starts with a tag holds its own properties.</summary>
    public static string Table(params string[][] rows) =>
        "<w:tbl>" + string.Concat(rows.Select(row => "<w:tr>" + string.Concat(row.Select(cell =>
            $"<w:tc>{(cell.StartsWith('<') ? cell : P(cell))}</w:tc>")) + "</w:tr>")) + "</w:tbl>";

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + xml));
        part.FeedData(stream);
    }
}
