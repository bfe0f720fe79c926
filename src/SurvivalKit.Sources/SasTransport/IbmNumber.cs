using System.Buffers.Binary;

namespace SurvivalKit.Sources;

/// <summary>Numbers as IBM's mainframes have them, which SAS transport files keep: a sign, a power of 16 and 56 bits.</summary>
/// <remarks>Source: SAS Institute, "The record layout of a data set in SAS transport (XPORT) format", TS-140.</remarks>
internal static class IbmNumber
{
    private const ulong Fraction = 0x00FF_FFFF_FFFF_FFFF;

    /// <summary>The number of up to eight bytes; those that lack are 0.</summary>
    public static double Read(ReadOnlySpan<byte> bytes)
    {
        ulong bits = Bits(bytes);
        int power = (int)((bits >> 56) & 0x7F) - 64;
        double value = Math.ScaleB(bits & Fraction, (4 * power) - 56);
        return (bits >> 63) == 0 ? value : -value;
    }

    /// <summary>The letter of a missing value: a dot, an underscore or A to Z; null for a number.</summary>
    public static char? Missing(ReadOnlySpan<byte> bytes) =>
        bytes[0] is (byte)'.' or (byte)'_' or (>= (byte)'A' and <= (byte)'Z') && bytes[1..].IndexOfAnyExcept((byte)0) < 0
            ? (char)bytes[0]
            : null;

    /// <summary>Writes a number in eight bytes; one that is not a number as a missing value.</summary>
    /// <exception cref="SurvivalDataException">It is greater than the format can hold (about 7e75).</exception>
    public static void Write(double value, Span<byte> bytes)
    {
        bytes.Clear();
        if (double.IsNaN(value))
        {
            bytes[0] = (byte)'.';
            return;
        }

        if (value == 0)
        {
            return;
        }

        // value = fraction * 16^power with a fraction of 1/16 to 1.
        double size = Math.Abs(value);
        int power = (int)Math.Floor((Math.ILogB(size) + 4) / 4.0);
        if (double.IsInfinity(size) || power > 63)
        {
            throw new SurvivalDataException(FormattableString.Invariant(
                $"{value} cannot be written to a SAS transport file; a number below 7e75 was expected."));
        }

        // Smaller numbers than the format has are 0.
        if (power < -64)
        {
            return;
        }

        ulong bits = (ulong)Math.ScaleB(size, 56 - (4 * power));
        BinaryPrimitives.WriteUInt64BigEndian(bytes, bits | ((ulong)(power + 64) << 56) | (value < 0 ? 1UL << 63 : 0));
    }

    private static ulong Bits(ReadOnlySpan<byte> bytes)
    {
        Span<byte> eight = stackalloc byte[8];
        eight.Clear();
        bytes[..Math.Min(8, bytes.Length)].CopyTo(eight);
        return BinaryPrimitives.ReadUInt64BigEndian(eight);
    }
}
