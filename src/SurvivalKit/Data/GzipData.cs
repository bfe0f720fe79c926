using System.Buffers.Binary;
using System.IO.Compression;

namespace SurvivalKit;

/// <summary>Gzipped data (RFC 1952), decompressed only when complete.</summary>
internal static class GzipData
{
    private static ReadOnlySpan<byte> Magic => [0x1F, 0x8B, 0x08];

    public static bool IsGzip(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Magic[..2]);

    /// <summary>Decompresses bytes.</summary>
    /// <param name="bytes">The gzipped bytes.</param>
    /// <param name="name">The name of the data in messages.</param>
    /// <exception cref="SurvivalDataException">The data are damaged or truncated: a partial data set must not be read as a complete
    /// one.</exception>
    public static byte[] Decompress(byte[] bytes, string name)
    {
        try
        {
            using var zip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            zip.CopyTo(plain);
            return IsWhole(bytes, plain.Length)
                ? plain.ToArray()
                : throw SurvivalDataException.AtFile(name, "the gzipped data break off before their end.");
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw SurvivalDataException.AtFile(name, "the gzipped data are damaged.");
        }
    }

    /// <summary>Whether the last four bytes equal the length of the decompressed data. The stream itself does not detect a truncated
    /// file.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> bytes, long length)
    {
        if (bytes.Length < 18)
        {
            return false;
        }

        // With several members in one file, only the last one's length is at the end.
        bool hasSeveralParts = bytes[Magic.Length..].IndexOf(Magic) >= 0;
        return BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) == (uint)length || hasSeveralParts;
    }
}
