using System.Text.RegularExpressions;

namespace SurvivalKit.TextCheck;

/// <summary>
/// Articles in JATS, the XML of journals and of PubMed Central. Its paragraphs and tables are those of HTML, so that it is read as HTML
/// once everything is blanked that is no text of the article: what the journal says of itself, references, permissions, and formulas that
/// stand there a second time. Blanks take as many characters as what they replace, so that each place of the text stays where it was.
/// </summary>
internal static partial class JatsText
{
    private const int Head = 4000;

    private static readonly HashSet<string> NoText = new(StringComparer.OrdinalIgnoreCase)
    {
        "journal-meta", "article-id", "article-categories", "contrib-group", "aff", "author-notes", "pub-date", "history", "permissions",
        "self-uri", "kwd-group", "funding-group", "counts", "custom-meta-group", "ref-list", "ack", "fn-group", "tex-math",
        "related-article", "elocation-id", "volume", "issue", "fpage", "lpage",
    };

    /// <summary>Whether a source is an article in JATS (or in the NLM format before it).</summary>
    public static bool IsJats(string source)
    {
        string head = source[..Math.Min(source.Length, Head)];
        return Root().IsMatch(head) && Sign().IsMatch(head);
    }

    /// <summary>The source with its text alone: as long as it was, each character of the text where it was.</summary>
    public static string Mask(string source)
    {
        char[] masked = source.ToCharArray();
        int until = 0;
        foreach (Match tag in Tag().Matches(source))
        {
            if (tag.Index < until)
            {
                continue;
            }

            string name = tag.Groups["name"].Value;
            if (NoText.Contains(name) || name.Equals("mml:math", StringComparison.OrdinalIgnoreCase) && HasTwin(source, tag.Index))
            {
                until = tag.Value.EndsWith("/>", StringComparison.Ordinal) ? tag.Index + tag.Length : End(source, tag, name);
                Blank(masked, tag.Index, until);
            }
            else if (name is "break")
            {
                // A line break: "br" with blanks behind its name is as long.
                "br   ".CopyTo(masked.AsSpan(tag.Index + 1));
            }
            else if (name is "label" && IsOfNote(source, tag.Index))
            {
                until = End(source, tag, name);
                Blank(masked, tag.Index, until);
            }
        }

        return new string(masked);
    }

    /// <summary>Of alternatives, the formula in MathML is the second one where TeX stands beside it and is blanked too.</summary>
    private static bool HasTwin(string source, int at)
    {
        int open = source.LastIndexOf("<alternatives", at, Math.Min(at + 1, 20_000), StringComparison.OrdinalIgnoreCase);
        int close = source.LastIndexOf("</alternatives", at, Math.Min(at + 1, 20_000), StringComparison.OrdinalIgnoreCase);
        int earlier = open < 0 ? -1 : source.IndexOf("<mml:math", open, at - open, StringComparison.OrdinalIgnoreCase);
        return open > close && earlier >= 0;
    }

    private static bool IsOfNote(string source, int at)
    {
        int before = source.LastIndexOf('<', Math.Max(0, at - 1));
        return before >= 0 && (source.AsSpan(before).StartsWith("<fn ") || source.AsSpan(before).StartsWith("<fn>")
            || source.AsSpan(before).StartsWith("<aff"));
    }

    /// <summary>Behind the end tag of an element; elements of the same name may be within it.</summary>
    private static int End(string source, Match open, string name)
    {
        int depth = 1;
        int at = open.Index + open.Length;
        while (depth > 0)
        {
            int next = source.IndexOf('<', at);
            if (next < 0)
            {
                return open.Index + open.Length;
            }

            ReadOnlySpan<char> rest = source.AsSpan(next + 1);
            if (IsTag(rest, name))
            {
                int close = source.IndexOf('>', next);
                depth += close > 0 && source[close - 1] == '/' ? 0 : 1;
            }
            else if (rest.StartsWith("/") && IsTag(rest[1..], name))
            {
                depth--;
            }

            at = next + 1;
        }

        int end = source.IndexOf('>', at);
        return end < 0 ? source.Length : end + 1;
    }

    private static bool IsTag(ReadOnlySpan<char> rest, string name) =>
        rest.StartsWith(name, StringComparison.OrdinalIgnoreCase)
        && rest.Length > name.Length
        && rest[name.Length] is '>' or '/' or ' ' or '\t' or '\r' or '\n';

    private static void Blank(char[] text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            text[i] = text[i] is '\r' or '\n' ? text[i] : ' ';
        }
    }

    [GeneratedRegex("<(?:article|pmc-articleset)[\\s>]", RegexOptions.CultureInvariant)]
    private static partial Regex Root();

    [GeneratedRegex(
        "article-type=|dtd-version=|//NLM//DTD|<pmc-articleset|<front>|<article-meta|<journal-meta|xmlns:mml=", RegexOptions.CultureInvariant)]
    private static partial Regex Sign();

    [GeneratedRegex("<(?<name>[a-zA-Z][a-zA-Z:-]*)(?:\\s[^<>]*)?/?>", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
