using System.Globalization;

namespace SurvivalKit.TextCheck;

/// <summary>Splits plain text into words, numbers and signs.</summary>
/// <param name="text">The plain text.</param>
/// <param name="decimalComma">Whether a comma separates decimals.</param>
internal sealed class Tokenizer(string text, bool decimalComma)
{
    private static readonly string[] Symbols = [.. Enumerable.Range(0, 128).Select(code => ((char)code).ToString())];

    // Longer strings of digits are identifiers.
    private const int MostDigits = 20;
    private const int MostPower = 400;

    private readonly char _point = decimalComma ? ',' : '.';

    /// <summary>Whether most decimals of a text are separated by a comma: more such as <c>0,72</c> than such as
    /// <c>0.72</c> or <c>.72</c>.</summary>
    public static bool UsesDecimalComma(string text)
    {
        int commas = 0;
        int points = 0;
        for (int i = 0; i + 2 < text.Length; i++)
        {
            if (text[i] is ',' or '.' && char.IsAsciiDigit(text[i + 1]))
            {
                bool afterDigit = i > 0 && char.IsAsciiDigit(text[i - 1]);
                bool afterZero = afterDigit
                    && text[i - 1] == '0'
                    && (i == 1 || !char.IsLetterOrDigit(text[i - 2]) && text[i - 2] is not ('.' or ','));
                commas += text[i] == ',' && afterZero ? 1 : 0;
                points += text[i] == '.' && (afterDigit || (i > 0 && text[i - 1] is ' ' or '=' or '<' or '(')) ? 1 : 0;
            }
        }

        return commas > points;
    }

    /// <summary>The tokens of a part of the text.</summary>
    public List<Token> Read(int start, int end)
    {
        List<Token> tokens = [];
        int at = start;
        while (at < end)
        {
            char c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            int stop = char.IsLetter(c) ? WordEnd(at, end) : StartsNumber(at, start, end) ? NumberEnd(at, end) : at;
            if (stop > at && !char.IsLetter(c) && ReadNumber(at, stop) is { } number)
            {
                tokens.Add(new Token(TokenKind.Number, text[at..stop], "", number, at, stop));
            }
            else if (stop > at)
            {
                // Text that begins as a number and continues as a word (10th, 1.1.2) is not a number.
                string word = text[at..stop];
                tokens.Add(new Token(TokenKind.Word, word, word.ToLowerInvariant(), default, at, stop));
            }
            else
            {
                stop = at + 1;
                string symbol = c < Symbols.Length ? Symbols[c] : c.ToString();
                tokens.Add(new Token(TokenKind.Symbol, symbol, symbol, default, at, stop));
            }

            at = stop;
        }

        return tokens;
    }

    private int WordEnd(int at, int end)
    {
        int start = at;
        while (at < end)
        {
            bool joins = text[at] == '-'
                && at + 1 < end
                && (char.IsLetter(text[at + 1]) || (char.IsAsciiDigit(text[at + 1]) && JoinsNumber(start, at, end)));
            if ((!char.IsLetterOrDigit(text[at]) && !joins) || IsBehindTo(start, at) || IsBehindName(start, at, end))
            {
                break;
            }

            at++;
        }

        return at;
    }

    /// <summary>The number of "0.62 to1.58".</summary>
    private bool IsBehindTo(int start, int at) => at == start + 2 && char.IsAsciiDigit(text[at]) && text[start] == 't'
        && text[start + 1] == 'o'
        && start > 1 && text[start - 1] == ' ' && char.IsAsciiDigit(text[start - 2]);

    /// <summary>The number of "HR0.72" and "CI0.54-0.96", which has decimals: "RR2" is a name.</summary>
    private bool IsBehindName(int start, int at, int end)
    {
        if (!char.IsAsciiDigit(text[at]) || at - start > 5 || !(text[start..at] is "HR" or "OR" or "RR" or "IRR" or "aHR" or "aOR" or "aRR"
            or "AOR" or "AHR" or "SHR" or "sHR" or "CI" or "P" or "p" or "to"))
        {
            return false;
        }

        int stop = at;
        while (stop < end && char.IsAsciiDigit(text[stop]))
        {
            stop++;
        }

        return stop - at <= 3 && stop + 1 < end && text[stop] == _point && char.IsAsciiDigit(text[stop + 1]);
    }

    /// <summary>Ki-67 and COVID-19 are words; a number with decimals after a hyphen is a separate number.</summary>
    private bool JoinsNumber(int start, int hyphen, int end)
    {
        int at = hyphen + 1;
        while (at < end && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return hyphen - start > 1 && !(at + 1 < end && text[at] == _point && char.IsAsciiDigit(text[at + 1]));
    }

    private bool StartsNumber(int at, int start, int end)
    {
        if (char.IsAsciiDigit(text[at]))
        {
            return true;
        }

        // .005 is a number; the point that ends a sentence before the number of a note is not a decimal point.
        return text[at] == '.' && at + 1 < end && char.IsAsciiDigit(text[at + 1])
            && (at == start || !(char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is ')' or '.' or '%' or ']'));
    }

    private int NumberEnd(int at, int end)
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

    private PrintedNumber? ReadNumber(int start, int end)
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
