using System.Globalization;
using SkiaSharp;

namespace SurvivalKit.Figures;

/// <summary>Draws a scene on a Skia canvas whose unit is a point: the PNG and the PDF are the same drawing.</summary>
internal sealed class SkiaPainter(SKCanvas canvas, bool dark, bool embedFonts)
{
    /// <summary>Draws the paper and every mark.</summary>
    public void Paint(Scene scene)
    {
        if (scene.Paper is { } paper)
        {
            Draw(new RectangleMark(0, 0, scene.Width, scene.Height, new Fill(paper)));
        }

        foreach (Mark mark in scene.Marks)
        {
            Draw(mark);
        }
    }

    private void Draw(Mark mark)
    {
        switch (mark)
        {
            case PathMark path:
                using (SKPath outline = Outline(path))
                {
                    Paint(path.Fill, path.Stroke, paint => canvas.DrawPath(outline, paint));
                }

                break;
            case RectangleMark box:
                var rectangle = SKRect.Create((float)box.X, (float)box.Y, (float)box.Width, (float)box.Height);
                Paint(box.Fill, box.Stroke, paint => canvas.DrawRect(rectangle, paint));
                break;
            case CircleMark circle:
                Paint(circle.Fill, circle.Stroke, paint =>
                    canvas.DrawCircle((float)circle.X, (float)circle.Y, (float)circle.Radius, paint));
                break;
            case TextMark text:
                DrawText(text);
                break;
            default:
                throw new InvalidOperationException($"The painter does not know marks of the type {mark.GetType().Name}.");
        }
    }

    private void DrawText(TextMark mark)
    {
        SetLine line = Typesetter.Set(mark.Text, mark.Style);
        double start = Typesetter.Offset(line, mark.Anchor);
        using SKPaint paint = Solid(mark.Style.Tone, 1);
        canvas.Save();
        canvas.Translate((float)mark.X, (float)mark.Y);
        canvas.RotateDegrees((float)mark.Rotation);
        float scale = (float)(mark.Style.Size / FontFace.Em);
        if (embedFonts)
        {
            DrawEmbedded(line, start, mark.Style.Size, paint);
        }

        canvas.Scale(scale);
        if (!embedFonts)
        {
            foreach (PlacedGlyph glyph in line.Glyphs)
            {
                canvas.Save();
                canvas.Translate((float)(glyph.X + start), (float)glyph.Y);
                canvas.DrawPath(glyph.Face.Outline(glyph.Glyph, glyph.Italic), paint);
                canvas.Restore();
            }
        }

        canvas.Restore();
    }

    // In a PDF text is kept as text, so that it can be searched and copied.
    private void DrawEmbedded(SetLine line, double start, double size, SKPaint paint)
    {
        foreach (IGrouping<(FontFace Face, bool Italic), PlacedGlyph> run in line.Glyphs.GroupBy(glyph => (glyph.Face, glyph.Italic)))
        {
            using SKFont font = run.Key.Face.At((float)size, run.Key.Italic);
            using var builder = new SKTextBlobBuilder();
            PlacedGlyph[] glyphs = [.. run];
            builder.AddPositionedRun(
                [.. glyphs.Select(glyph => glyph.Glyph)], font, [
                    .. glyphs.Select(glyph => new SKPoint((float)((glyph.X + start) * size / FontFace.Em), (float)(glyph.Y * size / FontFace.Em)))
                ]);
            using SKTextBlob? blob = builder.Build();
            if (blob is not null)
            {
                canvas.DrawText(blob, 0, 0, paint);
            }
        }
    }

    private static SKPath Outline(PathMark mark)
    {
        var path = new SKPath();
        foreach (Chain chain in mark.Chains)
        {
            path.AddPoly([.. chain.Points.Select(p => new SKPoint((float)p.X, (float)p.Y))], chain.Closed);
        }

        return path;
    }

    private void Paint(Fill? fill, Stroke? stroke, Action<SKPaint> draw)
    {
        if (fill is not null)
        {
            using SKPaint paint = Solid(fill.Tone, fill.Opacity);
            draw(paint);
        }

        if (stroke is null)
        {
            return;
        }

        using SKPaint line = Solid(stroke.Tone, 1);
        line.Style = SKPaintStyle.Stroke;
        line.StrokeWidth = (float)stroke.Width;
        line.StrokeCap = stroke.RoundCap ? SKStrokeCap.Round : SKStrokeCap.Butt;
        using SKPathEffect? dashes = stroke.Dashes.IsEmpty ? null : SKPathEffect.CreateDash([.. stroke.Dashes.Select(d => (float)d)], 0);
        line.PathEffect = dashes;
        draw(line);
    }

    private SKPaint Solid(Tone tone, double opacity)
    {
        string hex = dark ? tone.Dark : tone.Light;
        uint rgb = uint.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        byte alpha = (byte)Math.Round(255 * opacity);
        return new SKPaint { Color = new SKColor((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb, alpha), IsAntialias = true };
    }
}
