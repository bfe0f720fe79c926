using SkiaSharp;

namespace SurvivalKit.Figures;

/// <summary>Writes a scene as PNG at a given resolution.</summary>
internal static class PngRenderer
{
    /// <summary>The PNG file; opaque where the scene has paper.</summary>
    public static byte[] Render(Scene scene, double dpi)
    {
        int width = (int)Math.Round(scene.Width * dpi / 72), height = (int)Math.Round(scene.Height * dpi / 72);
        SKAlphaType alpha = scene.Paper is null ? SKAlphaType.Premul : SKAlphaType.Opaque;
        using SKSurface surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, alpha))
            ?? throw new InvalidOperationException($"There is not enough memory for a picture of {width} x {height} pixels.");
        surface.Canvas.Clear(SKColors.Transparent);
        surface.Canvas.Scale((float)(width / scene.Width), (float)(height / scene.Height));
        new SkiaPainter(surface.Canvas, scene.Theme == FigureTheme.Dark, embedFonts: false).Paint(scene);
        using SKImage image = surface.Snapshot();
        using SKData png = image.Encode(SKEncodedImageFormat.Png, 100);
        return PngResolution.State(png.ToArray(), dpi);
    }
}
