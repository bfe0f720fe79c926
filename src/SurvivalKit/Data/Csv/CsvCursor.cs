using System.Runtime.CompilerServices;

namespace SurvivalKit;

/// <summary>Reads the fields of a delimited text one after another (RFC 4180, with what other programs write).</summary>
/// <remarks>A quotation mark opens a quoted field only where the field begins; within an unquoted one it is a letter. Spaces around a
/// field are no part of it. A record ends with LF, CR or both.</remarks>
internal ref struct CsvCursor(ReadOnlySpan<byte> text, byte separator, int at = 0)
{
    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>The place of the next byte.</summary>
    public int At = at;

    /// <summary>The place of a quoted field's opening mark where it is not closed or goes on after its closing mark; else -1.</summary>
    public int BadQuote { get; private set; } = -1;

    /// <summary>Whether a quotation mark stands inside an unquoted field, so that marks cannot be counted in pairs.</summary>
    public bool HasLooseQuote { get; private set; }

    public readonly bool IsAtEnd => At >= _text.Length;

    public readonly ReadOnlySpan<byte> Text => _text;

    public readonly byte Separator => separator;

    /// <summary>Moves over lines that have nothing but blanks.</summary>
    public void SkipEmptyLines()
    {
        while (At < _text.Length)
        {
            int next = At;
            while (next < _text.Length && IsBlank(_text[next]))
            {
                next++;
            }

            if (next < _text.Length && _text[next] is not ((byte)'\n' or (byte)'\r'))
            {
                return;
            }

            At = Math.Min(_text.Length, next + 1);
        }
    }

    /// <summary>Reads a field.</summary>
    /// <param name="value">What it holds, without quotation marks and surrounding blanks.</param>
    /// <returns>Whether another field of the same record follows.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Next(out ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> text = _text;
        int from = At;
        while (from < text.Length && IsBlank(text[from]))
        {
            from++;
        }

        if (from < text.Length && text[from] == (byte)'"')
        {
            return Quoted(from, out value);
        }

        int end = from;
        while (end < text.Length && text[end] != separator && text[end] is not ((byte)'\n' or (byte)'\r'))
        {
            HasLooseQuote |= text[end] == (byte)'"';
            end++;
        }

        int last = end;
        while (last > from && IsBlank(text[last - 1]))
        {
            last--;
        }

        value = text[from..last];
        return Close(end);
    }

    /// <summary>Reads a field that is a number of at most 15 digits without exponent, quotes and surrounding blanks.</summary>
    /// <param name="decimalSign">The decimal sign.</param>
    /// <param name="value">The number, correctly rounded (Clinger 1990: a quotient of two numbers that are exact).</param>
    /// <param name="isWhole">Whether it has no decimal sign.</param>
    /// <param name="more">Whether another field of the same record follows.</param>
    /// <returns>Whether the field is one; if not, nothing was read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool TryNumber(byte decimalSign, out double value, out bool isWhole, out bool more)
    {
        ReadOnlySpan<byte> text = _text;
        int at = At;
        bool isNegative = at < text.Length && text[at] == (byte)'-';
        at += isNegative ? 1 : 0;
        int first = at;
        long digits = 0;
        while (at < text.Length && (uint)(text[at] - '0') <= 9)
        {
            digits = (digits * 10) + (text[at++] - '0');
        }

        int decimals = 0;
        int wholes = at - first;
        isWhole = true;
        if (at < text.Length && text[at] == decimalSign && decimalSign != separator)
        {
            isWhole = false;
            int point = ++at;
            while (at < text.Length && (uint)(text[at] - '0') <= 9)
            {
                digits = (digits * 10) + (text[at++] - '0');
            }

            decimals = at - point;
        }

        bool ends = at >= text.Length || text[at] == separator || text[at] is (byte)'\n' or (byte)'\r';
        bool hasLeadingZero = isWhole && wholes > 1 && text[first] == (byte)'0';
        if (!ends || hasLeadingZero || wholes + decimals is 0 or > 15 || (isNegative && digits == 0))
        {
            (value, more) = (0, false);
            return false;
        }

        double magnitude = decimals == 0 ? digits : digits / Tens[decimals];
        value = isNegative ? -magnitude : magnitude;
        more = Close(at);
        return true;
    }

    private static ReadOnlySpan<double> Tens => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>Moves past what ends a field.</summary>
    /// <returns>Whether it was a separator, so that the record goes on.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Close(int end)
    {
        if (end >= _text.Length)
        {
            At = _text.Length;
            return false;
        }

        byte mark = _text[end];
        At = end + (mark == (byte)'\r' && end + 1 < _text.Length && _text[end + 1] == (byte)'\n' ? 2 : 1);
        return mark == separator;
    }

    private readonly bool IsBlank(byte letter) => (letter == (byte)' ' || letter == (byte)'\t') && letter != separator;

    private bool Quoted(int open, out ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> text = _text;
        int close = open + 1;
        bool isDoubled = false;
        while (true)
        {
            int length = text[close..].IndexOf((byte)'"');
            if (length < 0)
            {
                BadQuote = open;
                value = default;
                At = text.Length;
                return false;
            }

            close += length;
            if (close + 1 < text.Length && text[close + 1] == (byte)'"')
            {
                isDoubled = true;
                close += 2;
                continue;
            }

            break;
        }

        value = text[(open + 1)..close].Trim(" \t"u8);
        if (isDoubled)
        {
            value = Undoubled(value);
        }

        int end = close + 1;
        while (end < text.Length && IsBlank(text[end]))
        {
            end++;
        }

        if (end < text.Length && text[end] != separator && text[end] is not ((byte)'\n' or (byte)'\r'))
        {
            BadQuote = open;
            At = text.Length;
            return false;
        }

        return Close(end);
    }

    private static byte[] Undoubled(ReadOnlySpan<byte> value)
    {
        var plain = new byte[value.Length];
        int length = 0;
        for (int i = 0; i < value.Length; i++)
        {
            plain[length++] = value[i];
            i += value[i] == (byte)'"' ? 1 : 0;
        }

        return plain[..length];
    }
}
