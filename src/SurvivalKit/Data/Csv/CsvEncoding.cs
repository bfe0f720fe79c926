using System.Text;
using System.Text.Unicode;

namespace SurvivalKit;

/// <summary>The bytes of a file as UTF-8 text: by its byte-order mark, by what its bytes can be, or as it is given.</summary>
/// <remarks>Without a mark, text with a zero byte in every second place is UTF-16; bytes that are UTF-8 are UTF-8; all others are
/// Windows-1252, of which Latin-1 is a part.</remarks>
internal static class CsvEncoding
{
    /// <summary>The text as UTF-8, without a byte-order mark, and the name of the encoding where it was another one than UTF-8.</summary>
    /// <param name="bytes">The bytes of the file.</param>
    /// <param name="name">The name of the file in messages.</param>
    /// <param name="given">The name of the encoding; <see langword="null"/>: it is found.</param>
    /// <exception cref="SurvivalDataException">There is no such encoding, or the bytes are not text in it.</exception>
    public static (ReadOnlyMemory<byte> Text, string? Encoding) Decode(ReadOnlyMemory<byte> bytes, string name, string? given)
    {
        ReadOnlySpan<byte> start = bytes.Span;
        if (given is not null)
        {
            return Recoded(bytes, name, TextEncodings.Named(given), tell: false);
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            return (Checked(bytes[3..], name), null);
        }

        if (Marked(start) is { } encoding)
        {
            return Recoded(bytes, name, encoding, tell: true);
        }

        if (Utf8.IsValid(start))
        {
            return (Checked(bytes, name), null);
        }

        return Recoded(bytes, name, TextEncodings.Western, tell: true);
    }

    private static UnicodeEncoding? Marked(ReadOnlySpan<byte> start)
    {
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new UnicodeEncoding(bigEndian: start[0] == 0xFE, byteOrderMark: true, throwOnInvalidBytes: true);
        }

        // A header line of Latin letters without a mark.
        ReadOnlySpan<byte> sample = start[..Math.Min(start.Length & ~1, 64)];
        int even = 0;
        int odd = 0;
        for (int i = 0; i < sample.Length; i += 2)
        {
            even += sample[i] == 0 ? 1 : 0;
            odd += sample[i + 1] == 0 ? 1 : 0;
        }

        return sample.Length >= 4 && Math.Max(even, odd) * 4 > sample.Length && Math.Min(even, odd) == 0
            ? new UnicodeEncoding(bigEndian: even > odd, byteOrderMark: false, throwOnInvalidBytes: true)
            : null;
    }

    private static (ReadOnlyMemory<byte> Text, string? Encoding) Recoded(
        ReadOnlyMemory<byte> bytes, string name, Encoding encoding, bool tell)
    {
        try
        {
            string text = encoding.GetString(bytes.Span).TrimStart('\uFEFF');
            return (Checked(Encoding.UTF8.GetBytes(text), name), tell ? NameOf(encoding) : null);
        }
        catch (DecoderFallbackException)
        {
            throw SurvivalDataException.AtFile(
                name, $"the file is not text in {NameOf(encoding)}, which was expected; it may be in another encoding, or no text at all.");
        }
    }

    private static string NameOf(Encoding encoding) => encoding.CodePage switch
    {
        1252 => "Windows-1252 (Latin-1)",
        1200 or 1201 => "UTF-16",
        65001 => "UTF-8",
        _ => encoding.WebName,
    };

    // No text holds a zero: a picture, a spreadsheet or an archive does.
    private static ReadOnlyMemory<byte> Checked(ReadOnlyMemory<byte> text, string name) => text.Span.Contains((byte)0)
        ? throw SurvivalDataException.AtFile(name, "the file is no text, which was expected; it holds zero bytes, as other kinds of files do.")
        : text;
}
