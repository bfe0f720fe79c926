using System.Text;

namespace SurvivalKit.TextCheck;

/// <summary>Reads a text of unknown encoding.</summary>
public static class TextDecoding
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // Windows-1252 in 0x80..0x9F; the rest of it is Latin-1. Undefined bytes are spaces.
    private const string WindowsMiddle = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

    /// <summary>
    /// The text of a file: UTF-8, UTF-16 or UTF-32 with a byte order mark, UTF-16 without one where every other
    /// byte is 0, UTF-8 where the bytes are valid UTF-8, and else Windows-1252, which includes the printable part of Latin-1.
    /// </summary>
    /// <param name="bytes">All bytes of the file.</param>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                bytes = bytes[3..];
                break;
            case [0xFF, 0xFE, 0, 0, ..] when bytes.Length % 4 == 0:
                return Encoding.UTF32.GetString(bytes[4..]);
            case [0, 0, 0xFE, 0xFF, ..]:
                return new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(bytes[4..]);
            case [0xFF, 0xFE, ..]:
                return Encoding.Unicode.GetString(bytes[2..]);
            case [0xFE, 0xFF, ..]:
                return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        if (bytes.Length >= 4 && bytes.Length % 2 == 0 && Utf16(bytes) is { } utf16)
        {
            return utf16.GetString(bytes);
        }

        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252(bytes);
        }
    }

    /// <summary>Latin text in UTF-16 has a 0 byte in most characters, always at the same position.</summary>
    private static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        int looked = Math.Min(bytes.Length, 4096);
        int even = 0;
        int odd = 0;
        for (int i = 0; i < looked; i++)
        {
            if (bytes[i] == 0)
            {
                (even, odd) = i % 2 == 0 ? (even + 1, odd) : (even, odd + 1);
            }
        }

        int most = looked / 4;
        return odd > most && even == 0 ? Encoding.Unicode
            : even > most && odd == 0 ? Encoding.BigEndianUnicode
            : null;
    }

    private static string Windows1252(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (byte value in bytes)
        {
            text.Append(value is >= 0x80 and < 0xA0 ? WindowsMiddle[value - 0x80] : (char)value);
        }

        return text.ToString();
    }
}
