using System.IO.Compression;

namespace SurvivalKit.Sources;

/// <summary>The rows of a .zsav file: blocks of zlib, each unpacked when the one before is used up.</summary>
internal sealed class SpssBlocks : Stream
{
    private readonly ByteInput _input;
    private readonly long _end;
    private MemoryStream _block = new();

    /// <summary>Reads what stands before the blocks.</summary>
    /// <param name="input">The file, behind its dictionary.</param>
    public SpssBlocks(ByteInput input)
    {
        _input = input;
        long start = input.Int64();
        _end = input.Int64();
        input.Skip(8);
        if (start != input.Position - 24 || _end < input.Position)
        {
            throw input.Damaged("a wrong place of the packed rows");
        }
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_block.Position == _block.Length && _input.Position < _end)
        {
            Unpack();
        }

        return _block.Read(buffer, offset, count);
    }

    /// <inheritdoc/>
    public override void Flush() => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    // The lengths of the blocks stand behind them, where a stream has not been yet. So all blocks are taken at once, and a zlib stream
    // is begun anew where one ends.
    private void Unpack()
    {
        long length = _end - _input.Position;
        if (length > Array.MaxLength)
        {
            throw _input.Damaged("packed rows of more bytes than a computer can hold");
        }

        byte[] packed = new byte[length];
        for (int at = 0; at < packed.Length;)
        {
            int size = Math.Min(1 << 20, packed.Length - at);
            _input.Take(size).CopyTo(packed.AsSpan(at));
            at += size;
        }

        _block = new MemoryStream();
        _input.Skip(16);
        _input.Skip(4);
        int blocks = _input.Count("packed blocks", int.MaxValue);
        long from = 0;
        for (int i = 0; i < blocks; i++)
        {
            _input.Skip(16);
            int plain = _input.Count("bytes of a block", int.MaxValue);
            int size = _input.Count("packed bytes of a block", int.MaxValue);
            if (from + size > packed.Length)
            {
                throw _input.Broken();
            }

            Unpack(packed, (int)from, size, plain);
            from += size;
        }

        _block.Position = 0;
    }

    private void Unpack(byte[] packed, int from, int size, int plain)
    {
        try
        {
            long before = _block.Length;
            using var block = new ZLibStream(new MemoryStream(packed, from, size), CompressionMode.Decompress);
            block.CopyTo(_block);
            if (_block.Length - before != plain)
            {
                throw _input.Damaged("a block of a wrong length");
            }
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            throw _input.Damaged("a packed block that cannot be unpacked");
        }
    }
}
