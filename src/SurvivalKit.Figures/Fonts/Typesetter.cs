using System.Collections.Immutable;
using System.Text;

namespace SurvivalKit.Figures;

/// <summary>A positioned glyph: <c>X</c> and <c>Y</c> in thousandths of the text size from the start of the line, <c>Y</c> downwards.</summary>
internal readonly record struct PlacedGlyph(FontFace Face, ushort Glyph, double X, double Y, bool Italic);

/// <summary>A line of text laid out; all lengths in thousandths of the text size.</summary>
internal sealed record SetLine(double Width, ImmutableArray<PlacedGlyph> Glyphs);

/// <summary>Lays text out in the embedded faces, with the same widths on every machine, and what they do not have in others.</summary>
internal static class Typesetter
{
    /// <summary>Starts slanted text.</summary>
    public const char ItalicOn = '\u000E';

    /// <summary>Ends slanted text.</summary>
    public const char ItalicOff = '\u000F';

    /// <summary>Lays out one line.</summary>
    /// <exception cref="SurvivalDataException">No font has one of the letters.</exception>
    public static SetLine Set(string text, TextStyle style)
    {
        FontFace face = FontBook.Face(style.Weight);
        ImmutableArray<PlacedGlyph>.Builder glyphs = ImmutableArray.CreateBuilder<PlacedGlyph>(text.Length);
        double x = 0;
        foreach (TextRun run in TextRuns.Divide(text, face))
        {
            if (run.IsForeign)
            {
                (ImmutableArray<PlacedGlyph> shaped, double width) = FallbackFonts.Set(run.Text, style.Weight, run.Italic);
                double start = x;
                glyphs.AddRange(shaped.Select(glyph => glyph with { X = glyph.X + start }));
                x += width;
            }
            else
            {
                x = Place(run, face, style.Tabular, x, glyphs);
            }
        }

        return new SetLine(x, glyphs.ToImmutable());
    }

    /// <summary>Width of a line in points.</summary>
    public static double Width(string text, TextStyle style) => Set(text, style).Width * style.Size / FontFace.Em;

    /// <summary>Where a line starts relative to its anchor, in thousandths of the text size.</summary>
    public static double Offset(SetLine line, TextAnchor anchor) => anchor switch
    {
        TextAnchor.Middle => -line.Width / 2,
        TextAnchor.End => -line.Width,
        _ => 0,
    };

    /// <summary>The text without the marks that slant it.</summary>
    public static string Plain(string text) =>
        text.AsSpan().IndexOfAny(ItalicOn, ItalicOff) < 0 ? text : text.Replace("\u000E", "", StringComparison.Ordinal)
            .Replace("\u000F", "", StringComparison.Ordinal);

    private static double Place(TextRun run, FontFace face, bool isTabular, double x, ImmutableArray<PlacedGlyph>.Builder glyphs)
    {
        double digit = isTabular ? face.Advance(face.Glyph('0')) : 0;
        foreach (Rune rune in run.Text.EnumerateRunes())
        {
            ushort glyph = face.Glyph(rune.Value);
            if (glyph == 0 || Rune.IsControl(rune))
            {
                continue;
            }

            double advance = face.Advance(glyph);
            if (isTabular && Rune.IsDigit(rune))
            {
                glyphs.Add(new PlacedGlyph(face, glyph, x + ((digit - advance) / 2), 0, run.Italic));
                x += digit;
            }
            else
            {
                if (!Rune.IsWhiteSpace(rune))
                {
                    glyphs.Add(new PlacedGlyph(face, glyph, x, 0, run.Italic));
                }

                x += advance;
            }
        }

        return x;
    }
}
