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
        FontFace face = FontBook.Face(mark.Style.Weight);
        double start = Typesetter.Offset(line, mark.Anchor);
        using SKPaint paint = Solid(mark.Style.Tone, 1);
        canvas.Save();
        canvas.Translate((float)mark.X, (float)mark.Y);
        canvas.RotateDegrees((float)mark.Rotation);
        float scale = (float)(mark.Style.Size / FontFace.Em);
        if (embedFonts)
        {
            DrawEmbedded(line, face, start, mark.Style.Size, paint);
        }

        canvas.Scale(scale);
        if (!embedFonts)
        {
            foreach (PlacedGlyph glyph in line.Glyphs)
            {
                canvas.Save();
                canvas.Translate((float)(glyph.X + start), 0);
                canvas.DrawPath(face.Outline(glyph.Glyph, glyph.Italic), paint);
                canvas.Restore();
            }
        }

        foreach (ForeignRun run in line.Foreign)
        {
            DrawForeign(run, start, paint);
        }

        canvas.Restore();
    }

    // In a PDF text is kept as text, so that it can be searched and copied.
    private void DrawEmbedded(SetLine line, FontFace face, double start, double size, SKPaint paint)
    {
        foreach (IGrouping<bool, PlacedGlyph> run in line.Glyphs.GroupBy(glyph => glyph.Italic))
        {
            using SKFont font = face.At((float)size, run.Key);
            using var builder = new SKTextBlobBuilder();
            PlacedGlyph[] glyphs = [.. run];
            builder.AddPositionedRun(
                [.. glyphs.Select(glyph => glyph.Glyph)], font, [
                    .. glyphs.Select(glyph => new SKPoint((float)((glyph.X + start) * size / FontFace.Em), 0))
                ]);
            using SKTextBlob? blob = builder.Build();
            if (blob is not null)
            {
                canvas.DrawText(blob, 0, 0, paint);
            }
        }
    }

    // Scripts that Inter lacks are drawn with a font of the machine, scaled to the width that the layout reserved.
    private void DrawForeign(ForeignRun run, double start, SKPaint paint)
    {
        using SKTypeface typeface = SKFontManager.Default.MatchCharacter(char.ConvertToUtf32(run.Text, 0)) ?? SKTypeface.CreateDefault();
        using var font = new SKFont(typeface, FontFace.Em);
        float natural = font.MeasureText(run.Text);
        canvas.Save();
        canvas.Translate((float)(run.X + start), 0);
        if (natural > 0)
        {
            canvas.Scale((float)(run.Width / natural), 1);
        }

        canvas.DrawText(run.Text, 0, 0, font, paint);
        canvas.Restore();
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
