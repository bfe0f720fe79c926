using System.IO.Compression;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace SurvivalKit.Documents;

/// <summary>The file of a report: its parts, packed so that the same report is the same bytes.</summary>
internal static class ReportPackage
{
    private const string Footer = "footer";

    // The earliest moment that an archive can state.
    private static readonly DateTimeOffset Moment = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Write(string title, IEnumerable<ReportBlock> blocks, WordReportOptions options)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            MainDocumentPart main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "main");
            Feed(document.AddNewPart<CoreFilePropertiesPart>("core"), Core(title, options.Author));
            Feed(main.AddNewPart<StyleDefinitionsPart>("styles"), StylePart.Xml(options));
            Feed(main.AddNewPart<DocumentSettingsPart>("settings"), Settings);
            Feed(main.AddNewPart<FooterPart>(Footer), PageNumber);
            main.Document = new Word.Document(new BodyWriter(main, options, Footer).Write(title, blocks));
        }

        return Packed(stream.ToArray());
    }

    // Decimal tabs stop at a point, whatever the computer writes; the newest rules of layout.
    private static string Settings => $"""
        <w:settings {StylePart.Names}><w:compat>
        <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
        </w:compat><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>
        """;

    private static string PageNumber => $"""
        <w:ftr {StylePart.Names}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>
        <w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>
        """;

    private static string Core(string title, string author) =>
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
        + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        + $"<dc:title>{SecurityElement.Escape(WordText.Clean(title))}</dc:title>"
        + $"<dc:creator>{SecurityElement.Escape(WordText.Clean(author))}</dc:creator></cp:coreProperties>";

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + xml));
        part.FeedData(stream);
    }

    private static byte[] Packed(byte[] file)
    {
        using var result = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read))
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            // The list of contents comes first, as other programs write it.
            foreach (ZipArchiveEntry entry in source.Entries.OrderBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                ZipArchiveEntry copy = target.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Moment;
                using Stream from = entry.Open();
                using Stream to = copy.Open();
                from.CopyTo(to);
            }
        }

        return result.ToArray();
    }
}
