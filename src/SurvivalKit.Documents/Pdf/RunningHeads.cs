namespace SurvivalKit.Documents;

/// <summary>
/// Takes away what is printed on several pages at one height, apart from their text: the name of the journal, the number of the page. The
/// heading of a table that goes on over pages stays, as it stands close to its rows.
/// </summary>
internal static class RunningHeads
{
    // Lines at either end of a page; a gap, of the size of their letters.
    private const int MostLines = 2;
    private const double LeastGap = 1.8;

    /// <summary>The letters of each page without its running heads and feet.</summary>
    public static List<List<Glyph>> Without(List<List<Glyph>> pages)
    {
        List<List<TextLine>> ends = [.. pages.Select(page => Ends(PageLines.Read(page.FindAll(glyph => !glyph.IsBlank))))];
        HashSet<(double, string)> repeated = [.. ends
            .SelectMany(lines => lines.Select(Key).Distinct())
            .CountBy(key => key).Where(pair => pair.Value > 1).Select(pair => pair.Key)];
        return [.. pages.Select((page, p) =>
        {
            HashSet<Glyph> heads = [.. ends[p].Where(line => repeated.Contains(Key(line))).SelectMany(line => line.Glyphs)];
            return page.FindAll(glyph => !heads.Contains(glyph));
        })];
    }

    /// <summary>The first and the last lines of a page that a gap parts from its text.</summary>
    private static List<TextLine> Ends(List<TextLine> lines)
    {
        List<TextLine> ends = [];
        for (int n = 1; n <= Math.Min(MostLines, lines.Count - 1); n++)
        {
            if (IsApart(lines[n - 1], lines[n], lines[n - 1].Size))
            {
                ends.AddRange(lines[..n]);
                break;
            }
        }

        for (int n = 1; n <= Math.Min(MostLines, lines.Count - 1 - ends.Count); n++)
        {
            if (IsApart(lines[^(n + 1)], lines[^n], lines[^n].Size))
            {
                ends.AddRange(lines[^n..]);
                break;
            }
        }

        return ends;
    }

    private static bool IsApart(TextLine above, TextLine below, double size) =>
        above.Baseline - below.Baseline > LeastGap * size;

    /// <summary>Its height and its characters but for the numbers, which count pages.</summary>
    private static (double Baseline, string Text) Key(TextLine line) => (
        Math.Round(line.Baseline),
        string.Concat(line.Glyphs.Select(glyph => glyph.Text).Where(text => !char.IsAsciiDigit(text[0]))));
}
