using System.Buffers.Binary;
using System.IO.Compression;

namespace SurvivalKit;

/// <summary>Gzipped data (RFC 1952), taken apart only when they are whole.</summary>
internal static class GzipData
{
    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 0x08];

    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Magic[..2]);

    /// <summary>The plain bytes.</summary>
    /// <param name="bytes">The gzipped bytes.</param>
    /// <param name="name">What messages call them.</param>
    /// <exception cref="SurvivalDataException">The data are damaged or break off: half a data set must not pass for a whole one.</exception>
    public static byte[] Decompress(byte[] bytes, string name)
    {
        try
        {
            using var zip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            zip.CopyTo(plain);
            return IsWhole(bytes, plain.Length) ? plain.ToArray() : throw SurvivalDataException.AtFile(name, "the gzipped data break off before their end.");
        }
        catch (InvalidDataException)
        {
            throw SurvivalDataException.AtFile(name, "the gzipped data are damaged.");
        }
    }

    /// <summary>Whether the last four bytes, the length of the plain data, say the truth. The stream itself takes a broken-off file for a whole one.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> bytes, long length)
    {
        if (bytes.Length < 18)
        {
            return false;
        }

        // Of several parts one after another, only the last one's length stands at the end.
        bool hasSeveralParts = bytes[Magic.Length..].IndexOf(Magic) >= 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) == (uint)length || hasSeveralParts;
    }
}
