namespace SurvivalKit.TextCheck;

/// <content>Commands, raised and lowered text of LaTeX.</content>
internal sealed partial class TextRunReader
{
    private bool Backslash()
    {
        if (source[_at] != '\\')
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
            writer.Write(escaped is ',' or ';' or ':' or ' ' or '\\' ? " "
                : escaped is '!' or '\0' ? ""
                : escaped is '\n' ? "\n"
                : escaped.ToString());
            return true;
        }

        writer.Write(LatexCommands.Text(source.AsSpan(_at + 1, length - 1)));
        _at += length;
        return true;
    }

    /// <summary>Superscripts and subscripts of LaTeX, <c>^{2}</c> and <c>_{28}</c>, and superscripts of Pandoc's
    /// Markdown, <c>^2^</c>.</summary>
    private bool Script()
    {
        char c = source[_at];
        bool isScript = (c is '^' or '_') && (Ahead(1) == '{' || (char.IsAsciiDigit(Ahead(1)) && (c == '^' || _math)));
        if (!isScript)
        {
            return false;
        }

        int start = _at + 1;
        int end = start + 1;
        if (source[start] == '{')
        {
            int close = source.AsSpan(start, Math.Min(LongestScript, source.Length - start)).IndexOf('}');
            if (close < 0)
            {
                return false;
            }

            (start, end) = (start + 1, start + close);
        }
        else
        {
            while (end < source.Length && char.IsAsciiDigit(source[end]))
            {
                end++;
            }
        }

        writer.WriteScript(source.AsSpan(start, end - start), c == '^');
        _at = end < source.Length && (source[end] == '}' || (source[end] == '^' && c == '^')) ? end + 1 : end;
        return true;
    }
}
