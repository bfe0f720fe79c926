using System.Text;

namespace SurvivalKit.TextCheck;

/// <summary>One character for all that look alike: dashes, spaces, signs and letters of mathematics.</summary>
internal static class PlainCharacters
{
    /// <summary>The space within 18 842: it parts thousands, and no words.</summary>
    public const string ThousandsSpace = "\u00A0";

    /// <summary>Whether a space is of those that part thousands: thin, of a figure's width, or without a break.</summary>
    public static bool IsNarrow(char c) => c is '\u00A0' or '\u2007' or '\u2008' or '\u2009' or '\u200A' or '\u202F';

    /// <summary>What a character is read as; the empty text where it is not seen.</summary>
    public static string Replace(char c) => c switch
    {
        < '\u007F' => Ascii(c),
        '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' => "",
        '\u00A0' or (>= '\u2000' and <= '\u200A') or '\u202F' or '\u205F' or '\u3000' => " ",
        '\u0085' or '\u2028' => "\n",
        '\u2029' => "\n\n",
        (>= '\u2010' and <= '\u2015') or '\u2212' or '\uFE58' or '\uFE63' or '\uFF0D' or '\u207B' => "-",
        '\u2018' or '\u2019' or '\u201B' or '\u2032' => "'",
        '\u201C' or '\u201D' or '\u2033' => "\"",
        '\u2219' or '\u22C5' or '\u2027' or '\u30FB' or '\u2024' => "·",
        '\u2A7D' or '\u2266' => "≤",
        '\u2A7E' or '\u2267' => "≥",
        '\u2217' or '\u2020' or '\u2021' or '\u00A7' or '\u00B6' => "",
        '\u03A7' or '\uAB53' => "χ",
        '\u223C' or '\u301C' => "~",
        '\u2044' or '\u2215' => "/",
        >= '\uFB00' and <= '\uFB06' => c.ToString().Normalize(NormalizationForm.FormKC),
        >= '\uFF01' and <= '\uFF5E' => Ascii((char)(c - '\uFF01' + '!')),
        _ => char.IsControl(c) ? " " : c.ToString(),
    };

    /// <summary>What two halves of a character are read as: letters and digits of mathematics as plain ones.</summary>
    public static string Replace(char high, char low)
    {
        string pair = new([high, low]);
        int code = char.ConvertToUtf32(high, low);
        string plain = code is >= 0x1D400 and <= 0x1D7FF ? pair.Normalize(NormalizationForm.FormKC) : pair;
        return plain == "Χ" ? "χ" : plain;
    }

    /// <summary>The digit or minus sign that a superscript represents.</summary>
    public static char? Superscript(char c) => c switch
    {
        '\u207B' => '-',
        '²' => '2',
        '³' => '3',
        '¹' => '1',
        '\u2070' => '0',
        >= '\u2074' and <= '\u2079' => (char)('4' + c - '\u2074'),
        _ => null,
    };

    private static string Ascii(char c) => c switch
    {
        '\n' => "\n",
        '\t' => "\t",
        < ' ' => c == '\r' ? "" : " ",
        _ => c.ToString(),
    };
}
