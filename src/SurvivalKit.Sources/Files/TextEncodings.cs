using System.Globalization;
using System.Text;

namespace SurvivalKit.Sources;

/// <summary>The encodings of texts in files that are older than UTF-8.</summary>
internal static class TextEncodings
{
    static TextEncodings() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Windows' encoding of western Europe (1252), which older programs wrote without saying so.</summary>
    public static Encoding Western => Encoding.GetEncoding(1252);

    /// <summary>An encoding by its name or by the number of its code page.</summary>
    /// <exception cref="SurvivalDataException">There is none of this name.</exception>
    public static Encoding Named(string name, string file)
    {
        try
        {
            return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out int page)
                ? Encoding.GetEncoding(page)
                : Encoding.GetEncoding(name);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw SurvivalDataException.AtFile(
                file, $"its texts are in the encoding \"{name}\", which is not known; name another, as utf-8 or latin1.");
        }
    }
}
