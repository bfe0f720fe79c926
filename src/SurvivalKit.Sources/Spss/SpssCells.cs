namespace SurvivalKit.Sources;

/// <summary>The cells of eight bytes of an SPSS file's rows, one after the other, unpacked.</summary>
/// <param name="input">The rows.</param>
/// <param name="header">How they are packed.</param>
internal sealed class SpssCells(ByteInput input, SpssHeader header)
{
    private static readonly byte[] Blanks = [.. Enumerable.Repeat((byte)' ', 8)];

    private readonly byte[] _cell = new byte[8];
    private readonly byte[] _codes = new byte[8];
    private int _code = 8;

    /// <summary>The next cell; valid until another is asked for.</summary>
    /// <param name="cell">Its bytes, in the order of the file.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryNext(out ReadOnlySpan<byte> cell)
    {
        if (header.Compression == 0)
        {
            return input.TryTake(8, out cell);
        }

        while (true)
        {
            if (_code == 8)
            {
                if (!input.TryTake(8, out ReadOnlySpan<byte> codes))
                {
                    cell = default;
                    return false;
                }

                codes.CopyTo(_codes);
                _code = 0;
            }

            byte code = _codes[_code++];
            switch (code)
            {
                case 0:
                    continue;
                case 252:
                    cell = default;
                    return false;
                case 253:
                    cell = input.Take(8);
                    return true;
                case 254:
                    cell = Blanks;
                    return true;
                case 255:
                    Write(SpssFile.SystemMissing);
                    cell = _cell;
                    return true;
                default:
                    Write(code - header.Bias);
                    cell = _cell;
                    return true;
            }
        }
    }

    private void Write(double value)
    {
        if (input.IsBigEndian)
        {
            System.Buffers.Binary.BinaryPrimitives.WriteDoubleBigEndian(_cell, value);
        }
        else
        {
            System.Buffers.Binary.BinaryPrimitives.WriteDoubleLittleEndian(_cell, value);
        }
    }
}
