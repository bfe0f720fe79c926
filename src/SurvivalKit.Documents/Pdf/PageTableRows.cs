namespace SurvivalKit.Documents;

/// <summary>Tells the rows of a table over several columns of text from rows of a table that stands in one of them.</summary>
internal static class PageTableRows
{
    // Parts of the width of the region.
    private const double Most = 0.6;
    private const double Sparse = 0.5;
    private const int LeastCells = 3;

    /// <summary>Of each band of a region whether it is a row of a table across its columns. Of rows below each other the most say it: a
    /// heading whose first cell is empty begins at no edge of a column.</summary>
    public static bool[] Across(List<List<Glyph>> bands, List<Glyph> glyphs, double em)
    {
        double width = glyphs.Max(glyph => glyph.Right) - glyphs.Min(glyph => glyph.Left);
        List<PageGutter> gutters = PageGutter.Find(glyphs, em);
        bool[] across = [.. bands.Select(band => IsHead(band, width, em) && PageLines.Read(band)[0].Fill < Sparse)];
        for (int first = 0; first < bands.Count; first++)
        {
            int end = first;
            while (end < bands.Count && across[end])
            {
                end++;
            }

            List<TextLine> rows = [.. bands[first..end].Select(band => PageLines.Read(band)[0])];
            if (gutters.Exists(gutter => rows.Count(row => gutter.Parts(row, em)) * 2 > rows.Count))
            {
                Array.Clear(across, first, end - first);
            }

            first = end;
        }

        return across;
    }

    /// <summary>Whether a band is a line of three cells or more over most of the width.</summary>
    public static bool IsHead(List<Glyph> band, double width, double em) =>
        PageLines.Read(band) is [var line] && line.Right - line.Left > Most * width && line.Segments(em).Count >= LeastCells;
}
