using System.Net;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace SurvivalKit.TextCheck;

/// <summary>What the tags of HTML do to the text: paragraphs, rows and cells of tables, raised and lowered text.</summary>
internal sealed class HtmlMarks(string source, PlainTextWriter writer, TableRows rows)
{
    private const int LongestScript = 400;
    private const int LongestScriptText = 40;

    private bool _noScripts;

    /// <summary>Reads a tag that ends before <paramref name="end"/>; tells where the text goes on.</summary>
    public int Read(HtmlTagToken tag, int end)
    {
        bool opens = tag.Type == HtmlTokenType.StartTag;
        switch (tag.Name)
        {
            case "script" or "style" when opens:
                int close = _noScripts ? -1 : source.IndexOf("</" + tag.Name, end, StringComparison.OrdinalIgnoreCase);
                _noScripts = close < 0;
                return close < 0 ? end : close;
            case "sup" or "sub" when opens:
                return Script(tag.Name, end);
            case "br":
                Break("\n");
                break;
            case "p" or "div" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "ul" or "ol" or "dl" or "dt" or "dd" or "section"
                or "article" or "header" or "footer" or "main" or "aside" or "figcaption" or "caption" or "title" or "blockquote"
                or "pre" or "hr":
                Break("\n\n");
                break;
            case "table" when opens:
                rows.StartTable();
                break;
            case "table":
                rows.EndTable();
                break;
            case "tr" when writer.InTable && opens:
                rows.StartRow();
                break;
            case "tr" when writer.InTable:
                rows.EndRow();
                break;
            case "td" or "th" when writer.InTable && opens:
                rows.StartCell(Span(tag, "colspan"), Span(tag, "rowspan"));
                break;
            case "td" or "th" when writer.InTable:
                rows.EndCell();
                break;
            case "thead" or "tbody" or "tfoot" when writer.InTable:
                rows.StartPart();
                break;
        }

        return end;
    }

    private void Break(string lineEnds) => writer.Write(writer.InTable ? " " : lineEnds);

    private int Script(string name, int start)
    {
        int close = source.IndexOf("</" + name, start, Math.Min(LongestScript, source.Length - start), StringComparison.OrdinalIgnoreCase);
        if (close < 0)
        {
            return start;
        }

        // Such as the link of a note's number.
        string text = string.Concat(source[start..close].Split('<').Select((part, i) => i == 0 ? part : part[(part.IndexOf('>') + 1)..]));
        if (text.Length > LongestScriptText)
        {
            return start;
        }

        writer.WriteScript(WebUtility.HtmlDecode(text), name == "sup");
        int end = source.IndexOf('>', close);
        return end < 0 ? close : end + 1;
    }

    private static int Span(HtmlTagToken tag, string name) => int.TryParse(tag.GetAttribute(name), out int span) ? span : 1;
}
