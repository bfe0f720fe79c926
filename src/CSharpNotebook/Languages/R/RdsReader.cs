using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;

namespace CSharpNotebook.Languages.R;

/// <summary>
/// Reads what R's <c>saveRDS(version = 2, compress = FALSE)</c> writes, for data only. Counterpart of <see cref="RdsWriter"/>.
/// </summary>
internal ref struct RdsReader
{
    private const int Symbol = 1;
    private const int PairList = 2;
    private const int Characters = 9;
    private const int Reference = 255;
    private const int HasAttributes = 0x200;
    private const int HasTag = 0x400;

    private readonly List<string> _symbols = [];
    private ReadOnlySpan<byte> _rest;

    private RdsReader(ReadOnlySpan<byte> bytes) => _rest = bytes;

    /// <summary>Reads a value.</summary>
    /// <exception cref="InvalidDataException">It is not in that form, or contains something that is not data, such as a
    /// function.</exception>
    public static RObject Read(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith("X\n"u8))
        {
            throw new InvalidDataException("What R wrote is not in the XDR form of its serialisation.");
        }

        var reader = new RdsReader(bytes[2..]);
        int version = reader.Integer();
        if (version != 2)
        {
            throw new InvalidDataException($"What R wrote is in version {version} of its serialisation; 2 was expected.");
        }

        reader.Integer();
        reader.Integer();
        return reader.Item(reader.Integer());
    }

    private RObject Item(int flags)
    {
        var kind = (RKind)(flags & 0xFF);
        if (kind == RKind.Null)
        {
            return RObject.Null;
        }

        if (kind is not (RKind.Logical or RKind.Integer or RKind.Real or RKind.Text or RKind.List))
        {
            throw new InvalidDataException($"R's values of type {(int)kind} are no data frames, vectors or lists.");
        }

        int length = Integer();
        Array data = kind switch
        {
            RKind.Logical or RKind.Integer => Integers(length),
            RKind.Real => Reals(length),
            RKind.Text => Texts(length),
            _ => Items(length),
        };
        return new RObject(kind, data, (flags & HasAttributes) != 0 ? Attributes() : ImmutableDictionary<string, RObject>.Empty);
    }

    private ImmutableDictionary<string, RObject> Attributes()
    {
        var attributes = ImmutableDictionary.CreateBuilder<string, RObject>(StringComparer.Ordinal);
        while (true)
        {
            int flags = Integer();
            if ((flags & 0xFF) == (int)RKind.Null)
            {
                return attributes.ToImmutable();
            }

            if ((flags & 0xFF) != PairList || (flags & HasTag) == 0)
            {
                throw new InvalidDataException("The attributes of a value of R have no names.");
            }

            string name = Name();
            attributes[name] = Item(Integer());
        }
    }

    private string Name()
    {
        int flags = Integer();
        if ((flags & 0xFF) == Reference)
        {
            return _symbols[(flags >> 8) - 1];
        }

        if ((flags & 0xFF) != Symbol)
        {
            throw new InvalidDataException("An attribute of a value of R has no name.");
        }

        string name = Text() ?? "";
        _symbols.Add(name);
        return name;
    }

    private string? Text()
    {
        int flags = Integer();
        if ((flags & 0xFF) != Characters)
        {
            throw new InvalidDataException("A text was expected in what R wrote.");
        }

        int length = Integer();
        return length < 0 ? null : Encoding.UTF8.GetString(Take(length));
    }

    private int[] Integers(int length)
    {
        int[] values = new int[length];
        for (int index = 0; index < length; index++)
        {
            values[index] = Integer();
        }

        return values;
    }

    private double[] Reals(int length)
    {
        double[] values = new double[length];
        for (int index = 0; index < length; index++)
        {
            values[index] = BitConverter.Int64BitsToDouble(BinaryPrimitives.ReadInt64BigEndian(Take(8)));
        }

        return values;
    }

    private string?[] Texts(int length)
    {
        string?[] values = new string?[length];
        for (int index = 0; index < length; index++)
        {
            values[index] = Text();
        }

        return values;
    }

    private RObject[] Items(int length)
    {
        var values = new RObject[length];
        for (int index = 0; index < length; index++)
        {
            values[index] = Item(Integer());
        }

        return values;
    }

    private int Integer() => BinaryPrimitives.ReadInt32BigEndian(Take(4));

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            throw new InvalidDataException("What R wrote ends too early.");
        }

        ReadOnlySpan<byte> taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
