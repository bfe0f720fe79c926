using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace SurvivalKit.Sources;

/// <summary>Whole and decimal numbers of a ClickHouse server, lowest byte first, as numbers of double precision.</summary>
internal static class ClickHouseNumber
{
    private const long LargestExactInteger = 1L << 53;

    // 10^22 is the largest power of ten that a double holds exactly.
    private const int LargestExactPower = 22;

    /// <summary>A whole number, which has to be one of double precision: two different ones never become one.</summary>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public static double Whole(ReadOnlySpan<byte> bytes, bool isUnsigned)
    {
        var whole = new BigInteger(bytes, isUnsigned);
        double value = (double)whole;
        return BigInteger.Abs(whole) <= LargestExactInteger || new BigInteger(value) == whole
            ? value
            : throw new InvalidDataException(string.Create(
                CultureInfo.InvariantCulture, $"{whole} is no number of double precision (toString of the column is a text)"));
    }

    /// <summary>The bytes of a decimal number of so many digits.</summary>
    public static int DecimalWidth(int digits) => digits switch { <= 9 => 4, <= 18 => 8, <= 38 => 16, _ => 32 };

    /// <summary>The double nearest to a decimal number.</summary>
    public static double Decimal(ReadOnlySpan<byte> bytes, int scale)
    {
        var whole = new BigInteger(bytes);
        return BigInteger.Abs(whole) <= LargestExactInteger && scale <= LargestExactPower
            ? (double)whole / Math.Pow(10, scale)
            : double.Parse(string.Create(CultureInfo.InvariantCulture, $"{whole}E-{scale}"), CultureInfo.InvariantCulture);
    }

    /// <summary>A universal identifier, whose two halves come one by one.</summary>
    public static string Identifier(ReadOnlySpan<byte> bytes)
    {
        ulong high = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        ulong low = BinaryPrimitives.ReadUInt64LittleEndian(bytes[sizeof(ulong)..]);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{high >> 32:x8}-{high >> 16 & 0xFFFF:x4}-{high & 0xFFFF:x4}-{low >> 48:x4}-{low & 0xFFFFFFFFFFFF:x12}");
    }
}
