using System.Globalization;
using System.Text;

namespace SurvivalKit;

/// <summary>The encodings of texts in files, by the names that programs give them.</summary>
internal static class TextEncodings
{
    /// <summary>Windows' encoding of western Europe (1252), which older programs wrote without saying so.</summary>
    public static Encoding Western => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>An encoding by its name or by the number of its code page. Bytes that are no text in it are an
    /// <see cref="DecoderFallbackException"/>.</summary>
    /// <param name="given">The name, as <c>latin1</c>, or the number.</param>
    /// <exception cref="SurvivalDataException">There is none of this name.</exception>
    public static Encoding Named(string given) => Find(given, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
        ?? throw new SurvivalDataException(
            $"There is no encoding \"{given}\"; utf-8, utf-16, latin1, windows-1252 or another registered name was expected.");

    /// <summary>An encoding by its name or number, in which bytes that are no text become signs for what cannot be read: one label must
    /// not keep a whole data set from being read.</summary>
    /// <param name="given">The name or number.</param>
    /// <param name="file">The file that names it, for the message.</param>
    /// <exception cref="SurvivalDataException">There is none of this name.</exception>
    public static Encoding Lenient(string given, string file) =>
        Find(given, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)
        ?? throw SurvivalDataException.AtFile(
            file, $"its texts are in the encoding \"{given}\", which is not known; name another, as utf-8 or latin1.");

    private static Encoding? Find(string given, EncoderFallback writing, DecoderFallback reading)
    {
        string plain = given.Trim().ToUpperInvariant();
        string known = plain switch
        {
            "LATIN1" or "LATIN-1" or "ISO8859-1" or "ANSI" or "CP1252" or "WIN1252" => "windows-1252",
            "LATIN9" or "LATIN-9" => "iso-8859-15",
            "LATIN2" or "LATIN-2" => "iso-8859-2",
            "UTF8" => "utf-8",
            "UTF16" or "UCS-2" or "UNICODE" => "utf-16",
            _ when plain.StartsWith("CP", StringComparison.Ordinal) => "windows-" + plain[2..],
            _ => given.Trim(),
        };
        try
        {
            return int.TryParse(known, NumberStyles.None, CultureInfo.InvariantCulture, out int page)
                ? CodePagesEncodingProvider.Instance.GetEncoding(page, writing, reading) ?? Encoding.GetEncoding(page, writing, reading)
                : CodePagesEncodingProvider.Instance.GetEncoding(known, writing, reading) ?? Encoding.GetEncoding(known, writing, reading);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
