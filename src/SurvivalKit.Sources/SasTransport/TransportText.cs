using System.Text;

namespace SurvivalKit.Sources;

/// <summary>Texts of a fixed width, filled with blanks.</summary>
internal static class TransportText
{
    /// <summary>The bytes of a record.</summary>
    public const int Record = 80;

    /// <summary>Writes a text; what does not fit is left out.</summary>
    public static void Put(Span<byte> place, string text)
    {
        place.Fill((byte)' ');
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        bytes.AsSpan(0, Math.Min(bytes.Length, place.Length)).CopyTo(place);
    }

    /// <summary>The beginning of a text that fits a number of bytes, no letter cut in two.</summary>
    public static string Cut(string text, int bytes)
    {
        while (Encoding.UTF8.GetByteCount(text) > bytes)
        {
            text = text[..^(char.IsLowSurrogate(text[^1]) ? 2 : 1)];
        }

        return text;
    }

    /// <summary>A header record.</summary>
    /// <param name="kind">Its kind, as <c>MEMBER</c>.</param>
    /// <param name="rest">What stands behind.</param>
    public static byte[] Header(string kind, string rest = "000000000000000000000000000000")
    {
        byte[] record = new byte[Record];
        Put(record, $"HEADER RECORD*******{kind,-8}HEADER RECORD!!!!!!!{rest}");
        return record;
    }
}
