using System.Collections.Immutable;
using System.Text;

namespace SurvivalKit.Figures;

/// <summary>A positioned glyph: <c>X</c> in thousandths of the text size from the start of the line.</summary>
internal readonly record struct PlacedGlyph(ushort Glyph, double X, bool Italic);

/// <summary>A run of characters that Inter does not have, drawn in a font of the reader's machine.</summary>
internal readonly record struct ForeignRun(string Text, double X, double Width);

/// <summary>A line of text laid out; all lengths in thousandths of the text size.</summary>
internal sealed record SetLine(double Width, ImmutableArray<PlacedGlyph> Glyphs, ImmutableArray<ForeignRun> Foreign);

/// <summary>Lays text out in the embedded faces: the same widths on every machine.</summary>
internal static class Typesetter
{
    /// <summary>Starts slanted text.</summary>
    public const char ItalicOn = '\u000E';

    /// <summary>Ends slanted text.</summary>
    public const char ItalicOff = '\u000F';

    /// <summary>Lays out one line.</summary>
    public static SetLine Set(string text, TextStyle style)
    {
        FontFace face = FontBook.Face(style.Weight);
        ImmutableArray<PlacedGlyph>.Builder glyphs = ImmutableArray.CreateBuilder<PlacedGlyph>(text.Length);
        ImmutableArray<ForeignRun>.Builder foreign = ImmutableArray.CreateBuilder<ForeignRun>();
        var run = new StringBuilder();
        double x = 0, runStart = 0;
        bool italic = false;
        double digit = style.Tabular ? face.Advance(face.Glyph('0')) : 0;

        foreach (Rune rune in text.EnumerateRunes())
        {
            if (rune.Value is ItalicOn or ItalicOff)
            {
                italic = rune.Value == ItalicOn;
                continue;
            }

            ushort glyph = face.Glyph(rune.Value);
            if (glyph == 0 && !Rune.IsControl(rune))
            {
                if (run.Length == 0)
                {
                    runStart = x;
                }

                run.Append(rune.ToString());
                x += ForeignAdvance(rune);
                continue;
            }

            EndRun(x);
            if (Rune.IsControl(rune))
            {
                continue;
            }

            double advance = face.Advance(glyph);
            if (style.Tabular && Rune.IsDigit(rune))
            {
                glyphs.Add(new PlacedGlyph(glyph, x + ((digit - advance) / 2), italic));
                x += digit;
            }
            else
            {
                if (!Rune.IsWhiteSpace(rune))
                {
                    glyphs.Add(new PlacedGlyph(glyph, x, italic));
                }

                x += advance;
            }
        }

        EndRun(x);
        return new SetLine(x, glyphs.ToImmutable(), foreign.ToImmutable());

        void EndRun(double end)
        {
            if (run.Length == 0)
            {
                return;
            }

            foreign.Add(new ForeignRun(run.ToString(), runStart, end - runStart));
            run.Clear();
        }
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

    // The true width depends on the reader's font; one em fits East Asian scripts, the usual case.
    private static double ForeignAdvance(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark ? 0
            : rune.Value >= 0x1100 ? FontFace.Em
            : 0.6 * FontFace.Em;
}
