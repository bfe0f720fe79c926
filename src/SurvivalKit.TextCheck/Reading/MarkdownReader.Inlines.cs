using System.Buffers;
using Markdig.Extensions.Mathematics;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace SurvivalKit.TextCheck;

/// <content>What stands within a paragraph.</content>
internal sealed partial class MarkdownReader
{
    private static readonly SearchValues<char> ComparisonSigns = SearchValues.Create("=<>");
    private static readonly SearchValues<char> CitationCharacters = SearchValues.Create("0123456789,-–— ");

    private void Read(ContainerInline inlines)
    {
        foreach (Inline inline in inlines.Descendants<Inline>())
        {
            (int start, int end) = (inline.Span.Start, inline.Span.End + 1);
            if (inline is LineBreakInline || end <= _at || (inline is ContainerInline and not LinkInline))
            {
                continue;
            }

            if (inline is LinkInline link)
            {
                Link(link, start, end);
                continue;
            }

            Blanks(start);
            _at = inline switch
            {
                HtmlInline or MathInline => html.Read(_at, end),
                CodeInline code => Math.Max(end, runs.ReadVerbatim(_at + code.DelimiterCount, end - code.DelimiterCount)),
                AutolinkInline => Address(end),
                _ => runs.Read(_at, end),
            };
        }
    }

    /// <summary>
    /// Of a link its text is read, with its brackets where it is a citation; what has the form of a link and leads
    /// nowhere is read as it stands.
    /// </summary>
    private void Link(LinkInline link, int start, int end)
    {
        int close = source.IndexOf(']', start);
        bool isCitation = source.AsSpan(start + 1, close - start - 1).IndexOfAnyExcept(CitationCharacters) < 0;
        if (!isCitation && LeadsSomewhere(link))
        {
            return;
        }

        Blanks(start);
        runs.Read(_at, isCitation && LeadsSomewhere(link) ? close + 1 : end);
        _at = end;
    }

    /// <summary>"[4-15](0.006)" is an interval with a P value.</summary>
    private static bool LeadsSomewhere(LinkInline link) => link is { IsImage: true } or { Reference: not null }
        || (link.Url is { Length: > 0 } url && (url[0] is '#' or '/' || url.Contains("://", StringComparison.Ordinal)
            || (url.Any(char.IsLetter) && url.AsSpan().IndexOfAny(ComparisonSigns) < 0)));

    private int Address(int end)
    {
        writer.Write(" ");
        return end;
    }

    /// <summary>Reads up to a place nothing but the blanks; what else stands there is marks.</summary>
    private void Blanks(int end)
    {
        if (end <= _at)
        {
            return;
        }

        // The address and the title of a link are full of blanks that are none.
        ReadOnlySpan<char> gap = source.AsSpan(_at, end - _at);
        int link = gap.LastIndexOfAny(']', ')');
        for (int at = _at + link + 1; at < end; at++)
        {
            if (char.IsWhiteSpace(source[at]))
            {
                runs.ReadVerbatim(at, at + 1);
            }
        }

        // A raised mark of a note does not go on with the number before it.
        if (gap.IndexOfAny('\n', ' ') < 0 && writer.EndsWithDigit && end < source.Length && char.IsAsciiDigit(source[end]))
        {
            writer.Write(" ");
        }

        _at = runs.Place(end);
    }
}
