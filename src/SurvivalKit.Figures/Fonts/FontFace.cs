using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace SurvivalKit.Figures;

/// <summary>A face, embedded, given or of the system: glyph numbers, advances and outlines in thousandths of the text size.</summary>
/// <remarks>
/// Advances and outlines are read unhinted at the face's own grid, so a layout does not depend on the resolution of the output, and not on
/// the machine where the face is an embedded one.
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

    private readonly Lazy<SKShaper> _shaper;

    internal FontFace(SKTypeface typeface)
    {
        _typeface = typeface;
        _shaper = new Lazy<SKShaper>(() => new SKShaper(typeface));
        _upright = Plain(_typeface, Em);
        _slanted = Plain(_typeface, Em);
        _slanted.SkewX = Slant;
    }

    /// <summary>The face in a file's bytes; null where they are no font.</summary>
    internal static FontFace? Read(byte[] bytes)
    {
        using SKData data = SKData.CreateCopy(bytes);
        return SKTypeface.FromData(data) is { } typeface ? new FontFace(typeface) : null;
    }

    /// <summary>Whether the face has a character and can draw it as an outline, which faces of coloured pictures cannot.</summary>
    public bool Draws(Rune rune) =>
        Glyph(rune.Value) is not 0 and var glyph && (Rune.IsWhiteSpace(rune) || !Outline(glyph, italic: false).IsEmpty);

    /// <summary>Glyphs and their places for a run of one script, from the left to the right as they are drawn.</summary>
    public (ImmutableArray<PlacedGlyph> Glyphs, double Width) Shape(string text, bool italic)
    {
        lock (_skia)
        {
            SKShaper.Result result = _shaper.Value.Shape(text, _upright);
            return (
                [
                    .. result.Codepoints.Select((glyph, i) => new PlacedGlyph(
                        this, (ushort)glyph, Math.Round(result.Points[i].X, 3), Math.Round(result.Points[i].Y, 3), italic)),
                ],
                Math.Round(result.Width, 3));
        }
    }

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

        if (_shaper.IsValueCreated)
        {
            _shaper.Value.Dispose();
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
