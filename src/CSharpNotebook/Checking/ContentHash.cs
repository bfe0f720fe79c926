using System.Security.Cryptography;
using System.Text;

namespace CSharpNotebook.Checking;

/// <summary>The hash that represents a picture in a comparison: a difference of pictures can be detected, but not shown in a
/// line.</summary>
internal static class ContentHash
{
    private const int ShownDigits = 12;

    /// <summary>The hash of a picture.</summary>
    /// <param name="kind">The name of the kind of picture.</param>
    /// <param name="base64">Its content.</param>
    public static string OfImage(string kind, string base64)
    {
        byte[] buffer = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, buffer, out int length) ? Hash(kind, buffer.AsSpan(0, length)) : OfText(base64);
    }

    /// <summary>The hash of a picture that is text.</summary>
    public static string OfText(string text) => Hash("image", Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").Trim()));

    private static string Hash(string kind, ReadOnlySpan<byte> content) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{kind} of {content.Length} bytes, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(content))[..ShownDigits]}");
}
