using System.Collections.Concurrent;
using SkiaSharp;

namespace SurvivalKit.Figures;

/// <summary>One of the embedded Inter faces: glyph numbers, advances and outlines in thousandths of the text size.</summary>
/// <remarks>
/// Advances and outlines are read unhinted at the face's own grid, so a layout does not depend on the machine, its fonts
/// or the resolution of the output.
/// </remarks>
internal sealed class FontFace : IDisposable
{
    /// <summary>Outlines and advances are given for a text of this size.</summary>
    public const float Em = 1000f;

    /// <summary>Slant of the synthetic italic: that of Inter's own italic, 9.4 degrees.</summary>
    private const float Slant = -0.166f;

    private readonly SKTypeface _typeface;
    private readonly SKFont _upright;
    private readonly SKFont _slanted;
    private readonly ConcurrentDictionary<int, ushort> _glyphs = new();
    private readonly ConcurrentDictionary<ushort, double> _advances = new();
    private readonly ConcurrentDictionary<(ushort Glyph, bool Italic), SKPath> _outlines = new();
    private readonly Lock _skia = new();

    internal FontFace(byte[] bytes)
    {
        using SKData data = SKData.CreateCopy(bytes);
        _typeface = SKTypeface.FromData(data) ?? throw new InvalidOperationException("An embedded font face could not be read.");
        _upright = Plain(_typeface, Em);
        _slanted = Plain(_typeface, Em);
        _slanted.SkewX = Slant;
    }

    /// <summary>The face itself, for the PDF writer, which embeds it.</summary>
    internal SKTypeface Typeface => _typeface;

    /// <summary>Glyph number of a character, 0 where the face does not have it.</summary>
    public ushort Glyph(int codePoint) => _glyphs.GetOrAdd(codePoint, c => _typeface.GetGlyph(c));

    /// <summary>Advance of a glyph in thousandths of the text size.</summary>
    public double Advance(ushort glyph) => _advances.GetOrAdd(glyph, g =>
    {
        lock (_skia)
        {
            return Math.Round(_upright.GetGlyphWidths([g])[0], 3);
        }
    });

    /// <summary>Outline of a glyph at a size of <see cref="Em"/>, y downwards, the baseline at 0. Not to be changed or disposed.</summary>
    public SKPath Outline(ushort glyph, bool italic) => _outlines.GetOrAdd((glyph, italic), key =>
    {
        lock (_skia)
        {
            return (key.Italic ? _slanted : _upright).GetGlyphPath(key.Glyph) ?? new SKPath();
        }
    });

    /// <summary>A font of this face for drawing, to be disposed by the caller.</summary>
    public SKFont At(float size, bool italic)
    {
        SKFont font = Plain(_typeface, size);
        if (italic)
        {
            font.SkewX = Slant;
        }

        return font;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (SKPath path in _outlines.Values)
        {
            path.Dispose();
        }

        _upright.Dispose();
        _slanted.Dispose();
        _typeface.Dispose();
    }

    private static SKFont Plain(SKTypeface typeface, float size) => new(typeface, size)
    {
        Hinting = SKFontHinting.None,
        LinearMetrics = true,
        Subpixel = true,
        Edging = SKFontEdging.Antialias,
    };
}
