namespace SurvivalKit.Documents;

/// <summary>Makes paragraphs, headings and tables of the lines of a region.</summary>
internal static class PageBlocks
{
    // Parts of an em.
    private const double Indent = 0.8;
    private const double ParagraphGap = 1.3;
    private const double Larger = 1.12;
    private const int LongestHeading = 90;

    public static void Append(HtmlPage html, List<List<Glyph>> regions)
    {
        double em = regions.Count == 0 ? 0 : PageRegions.Em([.. regions.SelectMany(region => region)]);
        List<List<TextLine>> columns = [.. regions.Select(PageLines.Read)];
        List<TextLine> before = [];
        for (int r = 0; r < columns.Count; r++)
        {
            List<TextLine> lines = columns[r];
            double leading = Leading(lines);
            for (int i = 0; i < lines.Count;)
            {
                int end = PageTable.End(lines, i, em);
                if (end > i)
                {
                    html.Raw(PageTable.Html(lines[i..end], em));
                }
                else
                {
                    end = ParagraphEnd(lines, i, em, leading);
                    List<TextLine> paragraph = [.. before, .. lines[i..end]];
                    before = [];
                    if (end == lines.Count && r + 1 < columns.Count && GoesOn(paragraph, columns[r + 1], em))
                    {
                        before = paragraph;
                    }
                    else
                    {
                        AppendText(html, paragraph, em, end < lines.Count ? lines[end] : null);
                    }
                }

                i = end;
            }
        }
    }

    /// <summary>Whether a paragraph goes on at the head of the next column: its last line is a full one that ends no sentence, and type of
    /// the same kind goes on there with no capital.</summary>
    private static bool GoesOn(List<TextLine> paragraph, List<TextLine> next, double em)
    {
        TextLine last = paragraph[^1];
        string end = last.Glyphs[^1].Text;
        string start = next[0].Glyphs[0].Text;
        return end is not ("." or "?" or "!" or ":")
            && !last.IsBold
            && !next[0].IsBold
            && (char.IsLower(start[0]) || char.IsAsciiDigit(start[0]) || start[0] is '(' or '[' or '.' || end is "(" or "[" or "=")
            && Math.Abs(last.Size - next[0].Size) <= (Larger - 1) * em
            && last.Right >= paragraph.Max(line => line.Right) - em
            && PageTable.End(next, 0, em) == 0;
    }

    private static void AppendText(HtmlPage html, List<TextLine> lines, double em, TextLine? next)
    {
        string text = JoinedLines.Html(lines);
        bool isShort = text.Length <= LongestHeading && lines.Count <= 2 && !text.EndsWith('.');
        bool stands = lines[0].Size > Larger * em || (lines[0].IsBold && (next is null || !next.IsBold));
        html.Block(text, isShort && stands && text.Any(char.IsLetter) ? 2 : null);
    }

    /// <summary>A paragraph ends before a wide gap, a line that is set in behind a full stop, other type, and a table.</summary>
    private static int ParagraphEnd(List<TextLine> lines, int first, double em, double leading)
    {
        double left = lines.Min(line => line.Left);
        int end = first + 1;
        while (end < lines.Count)
        {
            (TextLine last, TextLine line) = (lines[end - 1], lines[end]);
            bool isIndented = line.Left - left > Indent * em
                && last.Left - left <= Indent * em
                && last.Glyphs[^1].Text is "." or ":" or "?";
            if (last.Baseline - line.Baseline > ParagraphGap * leading
                || isIndented
                || Math.Abs(last.Size - line.Size) > (Larger - 1) * em
                || last.IsBold != line.IsBold
                || PageTable.End(lines, end, em) > end)
            {
                break;
            }

            end++;
        }

        return end;
    }

    /// <summary>The usual distance of two lines.</summary>
    private static double Leading(List<TextLine> lines)
    {
        double[] distances = [.. lines.Zip(lines.Skip(1), (above, below) => above.Baseline - below.Baseline).Where(d => d > 0).Order()];
        return distances.Length == 0 ? double.PositiveInfinity : distances[distances.Length / 2];
    }
}
