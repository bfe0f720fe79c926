using System.Buffers.Binary;
using System.Text;

namespace SurvivalKit.Sources;

/// <summary>A variable of an SPSS file before the encoding of its texts is known.</summary>
/// <param name="Name">Its name of eight bytes.</param>
/// <param name="Width">Its bytes of text; 0 for a number.</param>
/// <param name="Format">The number of its format.</param>
/// <param name="Label">Its label.</param>
/// <param name="MissingCount">The number of values declared missing; below 0: two of them are a range.</param>
/// <param name="Missing">Those values, eight bytes each.</param>
internal sealed record SpssRawVariable(byte[] Name, int Width, int Format, byte[] Label, int MissingCount, byte[] Missing)
{
    public SpssVariable ToVariable(Encoding encoding, bool isBigEndian)
    {
        string name = ByteInput.Padded(Name, encoding);
        return new SpssVariable
        {
            ShortName = name,
            Name = name,
            Width = Width,
            Format = Format,
            Label = encoding.GetString(Label).TrimEnd(),
            Cells = Math.Max(1, (Width + 7) / 8),
            Missing = ToMissing(encoding, isBigEndian),
        };
    }

    public static double Number(ReadOnlySpan<byte> bytes, bool isBigEndian) =>
        isBigEndian ? BinaryPrimitives.ReadDoubleBigEndian(bytes) : BinaryPrimitives.ReadDoubleLittleEndian(bytes);

    private SpssMissing ToMissing(Encoding encoding, bool isBigEndian)
    {
        byte[][] values = [.. Missing.Chunk(8)];
        if (Width > 0)
        {
            return SpssMissing.None with { Texts = [.. values.Select(value => ByteInput.Padded(value, encoding))] };
        }

        double[] numbers = [.. values.Select(value => Number(value, isBigEndian))];
        return MissingCount >= 0 || numbers.Length < 2
            ? SpssMissing.None with { Numbers = [.. numbers] }
            : new SpssMissing([.. numbers[2..]], [], numbers[0], numbers[1]);
    }
}
