namespace SurvivalKit.TextCheck;

/// <content>Commands, raised and lowered text of LaTeX.</content>
internal sealed partial class PlainTextReader
{
    private bool Backslash()
    {
        if (_source[_at] != '\\')
        {
            return false;
        }

        int length = 1;
        while (char.IsAsciiLetter(Ahead(length)))
        {
            length++;
        }

        if (length == 1)
        {
            // An escaped character is itself, except the narrow spaces of LaTeX and the brackets of its formulas.
            char escaped = Ahead(1);
            _at += escaped == '\0' ? 1 : 2;
            _writer.Write(escaped is ',' or ';' or ':' or ' ' or '\\' ? " " : escaped is '!' or '\0' ? "" : escaped is '\n' ? "\n" : escaped.ToString());
            return true;
        }

        _writer.Write(LatexCommands.Of(_source.AsSpan(_at + 1, length - 1)));
        _at += length;
        return true;
    }

    /// <summary>Superscripts and subscripts of LaTeX: <c>^{2}</c>, <c>_{28}</c>.</summary>
    private bool Script()
    {
        char c = _source[_at];
        bool isScript = (c is '^' or '_') && (Ahead(1) == '{' || (char.IsAsciiDigit(Ahead(1)) && (c == '^' || _math)));
        if (!isScript)
        {
            return false;
        }

        int start = _at + 1;
        int end = start + 1;
        if (_source[start] == '{')
        {
            int close = _source.AsSpan(start, Math.Min(LongestEntity * 2, _source.Length - start)).IndexOf('}');
            if (close < 0)
            {
                return false;
            }

            (start, end) = (start + 1, start + close);
        }
        else
        {
            while (end < _source.Length && char.IsAsciiDigit(_source[end]))
            {
                end++;
            }
        }

        _writer.WriteScript(_source.AsSpan(start, end - start), c == '^');
        _at = end < _source.Length && _source[end] == '}' ? end + 1 : end;
        return true;
    }
}
