using System.Buffers;
using System.Net;
using AngleSharp.Html;

namespace SurvivalKit.TextCheck;

/// <summary>
/// Reads runs of text between the marks of HTML and Markdown: entities, addresses, bits of LaTeX, and marks
/// that belong to no markup, such as the stars of notes.
/// </summary>
internal sealed partial class TextRunReader(string source, PlainTextWriter writer)
{
    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t\n\r<>)]\"|");

    private const int LongestEntity = 33;
    private const int LongestScript = 24;

    private int _at;
    private bool _math;

    /// <summary>Goes on from a place, where it is ahead; what is written next comes from there.</summary>
    public int Place(int start)
    {
        _at = Math.Max(_at, start);
        return writer.Origin = _at;
    }

    /// <summary>
    /// Reads a run, of which the beginning may have been read with the last; tells where the text goes on, which is behind the run where an
    /// address is. </summary>
    public int Read(int start, int end)
    {
        while (Place(start) < end)
        {
            if (!(Address() || Entity() || Backslash() || Script() || Mark()))
            {
                _at += Plain(source, _at);
            }
        }

        return _at;
    }

    /// <summary>Reads a run in which nothing is a mark.</summary>
    public int ReadVerbatim(int start, int end)
    {
        while (Place(start) < end)
        {
            _at += Plain(source, _at);
        }

        return _at;
    }

    private char Ahead(int count) => _at + count < source.Length ? source[_at + count] : '\0';

    /// <summary>Addresses are full of numbers that are none.</summary>
    private bool Address()
    {
        if (source[_at] == ']' && Ahead(1) == '(' && (Ahead(2) is '#' or '/' || IsAddress(_at + 2)))
        {
            // A link of Markdown where HTML is read.
            int close = source.AsSpan(_at).IndexOfAny(')', '\n');
            _at = close < 0 ? source.Length : _at + close + 1;
            writer.Write("]");
            return true;
        }

        if (!(source[_at] is 'h' or 'H' or 'w' or 'd' or 'm') || !IsAddress(_at) || (_at > 0 && char.IsLetterOrDigit(source[_at - 1])))
        {
            return false;
        }

        int end = source.AsSpan(_at).IndexOfAny(AddressEnds);
        _at = end < 0 ? source.Length : _at + end;
        writer.Write(" ");
        return true;
    }

    private bool IsAddress(int at)
    {
        ReadOnlySpan<char> rest = source.AsSpan(at);
        return rest.StartsWith(
            "http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.Ordinal) || rest.StartsWith("doi:", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("mailto:", StringComparison.Ordinal);
    }

    private bool Entity()
    {
        if (source[_at] != '&')
        {
            return false;
        }

        int end = source.AsSpan(_at, Math.Min(LongestEntity, source.Length - _at)).IndexOf(';');
        if (end < 2)
        {
            return false;
        }

        string? decoded = Decoded(source.Substring(_at + 1, end));
        if (decoded is null)
        {
            return false;
        }

        for (int i = 0; i < decoded.Length; i++)
        {
            i += Plain(decoded, i) - 1;
        }

        _at += end + 1;
        return true;
    }

    /// <summary>What a name with its semicolon stands for; the numbers from 128 to 159 are those of
    /// Windows-1252, as for browsers.</summary>
    private static string? Decoded(string name)
    {
        if (name[0] != '#')
        {
            return HtmlEntityProvider.Resolver.GetSymbol(name);
        }

        string decoded = WebUtility.HtmlDecode("&" + name);
        return decoded == "&" + name ? null
            : decoded is [>= '\u0080' and < '\u00A0' and var c] ? HtmlEntityProvider.GetSymbolFromTable(c) ?? " "
            : decoded;
    }

    /// <summary>Marks that only set the type.</summary>
    private bool Mark()
    {
        switch (source[_at])
        {
            case '$':
                _math = !_math;
                break;
            case '*':
                if (char.IsAsciiDigit(Ahead(1)) && writer.EndsWithDigit)
                {
                    writer.Write(" ");
                }

                break;
            case '_' when !char.IsLetterOrDigit(Ahead(1)) || !writer.EndsWithLetterOrDigit:
            case '`' or '{' or '}':
                break;
            default:
                return false;
        }

        _at++;
        return true;
    }

    /// <summary>Writes one character, or a pair of halves; tells how many it read.</summary>
    private int Plain(string text, int at)
    {
        char c = text[at] == '\r' && !(at + 1 < text.Length && text[at + 1] == '\n') ? '\n' : text[at];
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            writer.Write(PlainCharacters.Replace(c, text[at + 1]));
            return 2;
        }

        if (c == '\n')
        {
            // A formula does not go on for lines; a dollar that has no second one is a currency.
            _math = false;
        }

        if (PlainCharacters.Superscript(c) is { } digit)
        {
            writer.WriteScript([digit], isSuper: true);
        }
        else if (char.IsSurrogate(c))
        {
            writer.Write(" ");
        }
        else
        {
            bool parts = writer.EndsWithDigit && PlainCharacters.IsNarrow(c) && IsThreeDigits(text, at + 1);
            writer.Write(parts ? PlainCharacters.ThousandsSpace : PlainCharacters.Replace(c));
        }

        return 1;
    }

    private static bool IsThreeDigits(string text, int at) => at + 3 <= text.Length
        && text.AsSpan(at, 3).IndexOfAnyExceptInRange('0', '9') < 0
        && !(at + 3 < text.Length && char.IsAsciiDigit(text[at + 3]));
}
