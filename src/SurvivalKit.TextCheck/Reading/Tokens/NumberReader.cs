using System.Globalization;

namespace SurvivalKit.TextCheck;

/// <summary>Reads the numbers of plain text: where one starts and ends, with thousands separators, decimals and powers of ten.</summary>
/// <param name="text">The plain text.</param>
/// <param name="decimalComma">Whether a comma separates decimals.</param>
internal sealed class NumberReader(string text, bool decimalComma)
{
    // Longer strings of digits are identifiers.
    private const int MostDigits = 20;
    private const int MostPower = 400;

    private readonly char _point = decimalComma ? ',' : '.';

    /// <summary>Whether a number starts at a place of a part of the text.</summary>
    public bool Starts(int at, int start, int end)
    {
        if (char.IsAsciiDigit(text[at]))
        {
            return true;
        }

        // .005 is a number; the point that ends a sentence before the number of a note is not a decimal point.
        return text[at] == '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1])
            && (at == start || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is ')' or '.' or '%' or ']'));
    }

    /// <summary>Where what begins as a number ends.</summary>
    public int End(int at, int end)
    {
        int start = at;
        bool isDecimal = false;
        while (at < end)
        {
            char c = text[at];
            if (char.IsLetter(c) && isDecimal && char.IsAsciiDigit(text[at - 1]) && IsConnector(at, end))
            {
                break;
            }

            isDecimal |= c == _point && at > start;
            bool isInner = c is '.' or ',' && at + 1 < end && char.IsAsciiDigit(text[at + 1]);
            bool isSeparator = isInner && (c == '.' || decimalComma || IsThousands(at, end) || IsLoneDecimalComma(start, at, end));
            isSeparator |= c == '\u00A0' && !isDecimal && IsThousands(at, end);
            if (!char.IsLetterOrDigit(c) && !isSeparator && !IsExponentSign(at, end))
            {
                break;
            }

            at++;
        }

        return at;
    }

    /// <summary>A word that the space before was lost of: <c>2.621for</c>, <c>0.62to 1.58</c>.</summary>
    private bool IsConnector(int at, int end)
    {
        int stop = at;
        while (stop < end && char.IsLetter(text[stop]))
        {
            stop++;
        }

        return text[at..stop] is "for" or "to" or "and" or "vs" or "in" or "with" or "among" or "months" or "years" or "versus"
            or "p" or "P";
    }

    /// <summary>The minus sign of <c>1.2e-5</c>.</summary>
    private bool IsExponentSign(
        int at, int end) => text[at] == '-' && at > 1 && text[at - 1] is 'e' or 'E' && char.IsAsciiDigit(text[at - 2])
        && at + 1 < end && char.IsAsciiDigit(text[at + 1]);

    /// <summary>The comma of <c>0,03</c> in a text that also has points: after a single 0 it is not a thousands separator. <c>0,1,2</c> is
    /// a list.</summary>
    private bool IsLoneDecimalComma(int start, int comma, int end)
    {
        int after = comma + 1;
        while (after < end && char.IsAsciiDigit(text[after]))
        {
            after++;
        }

        bool goesOn = after + 1 < end && text[after] is ',' or '.' && char.IsAsciiDigit(text[after + 1]);
        bool isPercentage = start > 0 && text[start - 1] == '(' && comma - start <= 2 && after - comma <= 3
            && after < end && text[after] == '%';
        if (isPercentage && text[comma] == ',')
        {
            // "24 (42,9%)": in brackets with its sign it is no list.
            return true;
        }

        return text[comma] == ',' && comma == start + 1 && text[start] == '0' && after - comma > 2 && !goesOn;
    }

    /// <summary>One to three digits are before it, the first of them not 0, and exactly three follow.</summary>
    private bool IsThousands(int separator, int end)
    {
        int before = separator;
        while (before > 0 && char.IsAsciiDigit(text[before - 1]) && separator - before < 4)
        {
            before--;
        }

        int after = separator + 1;
        while (after < end && char.IsAsciiDigit(text[after]) && after - separator < 5)
        {
            after++;
        }

        return separator - before is >= 1 and <= 3 && text[before] != '0' && after - separator == 4;
    }

    /// <summary>The number; nothing where a word begins as a number.</summary>
    public PrintedNumber? Read(int start, int end)
    {
        if (end - start > MostDigits)
        {
            return null;
        }

        int power = 0;
        if (text.IndexOf("e-", start, end - start, StringComparison.OrdinalIgnoreCase) is var exponent and > 0)
        {
            if (!int.TryParse(text.AsSpan(exponent + 2, end - exponent - 2), NumberStyles.None, CultureInfo.InvariantCulture, out power)
                || power > MostPower)
            {
                return null;
            }

            end = exponent;
        }

        Span<char> digits = stackalloc char[MostDigits];
        int length = 0;
        int decimals = -1;
        for (int i = start; i < end; i++)
        {
            char c = text[i];
            if (char.IsAsciiDigit(c))
            {
                digits[length++] = c;
                decimals += decimals < 0 ? 0 : 1;
                continue;
            }

            bool isThousands = c == (decimalComma ? '.' : ',') && IsThousands(i, end);
            if (c == '\u00A0')
            {
                continue;
            }

            if (!(c is '.' or ',') || decimals >= 0)
            {
                return null;
            }

            if (!isThousands)
            {
                digits[length++] = '.';
                decimals = 0;
            }
        }

        if (decimals > 15
            || !decimal.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal value))
        {
            return null;
        }

        for (int i = 0; i < power; i++)
        {
            value /= 10;
        }

        return new PrintedNumber(value, Math.Max(0, decimals) + power);
    }
}
