namespace SurvivalKit.TextCheck;

/// <summary>Splits plain text into words, numbers and signs.</summary>
/// <param name="text">The plain text.</param>
/// <param name="decimalComma">Whether a comma separates decimals.</param>
internal sealed class Tokenizer(string text, bool decimalComma)
{
    private static readonly string[] Symbols = [.. Enumerable.Range(0, 128).Select(code => ((char)code).ToString())];

    private readonly char _point = decimalComma ? ',' : '.';
    private readonly NumberReader _numbers = new(text, decimalComma);

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

            int stop = char.IsLetter(c) ? WordEnd(at, end) : _numbers.Starts(at, start, end) ? _numbers.End(at, end) : at;
            if (stop > at && !char.IsLetter(c) && _numbers.Read(at, stop) is { } number)
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
}
