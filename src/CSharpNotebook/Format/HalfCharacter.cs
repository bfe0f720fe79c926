using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CSharpNotebook.Format;

/// <summary>
/// Finds half of a surrogate pair, which JSON can contain but a text cannot: the parser reports it only when the text is read,
/// which may be when the notebook is written.
/// </summary>
internal static class HalfCharacter
{
    /// <summary>The path of the first text or object with one; null when there is none.</summary>
    public static string? Find(JsonElement element, string path)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String when IsBroken(JsonMarshal.GetRawUtf8Value(element), element.GetString):
                return path;
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    JsonProperty named = property;
                    if (IsBroken(JsonMarshal.GetRawUtf8PropertyName(property), () => named.Name))
                    {
                        return path;
                    }

                    if (Find(property.Value, "") is { } place)
                    {
                        return $"{path}.{property.Name}{place}";
                    }
                }
                return null;
            case JsonValueKind.Array:
                int index = 0;
                foreach (JsonElement item in element.EnumerateArray())
                {
                    if (Find(item, "") is { } place)
                    {
                        return string.Create(CultureInfo.InvariantCulture, $"{path}[{index}]{place}");
                    }

                    index++;
                }
                return null;
            default:
                return null;
        }
    }

    /// <summary>Only escaped characters can be broken: the bytes of the file themselves are valid UTF-8, or no JSON.</summary>
    private static bool IsBroken(ReadOnlySpan<byte> raw, Func<string?> text)
    {
        if (raw.IndexOf("\\u"u8) < 0)
        {
            return false;
        }

        try
        {
            _ = text();
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
