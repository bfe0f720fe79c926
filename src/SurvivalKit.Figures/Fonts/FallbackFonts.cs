using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace SurvivalKit.Figures;

/// <summary>Sets text in scripts that Inter does not have, in given fonts and those of the system.</summary>
internal static class FallbackFonts
{
    private static ImmutableArray<FontFace> _given = [];
    private static readonly ConcurrentDictionary<(string Text, TextWeight Weight), ImmutableArray<(FontFace Face, string Text)>> Pieces = new();

    /// <summary>Adds a face after those that are given already.</summary>
    public static void Add(FontFace face)
    {
        ImmutableInterlocked.Update(ref _given, (given, added) => given.Add(added), face);
        Pieces.Clear();
    }

    /// <summary>The glyphs of a run of one direction, and its width.</summary>
    /// <exception cref="SurvivalDataException">No font has one of the letters.</exception>
    public static (ImmutableArray<PlacedGlyph> Glyphs, double Width) Set(string text, TextWeight weight, bool italic)
    {
        ImmutableArray<PlacedGlyph>.Builder glyphs = ImmutableArray.CreateBuilder<PlacedGlyph>();
        double x = 0;
        IEnumerable<(FontFace Face, string Text)> pieces = Pieces.GetOrAdd((text, weight), key => Divide(key.Text, key.Weight));
        foreach ((FontFace face, string piece) in TextRuns.IsRightToLeft(text) ? pieces.Reverse() : pieces)
        {
            (ImmutableArray<PlacedGlyph> shaped, double width) = face.Shape(piece, italic);
            double start = x;
            glyphs.AddRange(shaped.Where(glyph => !face.Outline(glyph.Glyph, italic).IsEmpty).Select(glyph => glyph with { X = glyph.X + start }));
            x += width;
        }

        return (glyphs.ToImmutable(), x);
    }

    // In one face where one has all letters, else in as few pieces as the first face for each letter gives.
    private static ImmutableArray<(FontFace Face, string Text)> Divide(string text, TextWeight weight)
    {
        Rune[] runes = [.. text.EnumerateRunes()];
        Rune[] drawn = [.. runes.Where(IsDrawn)];
        if (Faces(drawn[0], weight).FirstOrDefault(face => drawn.All(face.Draws)) is { } whole)
        {
            return [(whole, text)];
        }

        Rune[] missing = [.. drawn.Distinct().Where(rune => !Faces(rune, weight).Any(face => face.Draws(rune)))];
        if (missing.Length > 0)
        {
            string letters = string.Join(
                ", ", missing.Take(5).Select(rune => string.Create(CultureInfo.InvariantCulture, $"{rune} (U+{rune.Value:X4})")));
            string more = missing.Length > 5 ? " ..." : "";
            throw new SurvivalDataException(
                $"No font has the {(missing.Length == 1 ? "letter" : "letters")} {letters}{more} of \"{text}\"; "
                + $"a font with {(missing.Length == 1 ? "it" : "them")}, of the system or given to FigureFonts.Add, was expected.");
        }

        ImmutableArray<(FontFace Face, string Text)>.Builder pieces = ImmutableArray.CreateBuilder<(FontFace, string)>();
        var piece = new StringBuilder();
        FontFace? current = null;
        foreach (Rune rune in runes)
        {
            FontFace face = IsDrawn(rune) && current?.Draws(rune) != true
                ? Faces(rune, weight).First(candidate => candidate.Draws(rune))
                : current!;
            if (current is not null && face != current)
            {
                pieces.Add((current, piece.ToString()));
                piece.Clear();
            }

            current = face;
            piece.Append(rune.ToString());
        }

        pieces.Add((current!, piece.ToString()));
        return pieces.ToImmutable();
    }

    // Joiners and selectors of variants guide the shaping and have no picture of their own.
    private static bool IsDrawn(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control) && rune.Value is not (>= 0xFE00 and <= 0xFE0F);

    private static IEnumerable<FontFace> Faces(Rune rune, TextWeight weight) =>
        _given.Concat(SystemFonts.Faces(rune, weight)).Append(FontBook.Face(weight));
}
