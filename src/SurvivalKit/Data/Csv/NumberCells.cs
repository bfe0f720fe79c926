namespace SurvivalKit;

/// <summary>Cells that are numbers, written plainly, or missing; a cell that is neither ends the attempt.</summary>
internal sealed class NumberCells(int capacity, byte decimalSign, byte[][] missing) : CsvCells
{
    private double[] _values = new double[Math.Max(16, capacity)];

    /// <summary>The numbers; a missing one is not a number.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, Count);

    /// <summary>Whether no number has a decimal sign or an exponent.</summary>
    public bool AreWhole { get; private set; } = true;

    /// <summary>The number of missing cells.</summary>
    public int Missing { get; private set; }

    /// <summary>Whether a cell was neither a number nor missing, so that the column is to be read as words.</summary>
    public bool Failed { get; private set; }

    public override bool Read(ref CsvCursor cursor)
    {
        if (!cursor.TryNumber(decimalSign, out double value, out bool isWhole, out bool more))
        {
            more = cursor.Next(out ReadOnlySpan<byte> field);
            isWhole = true;
            if (IsMissing(field))
            {
                value = double.NaN;
                Missing++;
            }
            else
            {
                Failed |= !TryParse(field, out value, out isWhole);
            }
        }

        AreWhole &= isWhole;
        if (Count == _values.Length)
        {
            Array.Resize(ref _values, Count * 2);
        }

        _values[Count++] = value;
        return more;
    }

    private bool IsMissing(ReadOnlySpan<byte> field)
    {
        foreach (byte[] mark in missing)
        {
            if (field.SequenceEqual(mark))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryParse(ReadOnlySpan<byte> field, out double value, out bool isWhole)
    {
        isWhole = field.IndexOfAny(decimalSign, (byte)'e', (byte)'E') < 0;
        value = 0;
        if (field.Length > 64)
        {
            return false;
        }

        Span<char> letters = stackalloc char[64];
        for (int i = 0; i < field.Length; i++)
        {
            letters[i] = field[i] == decimalSign ? '.' : field[i] == (byte)'.' ? '?' : (char)field[i];
        }

        if (NumberStyle.Point.Parse(letters[..field.Length].ToString()) is not { } number)
        {
            return false;
        }

        // A whole number beyond the doubles keeps its digits, and one with leading zeros is a name: both are read as words first.
        ReadOnlySpan<byte> digits = field.TrimStart("+-"u8);
        value = number;
        isWhole &= double.IsFinite(number);
        return !(isWhole && (Math.Abs(number) >= 1L << 53 || (digits.Length > 1 && digits[0] == (byte)'0')));
    }
}
