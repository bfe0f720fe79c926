using System.Globalization;
using System.Text;

namespace SurvivalKit.Figures;

/// <summary>The glyphs of one SVG: each outline is written once, in the order of first use.</summary>
internal sealed class SvgGlyphs(char prefix)
{
    private readonly Dictionary<(FontFace Face, ushort Glyph, bool Italic), string> _ids = [];
    private readonly StringBuilder _definitions = new();

    /// <summary>The id of a glyph's outline, defined at first use.</summary>
    public string Id(PlacedGlyph glyph)
    {
        (FontFace, ushort, bool) key = (glyph.Face, glyph.Glyph, glyph.Italic);
        if (!_ids.TryGetValue(key, out string? id))
        {
            id = prefix + Short(_ids.Count);
            _ids.Add(key, id);
            _definitions.Append(
                CultureInfo.InvariantCulture,
                $"<path id=\"{id}\" d=\"{GlyphPath.Data(glyph.Face.Outline(glyph.Glyph, glyph.Italic))}\"/>\n");
        }

        return id;
    }

    // An id is written once for every letter of the figure: one character for the first 62 outlines, after the prefix of fixed length.
    private static string Short(int number)
    {
        const string Digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
        string last = Digits[number % Digits.Length].ToString();
        return number < Digits.Length ? last : Short((number / Digits.Length) - 1) + last;
    }

    /// <summary>Writes the definitions; nothing where no text was set.</summary>
    public void Write(StringBuilder svg)
    {
        if (_definitions.Length > 0)
        {
            svg.Append("<defs>\n").Append(_definitions).Append("</defs>\n");
        }
    }
}
