using System.Buffers;
using System.Text;

namespace SurvivalKit.TextCheck;

/// <summary>Collects plain characters with their source positions.</summary>
internal sealed class PlainTextWriter(string source)
{
    private static readonly SearchValues<char> DigitsAndCommas = SearchValues.Create("0123456789., ");

    private readonly StringBuilder _text = new(source.Length);
    private readonly List<int> _origins = new(source.Length);

    /// <summary>The source position of the next characters.</summary>
    public int Origin { get; set; }

    /// <summary>Whether rows of a table are written, whose cells have no line ends.</summary>
    public bool InTable { get; set; }

    public bool EndsWithDigit => _text.Length > 0 && char.IsAsciiDigit(_text[^1]);

    public bool EndsWithLetterOrDigit => _text.Length > 0 && char.IsLetterOrDigit(_text[^1]);

    /// <summary>Writes plain characters.</summary>
    public void Write(string characters)
    {
        foreach (char c in characters)
        {
            Append(InTable && c is '\n' or '\t' ? ' ' : c);
        }
    }

    /// <summary>Writes tabs and line ends that are the table's own.</summary>
    public void WriteLayout(string characters)
    {
        foreach (char c in characters)
        {
            Append(c);
        }
    }

    /// <summary>
    /// Writes superscripts and subscripts. A superscript 2 belongs to chi; after a 10 it is a power; every other superscript is the mark of
    /// a note. Subscript numbers after the name of a statistic are its degrees of freedom.
    /// </summary>
    public void WriteScript(ReadOnlySpan<char> text, bool isSuper)
    {
        // The words of P_{\text{interaction}} are in their own brackets.
        text = text[(text.LastIndexOf('{') + 1)..].Trim().TrimEnd('}');
        if (isSuper)
        {
            if (text is "2" && EndsWithChi())
            {
                Write("2");
            }
            else if (text is ['-' or '−' or '–' or '\u207B', ..] && _text.Length >= 2 && _text[^1] == '0' && _text[^2] == '1')
            {
                Write("^-" + text[1..].ToString());
            }
            else if (text.Length == 1 && char.IsAsciiDigit(text[0]) && EndsWithPower())
            {
                // The next superscript digit of a power.
                Write(text.ToString());
            }

            return;
        }

        if (text.Length > 1 && char.IsAsciiLetter(text[0]) && _text.Length > 0 && _text[^1] is 'P' or 'p' && (_text.Length == 1
            || !char.IsLetterOrDigit(_text[^2])))
        {
            // The hypothesis of a P value: that of an interaction is not that of the numbers beside it.
            Write("-" + text.ToString());
            return;
        }

        bool isNumeric = text.Length > 0 && text.IndexOfAnyExcept(DigitsAndCommas) < 0;
        if (isNumeric && EndsWithStatistic())
        {
            Write("(" + text.ToString() + ")");
        }
    }

    public PlainText ToPlainText()
    {
        List<int> lines = [0];
        for (int i = 0; i < source.Length; i++)
        {
            if (source[i] == '\n' || (source[i] == '\r' && (i + 1 == source.Length || source[i + 1] != '\n')))
            {
                lines.Add(i + 1);
            }
        }

        return new PlainText(_text.ToString(), [.. _origins], [.. lines]);
    }

    private bool EndsWithChi() =>
        _text.Length > 0 && (_text[^1] == 'χ' || (_text[^1] is 'X' or 'x' && (_text.Length == 1 || !char.IsLetterOrDigit(_text[^2]))));

    private bool EndsWithPower()
    {
        int at = _text.Length;
        while (at > 0 && char.IsAsciiDigit(_text[at - 1]))
        {
            at--;
        }

        return at > 2 && _text[at - 1] == '-' && _text[at - 2] == '^';
    }

    private bool EndsWithStatistic()
    {
        int end = _text.Length;
        bool isChi = end >= 2 && _text[^1] == '2' && _text[^2] is 'χ' or 'X' or 'x';
        bool isLetter = end >= 1 && _text[^1] is 't' or 'F' or 'χ' && (end == 1 || !char.IsLetterOrDigit(_text[^2]));
        return isChi || isLetter;
    }

    private void Append(char c)
    {
        // A raised point between digits is a decimal point (The Lancet); the digit that follows decides.
        if (char.IsAsciiDigit(c) && _text.Length > 0 && _text[^1] == '·' && (_text.Length == 1 || !char.IsLetter(_text[^2])))
        {
            _text[^1] = '.';
        }

        // Korean and Japanese texts print ranges with a tilde.
        if (char.IsAsciiDigit(c) && _text.Length > 1 && _text[^1] == '~' && char.IsAsciiDigit(_text[^2]))
        {
            _text[^1] = '-';
        }

        if (c is '-' && _text.Length > 0 && _text[^1] == '+')
        {
            _text[^1] = '±';
            return;
        }

        if (c is '-' && _text.Length > 1 && _text[^1] == '/' && _text[^2] == '+')
        {
            _text.Length--;
            _origins.RemoveAt(_origins.Count - 1);
            _text[^1] = '±';
            return;
        }

        _text.Append(c);
        _origins.Add(Origin);
    }
}
