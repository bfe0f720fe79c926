using System.Buffers.Binary;
using System.Text;

namespace SurvivalKit.Figures;

/// <summary>The Inter faces (SIL Open Font License 1.1) that every figure uses for all that they have, read once from the embedded package.</summary>
internal static class FontBook
{
    /// <summary>Height of capitals as a fraction of the text size (Inter).</summary>
    public const double CapHeight = 0.727;

    private static readonly Lazy<byte[]> Archive = new(() => PackagedResource.Read("carrier/inter", name => name == "!AvaloniaResources"));
    private static readonly Lazy<FontFace> Regular = new(() => Load("Inter-Regular.ttf"));
    private static readonly Lazy<FontFace> SemiBold = new(() => Load("Inter-SemiBold.ttf"));

    /// <summary>The face of a weight.</summary>
    public static FontFace Face(TextWeight weight) => weight == TextWeight.SemiBold ? SemiBold.Value : Regular.Value;

    // The archive: a length, then an index (version, count, and for each file its path as a length-prefixed string,
    // its offset after the index and its size, all little-endian), then the files.
    private static FontFace Load(string file)
    {
        ReadOnlySpan<byte> archive = Archive.Value;
        int indexLength = BinaryPrimitives.ReadInt32LittleEndian(archive);
        int at = 8;
        int count = BinaryPrimitives.ReadInt32LittleEndian(archive[at..]);
        at += 4;
        for (int i = 0; i < count; i++)
        {
            int nameLength = archive[at++];
            string name = Encoding.UTF8.GetString(archive.Slice(at, nameLength));
            at += nameLength;
            int offset = BinaryPrimitives.ReadInt32LittleEndian(archive[at..]);
            int size = BinaryPrimitives.ReadInt32LittleEndian(archive[(at + 4)..]);
            at += 8;
            if (name.EndsWith(file, StringComparison.Ordinal))
            {
                return FontFace.Read(archive.Slice(4 + indexLength + offset, size).ToArray())
                    ?? throw new InvalidOperationException($"The embedded font '{file}' could not be read; build the project again.");
            }
        }

        throw new InvalidOperationException($"The font '{file}' is missing from SurvivalKit.Figures; build the project again.");
    }
}
