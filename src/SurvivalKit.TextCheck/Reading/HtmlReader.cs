using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace SurvivalKit.TextCheck;

/// <summary>
/// Reads HTML by the tokens of AngleSharp. A token says where in the source it stands, which the texts in its tree do not; and a stream of
/// tokens needs no stack, however deep the elements nest.
/// </summary>
internal sealed class HtmlReader(string source, TextRunReader runs, HtmlMarks marks)
{
    private const string CommentStart = "<!--";
    private const string CommentEnd = "-->";
    private const string DataStart = "<![CDATA[";
    private const string DataEnd = "]]>";

    // So many brackets that open a tag or a comment without an end are read one by one; what stands behind them is text.
    private const int MostStrays = 16;

    private static readonly string[] PageStarts = ["<!doctype", "<html", "<head", "<body", "<?xml", "<article ", "<pmc-articleset"];

    // Once no comment ends any more, there is no use in looking again.
    private bool _noComments;

    /// <summary>Whether a text is a page of HTML, and not Markdown with some HTML in it.</summary>
    public static bool IsPage(string text)
    {
        string start = text[..Math.Min(text.Length, 1000)].TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return PageStarts.Any(page => start.StartsWith(page, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads a part of the source; tells where the text goes on, which is behind the part where a
    /// script or a comment is.</summary>
    public int Read(int start, int end)
    {
        // A carriage return alone would put the places of what follows it wrong; the texts are read from the source.
        using var text = new TextSource(source[start..end].Replace('\r', ' '));
        TextRange range = default;
        using var tokenizer = new HtmlTokenizer(text, HtmlEntityProvider.Resolver)
        {
            IsNotConsumingCharacterReferences = true,
            IsAcceptingCharacterData = true,
            OnToken = (_, found) => range = found,
        };
        int strays = 0;
        int at = start;
        while (at < end)
        {
            text.Index = at - start;
            HtmlToken token = tokenizer.Get();
            int next = token.Type == HtmlTokenType.EndOfFile ? end : Math.Min(start + range.End.Position - 1, end);
            at = Read(token, at, next);
            if (at < next && ++strays > MostStrays)
            {
                runs.Read(at, end);
                at = end;
            }
        }

        return at;
    }

    private int Read(HtmlToken token, int start, int end)
    {
        runs.Place(start);
        switch (token)
        {
            case HtmlTagToken tag when tag.Attributes.Exists(attribute => attribute.Name.Contains('<', StringComparison.Ordinal)):
                // "n <of all <b>": another tag opens before this one has ended, so that the first bracket is a sign.
                int other = source.LastIndexOf('<', end - 1);
                runs.Read(start, other);
                return other;
            case HtmlTagToken tag:
                return marks.Read(tag, end);
            case { Type: HtmlTokenType.Comment }:
                return Comment(start, end);
            case { Type: HtmlTokenType.Character } when source.AsSpan(start, end - start).StartsWith(DataStart):
                bool isClosed = source.AsSpan(start, end - start).EndsWith(DataEnd);
                runs.ReadVerbatim(start + DataStart.Length, isClosed ? end - DataEnd.Length : end);
                return end;
            case { Type: HtmlTokenType.Character }:
                runs.Read(start, end);
                return end;
            case { Type: HtmlTokenType.EndOfFile } when start < end:
                // A tag that does not end is none.
                runs.Read(start, start + 1);
                return start + 1;
            default:
                return end;
        }
    }

    private int Comment(int start, int end)
    {
        ReadOnlySpan<char> comment = source.AsSpan(start, end - start);
        if (!comment.StartsWith(CommentStart) || comment.EndsWith(CommentEnd))
        {
            return end;
        }

        int close = _noComments ? -1 : source.IndexOf(CommentEnd, start, StringComparison.Ordinal);
        _noComments = close < 0;
        return close < 0 ? start + CommentStart.Length : close + CommentEnd.Length;
    }
}
