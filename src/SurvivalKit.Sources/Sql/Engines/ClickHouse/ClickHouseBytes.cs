using System.Buffers.Binary;
using System.Text;

namespace SurvivalKit.Sources;

/// <summary>The bytes of an answer from its beginning to its end.</summary>
/// <param name="bytes">All of them.</param>
internal ref struct ClickHouseBytes(ReadOnlySpan<byte> bytes)
{
    private const int BitsOfGroup = 7;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>Whether there are no more.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>The next bytes.</summary>
    /// <exception cref="InvalidDataException">There are not as many.</exception>
    public ReadOnlySpan<byte> Take(long count)
    {
        if (count < 0 || count > _rest.Length)
        {
            throw new InvalidDataException("it breaks off");
        }

        ReadOnlySpan<byte> taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }

    /// <summary>A whole number of eight bytes that is a count.</summary>
    public int Count() => Count(BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong))));

    /// <summary>A count in groups of seven bits, the lowest first.</summary>
    public int ShortCount()
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += BitsOfGroup)
        {
            byte group = Take(1)[0];
            value |= (ulong)(group & 0x7F) << shift;
            if (group < 0x80)
            {
                return Count(value);
            }
        }

        throw new InvalidDataException("a length of it is too long");
    }

    /// <summary>A text behind its length.</summary>
    /// <exception cref="InvalidDataException">It is not UTF-8.</exception>
    public string Text() => Decode(Take(ShortCount()));

    /// <summary>Bytes as text.</summary>
    /// <exception cref="InvalidDataException">They are not UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException("a text of it is not UTF-8", exception);
        }
    }

    private static int Count(ulong value) =>
        value <= int.MaxValue ? (int)value : throw new InvalidDataException("a length of it is too long");
}
