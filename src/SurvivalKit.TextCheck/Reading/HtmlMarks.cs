using System.Buffers;
using System.Net;

namespace SurvivalKit.TextCheck;

/// <summary>The effect of HTML tags on the text: paragraphs, rows and cells of tables, raised and lowered text.</summary>
internal sealed class HtmlMarks(string source, PlainTextWriter writer)
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private const int LongestScript = 40;

    private readonly HtmlTableRows _rows = new(writer);

    private int _tables;
    private bool _noScripts;

    /// <summary>Reads the tag in <c>source[start..end]</c>; returns where the text continues.</summary>
    public int Read(int start, int end)
    {
        ReadOnlySpan<char> tag = source.AsSpan(start + 1, end - start - 2);
        bool closes = tag[0] == '/';
        tag = closes ? tag[1..] : tag;
        int length = tag.IndexOfAnyExcept(NameCharacters);
        ReadOnlySpan<char> rest = length < 0 ? [] : tag[length..];
        Span<char> name = stackalloc char[Math.Min(16, length < 0 ? tag.Length : length)];
        tag[..name.Length].ToLowerInvariant(name);
        switch (name)
        {
            case "http" or "https" or "mailto":
                writer.Write(" ");
                return end;
            case "script" or "style" when !closes:
                int close = _noScripts ? -1 : source.IndexOf("</" + name.ToString(), end, StringComparison.OrdinalIgnoreCase);
                _noScripts = close < 0;
                return close < 0 ? end : close;
            case "sup" or "sub" when !closes:
                return Script(name is "sup", end);
            case "br":
                writer.Write(writer.InTable ? " " : "\n");
                return end;
            case "p" or "div" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "ul" or "ol" or "section" or "figcaption" or "blockquote" or "caption":
                writer.Write(writer.InTable ? " " : "\n\n");
                return end;
            case "table":
                Table(closes);
                return end;
            case "tr" or "td" or "th" or "thead" or "tbody" or "tfoot" when _tables > 0:
                Cell(name, rest, closes);
                return end;
            default:
                return end;
        }
    }

    private int Script(bool isSuper, int start)
    {
        int close = source.AsSpan(start, Math.Min(LongestScript, source.Length - start)).IndexOf("</", StringComparison.Ordinal);
        if (close < 0)
        {
            return start;
        }

        writer.WriteScript(WebUtility.HtmlDecode(source.Substring(start, close)), isSuper);
        int end = source.IndexOf('>', start + close);
        return end < 0 ? start + close : end + 1;
    }

    private void Table(bool closes)
    {
        _rows.StartPart();
        _tables = Math.Max(0, _tables + (closes ? -1 : 1));
        writer.InTable = false;
        writer.Write("\n\n");
        writer.InTable = _tables > 0;
    }

    private void Cell(ReadOnlySpan<char> name, ReadOnlySpan<char> attributes, bool closes)
    {
        switch (name)
        {
            case "tr" when closes:
                _rows.EndRow();
                break;
            case "tr":
                _rows.StartRow();
                break;
            case "td" or "th" when closes:
                _rows.EndCell();
                break;
            case "td" or "th":
                _rows.StartCell(attributes);
                break;
            default:
                _rows.StartPart();
                break;
        }
    }
}
