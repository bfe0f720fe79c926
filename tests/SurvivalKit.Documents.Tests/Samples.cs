using System.Buffers.Binary;

namespace SurvivalKit.Documents.Tests;

/// <summary>What tests of reports put into them.</summary>
public static class Samples
{
    /// <summary>A picture of one pixel.</summary>
    public static byte[] Png { get; } = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    /// <summary>The beginning of a PNG file with a size in pixels and, where given, their number a metre.</summary>
    public static byte[] PngOf(int width, int height, int? perMetre = null)
    {
        byte[] start = Png[..33];
        BinaryPrimitives.WriteInt32BigEndian(start.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(start.AsSpan(20), height);
        byte[] density = [0, 0, 0, 9, (byte)'p', (byte)'H', (byte)'Y', (byte)'s', 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(density.AsSpan(8), perMetre ?? 0);
        BinaryPrimitives.WriteInt32BigEndian(density.AsSpan(12), perMetre ?? 0);
        return [.. start, .. perMetre is null ? [] : density, .. Png[33..]];
    }

    /// <summary>A file of the data samples.</summary>
    public static string Path(string name)
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = System.IO.Path.GetDirectoryName(folder))
        {
            if (File.Exists(System.IO.Path.Combine(folder, "SurvivalKit.slnx")))
            {
                return System.IO.Path.Combine(folder, "data-samples", name);
            }
        }

        throw new FileNotFoundException("The tests stand in no folder of SurvivalKit.slnx.");
    }
}
