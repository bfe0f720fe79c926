using System.Buffers;
using System.Net;

namespace SurvivalKit.TextCheck;

/// <summary>Removes the markup from a text in one pass: HTML, Markdown, parts of LaTeX, entities, links.</summary>
internal sealed partial class PlainTextReader
{
    private static readonly SearchValues<char> AddressEnds = SearchValues.Create(" \t\n\r<>)]\"|");

    private const int LongestEntity = 12;
    private const int LongestTag = 400;

    private readonly string _source;
    private readonly PlainTextWriter _writer;
    private readonly HtmlMarks _html;
    private int _at;
    private bool _math;

    // Once no comment end is left, the search is not repeated.
    private bool _noComments;

    private PlainTextReader(string source)
    {
        _source = source;
        _writer = new PlainTextWriter(source);
        _html = new HtmlMarks(source, _writer);
    }

    /// <summary>Reads a whole text.</summary>
    public static PlainText Read(string source) => new PlainTextReader(source).Read();

    private PlainText Read()
    {
        while (_at < _source.Length)
        {
            _writer.Origin = _at;
            if (!(Link() || Tag() || Entity() || Backslash() || Script() || Mark()))
            {
                Character();
            }
        }

        return _writer.ToPlainText();
    }

    private char Ahead(int count) => _at + count < _source.Length ? _source[_at + count] : '\0';

    private bool Starts(string text) => string.Compare(_source, _at, text, 0, text.Length, StringComparison.OrdinalIgnoreCase) == 0;

    /// <summary>Addresses contain numbers that are not statistics.</summary>
    private bool Link()
    {
        if (_source[_at] == ']' && Ahead(1) == '(' && (Ahead(2) is '#' or '/' or '.' || IsAddress(_at + 2)))
        {
            int end = _source.AsSpan(_at).IndexOfAny(')', '\n');
            _at = end < 0 ? _source.Length : _at + end + 1;
            return true;
        }

        if (_source[_at] is 'h' or 'H' or 'w' or 'd' or 'm' && IsAddress(_at) && (_at == 0 || !char.IsLetterOrDigit(_source[_at - 1])))
        {
            int end = _source.AsSpan(_at).IndexOfAny(AddressEnds);
            _at = end < 0 ? _source.Length : _at + end;
            _writer.Write(" ");
            return true;
        }

        return false;
    }

    private bool IsAddress(int at)
    {
        ReadOnlySpan<char> rest = _source.AsSpan(at);
        return rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("www.", StringComparison.Ordinal) || rest.StartsWith("doi:", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("mailto:", StringComparison.Ordinal);
    }

    private bool Tag()
    {
        if (_source[_at] != '<')
        {
            return false;
        }

        if (Starts("<!--"))
        {
            int close = _noComments ? -1 : _source.IndexOf("-->", _at, StringComparison.Ordinal);
            _noComments = close < 0;
            _at = close < 0 ? _at + 4 : close + 3;
            return true;
        }

        // "P <.05 and n > 5" is not a tag: the bracket of a tag is followed by a letter or a slash.
        if (!char.IsAsciiLetter(Ahead(1)) && !(Ahead(1) == '/' && char.IsAsciiLetter(Ahead(2))))
        {
            return false;
        }

        int end = _source.AsSpan(_at, Math.Min(LongestTag, _source.Length - _at)).IndexOf('>');
        if (end < 0)
        {
            return false;
        }

        _at = _html.Read(_at, _at + end + 1);
        return true;
    }

    private bool Entity()
    {
        if (_source[_at] != '&')
        {
            return false;
        }

        int end = _source.AsSpan(_at, Math.Min(LongestEntity, _source.Length - _at)).IndexOf(';');
        if (end < 2)
        {
            return false;
        }

        string name = _source.Substring(_at, end + 1);
        string decoded = WebUtility.HtmlDecode(name);
        if (decoded == name)
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

    /// <summary>Marks that only set the font.</summary>
    private bool Mark()
    {
        switch (_source[_at])
        {
            case '$':
                _math = !_math;
                break;
            case '*':
                if (char.IsAsciiDigit(Ahead(1)) && _writer.EndsWithDigit)
                {
                    _writer.Write(" ");
                }

                break;
            case '_' when !char.IsLetterOrDigit(Ahead(1)) || !_writer.EndsWithLetterOrDigit:
            case '`' or '{' or '}':
                break;
            default:
                return false;
        }

        _at++;
        return true;
    }

    private void Character() => _at += Plain(_source, _at);

    /// <summary>Writes one character, or a surrogate pair; returns how many it read.</summary>
    private int Plain(string text, int at)
    {
        char c = text[at];
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            _writer.Write(PlainCharacters.Of(c, text[at + 1]));
            return 2;
        }

        if (c == '\n')
        {
            // A formula does not extend over several lines; a dollar sign without a second one is a currency.
            _math = false;
        }

        if (PlainCharacters.Superscript(c) is { } digit)
        {
            _writer.WriteScript([digit], isSuper: true);
        }
        else if (char.IsSurrogate(c))
        {
            _writer.Write(" ");
        }
        else
        {
            _writer.Write(PlainCharacters.Of(c));
        }

        return 1;
    }
}
