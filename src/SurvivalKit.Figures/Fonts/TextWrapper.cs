using System.Collections.Immutable;
using System.Text;

namespace SurvivalKit.Figures;

/// <summary>Breaks text into lines that fit a width.</summary>
internal static class TextWrapper
{
    /// <summary>
    /// The lines of a text: broken at given line breaks, then at spaces and after hyphens and slashes, and inside a word only where it is
    /// wider than the width on its own.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="style">The style of the text.</param>
    /// <param name="width">Width to fit, in points.</param>
    public static ImmutableArray<string> Wrap(string text, TextStyle style, double width)
    {
        ImmutableArray<string>.Builder lines = ImmutableArray.CreateBuilder<string>();
        foreach (string paragraph in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var line = new StringBuilder();
            foreach (string piece in Pieces(paragraph))
            {
                if (Fits(line + piece.TrimEnd()))
                {
                    line.Append(piece);
                    continue;
                }

                if (line.Length > 0)
                {
                    Flush(line);
                }

                foreach (Rune rune in piece.EnumerateRunes())
                {
                    if (line.Length > 0 && !Rune.IsWhiteSpace(rune) && !Fits(line + rune.ToString()))
                    {
                        Flush(line);
                    }

                    line.Append(rune.ToString());
                }
            }

            Flush(line);
        }

        return lines.ToImmutable();

        bool Fits(string candidate) => Typesetter.Width(candidate, style) <= width + 1e-6;

        void Flush(StringBuilder line)
        {
            lines.Add(line.ToString().TrimEnd());
            line.Clear();
        }
    }

    /// <summary>The text, its end replaced by an ellipsis where it does not fit one line of the width.</summary>
    public static string Shorten(string text, TextStyle style, double width)
    {
        if (Typesetter.Width(text, style) <= width + 1e-6)
        {
            return text;
        }

        string rest = text;
        while (rest.Length > 1 && Typesetter.Width(rest + "\u2026", style) > width)
        {
            rest = rest[..^(char.IsLowSurrogate(rest[^1]) ? 2 : 1)];
        }

        return rest + "\u2026";
    }

    /// <summary>Width of the widest piece that is broken only as a last resort, in points.</summary>
    public static double LongestPiece(string text, TextStyle style) =>
        text.ReplaceLineEndings("\n").Split('\n').SelectMany(Pieces).Select(
            piece => Typesetter.Width(piece.TrimEnd(), style)).DefaultIfEmpty(0).Max();

    // A piece ends after a space, a hyphen or a slash.
    private static IEnumerable<string> Pieces(string text)
    {
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool breaks = text[i] == ' '
                || (text[i] is '-' or '/' && i > start && i + 1 < text.Length && char.IsLetter(text[i + 1]) && char.IsLetter(text[i - 1]));
            if (!breaks)
            {
                continue;
            }

            yield return text[start..(i + 1)];
            start = i + 1;
        }

        if (start < text.Length)
        {
            yield return text[start..];
        }
    }
}
