using SkiaSharp;

namespace SurvivalKit.Figures;

/// <summary>Writes a scene as a PDF of one page, its fonts embedded and no date in it, so that its bytes do not change.</summary>
internal static class PdfRenderer
{
    /// <summary>The PDF file.</summary>
    public static byte[] Render(Scene scene, string title, string description)
    {
        using var stream = new MemoryStream();
        var metadata = new SKDocumentPdfMetadata
        {
            Title = title,
            Subject = description,
            Creator = "SurvivalKit",
            RasterDpi = 300,
            EncodingQuality = 101,
        };
        using (SKDocument document = SKDocument.CreatePdf(stream, metadata))
        {
            SKCanvas canvas = document.BeginPage((float)scene.Width, (float)scene.Height);
            new SkiaPainter(canvas, scene.Theme == FigureTheme.Dark, embedFonts: true).Paint(scene);
            document.EndPage();
            document.Close();
        }

        return stream.ToArray();
    }
}
