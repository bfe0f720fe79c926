using System.Buffers;
using System.Globalization;
using System.Text;

namespace SurvivalKit.Cli;

/// <summary>A text with its findings marked in place. What is said of a finding stands below its paragraph or table.</summary>
internal static class MarkedTextHtml
{
    private static readonly SearchValues<char> RuleCharacters = SearchValues.Create("-|:+= \t");

    /// <summary>Appends a text.</summary>
    /// <param name="html">The page.</param>
    /// <param name="text">The text.</param>
    /// <param name="first">The number of its first finding in the page, from 0.</param>
    public static void Append(StringBuilder html, CheckedText text, int first)
    {
        (TextFinding Finding, int Number)[] findings =
        [
            .. text.Findings.Select((finding, i) => (finding, first + i)).OrderBy(pair => pair.finding.Place.PlainOffset),
        ];
        int next = 0;
        foreach (TextPassage passage in text.Passages)
        {
            int from = next;
            while (next < findings.Length && findings[next].Finding.Place.PlainOffset < passage.Start + passage.Text.Length)
            {
                next++;
            }

            (TextFinding, int)[] own = findings[from..next];
            if (passage.Kind == TextPassageKind.Table)
            {
                AppendTable(html, text.Text, passage, own);
            }
            else
            {
                string tag = passage.Kind == TextPassageKind.Heading ? "h3" : "p";
                int blank = passage.Text.Length - passage.Text.TrimStart('#', ' ', '\n').Length;
                blank = passage.Kind == TextPassageKind.Heading ? blank : 0;
                html.Append(CultureInfo.InvariantCulture, $"<{tag}>");
                AppendMarked(html, text.Text, passage.Start + blank, passage.Start + passage.Text.Length, own);
                html.Append(CultureInfo.InvariantCulture, $"</{tag}>\n");
            }

            foreach ((TextFinding finding, int number) in own)
            {
                AppendNote(html, finding, number);
            }
        }
    }

    private static void AppendTable(StringBuilder html, string text, TextPassage passage, (TextFinding, int)[] findings)
    {
        html.Append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>\n");
        bool hasTabs = passage.Text.Contains('\t', StringComparison.Ordinal);
        int start = passage.Start;
        foreach (string line in passage.Text.Split('\n'))
        {
            string[] cells = line.Split(hasTabs ? '\t' : '|');
            int at = start;
            if (!IsRule(line))
            {
                html.Append("<tr>");
                foreach (string cell in cells)
                {
                    html.Append("<td>");
                    AppendMarked(html, text, at, at + cell.Length, findings);
                    html.Append("</td>");
                    at += cell.Length + 1;
                }

                html.Append("</tr>\n");
            }

            start += line.Length + 1;
        }

        html.Append("</table></div>\n");
    }

    private static bool IsRule(string line) =>
        line.AsSpan().IndexOfAnyExcept(RuleCharacters) < 0 && line.Contains('-', StringComparison.Ordinal);

    private static void AppendMarked(StringBuilder html, string text, int start, int end, (TextFinding Finding, int Number)[] findings)
    {
        int at = start;
        foreach ((TextFinding finding, int number) in findings)
        {
            int from = finding.Place.PlainOffset;
            int to = Math.Min(end, from + finding.Place.PlainLength);
            if (from < at || from >= end)
            {
                continue;
            }

            html.Append(HtmlText.Escape(text[at..from])).Append(
                CultureInfo.InvariantCulture,
                $"<mark id=\"mark-{number + 1}\" class=\"v-{Name(finding)}\" data-verdict=\"{Name(finding)}\"><a href=\"#note-{number + 1}\">")
                .Append(HtmlText.Escape(text[from..to])).Append("</a></mark>");
            at = to;
        }

        html.Append(HtmlText.Escape(text[at..end]));
    }

    private static void AppendNote(StringBuilder html, TextFinding finding, int number) => html.Append(
        CultureInfo.InvariantCulture,
        $"<aside id=\"note-{number + 1}\" data-verdict=\"{Name(finding)}\" tabindex=\"-1\">{VerdictHtml.Badge(finding.Judgement.Verdict)} ")
        .Append(
            CultureInfo.InvariantCulture,
            $"<a href=\"#mark-{number + 1}\"><q>{HtmlText.Escape(finding.Text)}</q></a> {HtmlText.Escape(finding.Detail)}</aside>\n");

    private static string Name(TextFinding finding) => finding.Judgement.Verdict.ToName();
}
