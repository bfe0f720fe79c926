using System.Buffers.Binary;
using System.Text;

namespace SurvivalKit.Sources;

/// <summary>The bytes of a file from its beginning to its end. A file that ends too early is an error that says where.</summary>
/// <param name="stream">The bytes.</param>
/// <param name="name">The name of the file in messages.</param>
internal sealed class ByteInput(Stream stream, string name)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _at;
    private int _end;

    /// <summary>The name of the file in messages.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the first byte of a number is its greatest part.</summary>
    public bool IsBigEndian { get; set; }

    /// <summary>What is being read, for the message of a file that breaks off: "in row 7 of 228".</summary>
    public Func<string> Where { get; set; } = () => "in its header";

    /// <summary>The bytes taken so far.</summary>
    public long Position { get; private set; }

    /// <summary>The next bytes; they are valid until more are asked for.</summary>
    /// <exception cref="SurvivalDataException">There are not as many.</exception>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (!TryTake(count, out ReadOnlySpan<byte> bytes))
        {
            throw Broken();
        }

        return bytes;
    }

    /// <summary>The next bytes, where there are as many.</summary>
    public bool TryTake(int count, out ReadOnlySpan<byte> bytes)
    {
        if (count < 0)
        {
            throw Damaged("a length below 0");
        }

        bytes = default;
        if (_end - _at < count && !Fill(count))
        {
            return false;
        }

        bytes = _buffer.AsSpan(_at, count);
        _at += count;
        Position += count;
        return true;
    }

    /// <summary>Whether there are no more bytes.</summary>
    public bool IsAtEnd => _at == _end && !Fill(1);

    /// <summary>Goes past bytes.</summary>
    public void Skip(long count)
    {
        for (long left = count; left > 0; left -= Math.Min(left, 1 << 16))
        {
            Take((int)Math.Min(left, 1 << 16));
        }
    }

    public short Int16() => IsBigEndian ? BinaryPrimitives.ReadInt16BigEndian(Take(2)) : BinaryPrimitives.ReadInt16LittleEndian(Take(2));

    public int Int32() => IsBigEndian ? BinaryPrimitives.ReadInt32BigEndian(Take(4)) : BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public long Int64() => IsBigEndian ? BinaryPrimitives.ReadInt64BigEndian(Take(8)) : BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public double Double() => BitConverter.Int64BitsToDouble(Int64());

    /// <summary>A count that a file gives, which has to be possible.</summary>
    /// <param name="what">What is counted, for the message.</param>
    /// <param name="most">The greatest possible one.</param>
    public int Count(string what, int most)
    {
        int count = Int32();
        return count >= 0 && count <= most ? count : throw Damaged(FormattableString.Invariant($"{count} {what}"));
    }

    /// <summary>Text of a fixed width, without the zeros and blanks that fill it.</summary>
    public string Text(int width, Encoding encoding) => Padded(Take(width), encoding);

    /// <summary>The text before the first zero, without the blanks at its end.</summary>
    public static string Padded(ReadOnlySpan<byte> bytes, Encoding encoding)
    {
        int zero = bytes.IndexOf((byte)0);
        return encoding.GetString(zero < 0 ? bytes : bytes[..zero]).TrimEnd(' ');
    }

    /// <summary>The error of a file that ends too early.</summary>
    public SurvivalDataException Broken() => SurvivalDataException.AtFile(Name, $"the file breaks off {Where()}.");

    /// <summary>The error of a file in which something impossible stands.</summary>
    public SurvivalDataException Damaged(string what) =>
        SurvivalDataException.AtFile(Name, $"the file is damaged: {what} was found {Where()}.");

    private bool Fill(int count)
    {
        _buffer.AsSpan(_at, _end - _at).CopyTo(_buffer);
        _end -= _at;
        _at = 0;
        while (_end < count)
        {
            if (_end == _buffer.Length)
            {
                // Grown only as far as there are bytes: a damaged length must not take the memory of the machine.
                Array.Resize(ref _buffer, (int)Math.Min(Array.MaxLength, 2L * _buffer.Length));
            }

            int read = stream.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }
}
