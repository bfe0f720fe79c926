using System.Buffers.Binary;

namespace SurvivalKit.Documents;

/// <summary>The size at which a PNG file is to be shown (PNG specification, chunks IHDR and pHYs).</summary>
internal static class PngSize
{
    private const int Ihdr = 0x49484452;
    private const int Phys = 0x70485973;
    private const int Idat = 0x49444154;
    private const double PixelsOfScreen = 96 / 25.4;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <summary>Width and height in millimetres.</summary>
    /// <exception cref="SurvivalDataException">It is no PNG file.</exception>
    public static (double Width, double Height) Millimetres(ReadOnlySpan<byte> file)
    {
        (int X, int Y) pixels = (0, 0);
        (double X, double Y) density = (PixelsOfScreen, PixelsOfScreen);
        if (file.StartsWith(Signature))
        {
            int place = Signature.Length;
            while (place + 8 <= file.Length)
            {
                int length = BinaryPrimitives.ReadInt32BigEndian(file[place..]);
                int chunk = BinaryPrimitives.ReadInt32BigEndian(file[(place + 4)..]);
                if (length < 0 || place + 12L + length > file.Length || chunk == Idat)
                {
                    break;
                }

                ReadOnlySpan<byte> content = file.Slice(place + 8, length);
                if (chunk == Ihdr && length >= 8)
                {
                    pixels = Pair(content);
                }
                else if (chunk == Phys && length >= 9 && content[8] == 1 && Pair(content) is { Item1: > 0, Item2: > 0 } metre)
                {
                    density = (metre.Item1 / 1000d, metre.Item2 / 1000d);
                }

                place += 12 + length;
            }
        }

        return pixels is { X: > 0, Y: > 0 }
            ? (pixels.X / density.X, pixels.Y / density.Y)
            : throw new SurvivalDataException("The picture is no PNG file that can be read; all bytes of one were expected.");
    }

    private static (int First, int Second) Pair(ReadOnlySpan<byte> content) =>
        (BinaryPrimitives.ReadInt32BigEndian(content), BinaryPrimitives.ReadInt32BigEndian(content[4..]));
}
