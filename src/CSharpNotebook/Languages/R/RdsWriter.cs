using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace CSharpNotebook.Languages.R;

/// <summary>
/// Writes a value as R's <c>readRDS</c> reads it: the serialisation of "R Internals", section 1.8, version 2, in XDR (big-endian), not
/// compressed.
/// </summary>
internal sealed class RdsWriter
{
    private const int Symbol = 1;
    private const int PairList = 2;
    private const int Characters = 9;
    private const int Reference = 255;
    private const int IsObject = 0x100;
    private const int HasAttributes = 0x200;
    private const int HasTag = 0x400;
    private const int Utf8 = 8 << 12;

    private readonly ArrayBufferWriter<byte> _stream = new();
    private readonly List<string> _symbols = [];

    public static byte[] Write(RObject value)
    {
        var writer = new RdsWriter();
        writer._stream.Write("X\n"u8);
        writer.Integer(2);
        writer.Integer(0x0004_0000);
        writer.Integer(0x0002_0300);
        writer.Item(value);
        return writer._stream.WrittenSpan.ToArray();
    }

    private void Item(RObject value)
    {
        bool hasAttributes = !value.Attributes.IsEmpty;
        Integer((int)value.Kind | (hasAttributes ? HasAttributes : 0) | (value.Attributes.ContainsKey("class") ? IsObject : 0));
        if (value.Kind == RKind.Null)
        {
            return;
        }

        Integer(value.Data.Length);
        switch (value.Data)
        {
            case int[] integers:
                foreach (int integer in integers)
                {
                    Integer(integer);
                }

                break;
            case double[] reals:
                foreach (double real in reals)
                {
                    Real(real);
                }

                break;
            case string?[] texts:
                foreach (string? text in texts)
                {
                    Text(text);
                }

                break;
            case RObject[] items:
                foreach (RObject item in items)
                {
                    Item(item);
                }

                break;
        }
        if (!hasAttributes)
        {
            return;
        }

        foreach ((string name, RObject attribute) in value.Attributes.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            Integer(PairList | HasTag);
            Name(name);
            Item(attribute);
        }
        Integer((int)RKind.Null);
    }

    /// <summary>A symbol is written once, and referred to by its number after that.</summary>
    private void Name(string name)
    {
        int index = _symbols.IndexOf(name);
        if (index >= 0)
        {
            Integer((index + 1) << 8 | Reference);
            return;
        }
        _symbols.Add(name);
        Integer(Symbol);
        Text(name);
    }

    private void Text(string? text)
    {
        Integer(Characters | (text is null ? 0 : Utf8));
        if (text is null)
        {
            Integer(-1);
            return;
        }
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        Integer(bytes.Length);
        _stream.Write(bytes);
    }

    private void Integer(int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        _stream.Write(bytes);
    }

    private void Real(double value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, BitConverter.DoubleToInt64Bits(value));
        _stream.Write(bytes);
    }
}
