using System.Buffers.Binary;

namespace SurvivalKit.Figures;

/// <summary>States the resolution of a PNG file in its <c>pHYs</c> chunk, which Skia's encoder leaves out.</summary>
/// <remarks>W3C PNG Specification (third edition), 11.3.4.3 and annex D (the CRC).</remarks>
internal static class PngResolution
{
    // The signature (8 bytes) and the chunk IHDR (25 bytes), after which pHYs may follow.
    private const int HeaderLength = 33;
    private const double MetresPerInch = 0.0254;

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(Entry)];

    /// <summary>The file with the resolution stated.</summary>
    public static byte[] State(byte[] png, double dpi)
    {
        var chunk = new byte[21];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, 9);
        "pHYs"u8.CopyTo(chunk.AsSpan(4));
        uint perMetre = (uint)Math.Round(dpi / MetresPerInch);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8), perMetre);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(12), perMetre);
        chunk[16] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(17), Crc(chunk.AsSpan(4, 13)));
        return [.. png.AsSpan(0, HeaderLength), .. chunk, .. png.AsSpan(HeaderLength)];
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc = CrcTable[(crc ^ b) & 0xFF] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint Entry(int n)
    {
        uint c = (uint)n;
        for (int k = 0; k < 8; k++)
        {
            c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
        }

        return c;
    }
}
