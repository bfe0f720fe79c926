using System.Globalization;
using System.Security;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace SurvivalKit.Documents;

/// <summary>Puts a picture into a document: its PNG, and beside it its SVG, which newer programs show instead.</summary>
internal static class WordPictureWriter
{
    private const double UnitsOfMillimetre = 36000;
    private const double UnitsOfPoint = 12700;

    // Room for the caption below a picture that fills its page.
    private const double CaptionHeight = 48;

    /// <summary>The picture in a paragraph, no larger than the page.</summary>
    /// <param name="main">The part of the document that holds the files of pictures.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="page">The page.</param>
    /// <param name="number">Its number in the document, from 1.</param>
    public static Word.Paragraph Write(MainDocumentPart main, WordPicture picture, PageFrame page, int number)
    {
        string id = number.ToString(CultureInfo.InvariantCulture);
        ImagePart image = main.AddImagePart(ImagePartType.Png, "picture" + id);
        image.FeedData(new MemoryStream(picture.Png, writable: false));
        string vector = "";
        if (picture.Svg is { Length: > 0 } svg)
        {
            ImagePart drawn = main.AddImagePart(ImagePartType.Svg, "vector" + id);
            drawn.FeedData(new MemoryStream(Encoding.UTF8.GetBytes(svg), writable: false));
            vector = "<a:extLst><a:ext uri=\"{96DAC541-7B7A-43D3-8B79-37D633B846F1}\"><asvg:svgBlip "
                + $"xmlns:asvg=\"http://schemas.microsoft.com/office/drawing/2016/SVG/main\" r:embed=\"vector{id}\"/></a:ext></a:extLst>";
        }

        double width = picture.Width * UnitsOfMillimetre;
        double height = picture.Height * UnitsOfMillimetre;
        double ratio = Math.Min(1, Math.Min(
            page.TextWidth * UnitsOfPoint / width, Math.Max(1, page.TextHeight - CaptionHeight) * UnitsOfPoint / height));
        string size = string.Create(CultureInfo.InvariantCulture, $"cx=\"{(long)(width * ratio)}\" cy=\"{(long)(height * ratio)}\"");
        string words = SecurityElement.Escape(WordText.Clean(picture.Description.Length > 0 ? picture.Description : picture.Caption));
        var drawing = new Word.Drawing(
            $"<w:drawing {StylePart.Names} xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
            + "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
            + "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\" "
            + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
            + $"<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent {size}/>"
            + $"<wp:docPr id=\"{id}\" name=\"Picture {id}\" descr=\"{words}\"/>"
            + "<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
            + "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
            + $"<pic:nvPicPr><pic:cNvPr id=\"{id}\" name=\"Picture {id}\"/><pic:cNvPicPr/></pic:nvPicPr>"
            + $"<pic:blipFill><a:blip r:embed=\"picture{id}\">{vector}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            + $"<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext {size}/></a:xfrm>"
            + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>"
            + "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>");
        return WordText.Paragraph("Normal", keepsNext: picture.Caption.Length > 0, [new Word.Run(drawing)]);
    }
}
