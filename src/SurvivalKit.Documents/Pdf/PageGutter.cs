namespace SurvivalKit.Documents;

/// <summary>
/// The free strip between two columns of running text, told by where the lines of prose begin and end. A row of a table that stands in one
/// of the columns is so told from a row of a table that goes over both: it begins where the column begins.
/// </summary>
/// <param name="Left">Where the column before the strip begins.</param>
/// <param name="From">Where its longest line ends.</param>
/// <param name="To">Where the column behind the strip begins.</param>
internal readonly record struct PageGutter(double Left, double From, double To)
{
    // Parts of an em, of the width of the region, of that of a column, and a number of lines.
    private const double Near = 0.4;
    private const double LeastColumn = 0.2;
    private const double LeastStrip = 0.7;
    private const double Prose = 0.62;
    private const int LeastLines = 4;

    /// <summary>The strips of a region, from the left.</summary>
    public static List<PageGutter> Find(List<Glyph> glyphs, double em)
    {
        double width = glyphs.Max(glyph => glyph.Right) - glyphs.Min(glyph => glyph.Left);
        List<TextLine> prose = [.. PageLines.Read(glyphs)
            .SelectMany(line => line.Segments(em))
            .Where(part => part.Right - part.Left >= LeastColumn * width && part.Fill >= Prose)];
        double[] edges = [.. prose.CountBy(part => Math.Round(part.Left))
            .Where(pair => pair.Value >= LeastLines).Select(pair => pair.Key).Order()];
        List<PageGutter> gutters = [];
        foreach (double to in edges.Skip(1).Where(edge => edge - edges[0] > LeastColumn * width))
        {
            List<TextLine> before = prose.FindAll(part => part.Right <= to - (LeastStrip * em) && part.Left >= edges[0] - em);
            if (before.Count >= LeastLines)
            {
                gutters.Add(new PageGutter(edges[0], before.Max(part => part.Right), to));
            }
        }

        return gutters;
    }

    /// <summary>Whether a line is made of what stands in either column: each side is empty, begins at the edge of its column or is
    /// prose.</summary>
    public bool Parts(TextLine line, double em)
    {
        double to = To;
        List<Glyph> before = line.Glyphs.FindAll(glyph => glyph.Left < to - (Near * em));
        List<Glyph> behind = line.Glyphs.FindAll(glyph => glyph.Left >= to - (Near * em));
        return before.TrueForAll(glyph => glyph.Right <= to - (LeastStrip * em))
            && IsOf(before, Left, From - Left, em)
            && IsOf(behind, To, From - Left, em);
    }

    private static bool IsOf(List<Glyph> side, double edge, double width, double em) => side.Count == 0
        || Math.Abs(side[0].Left - edge) <= Near * em
        || new TextLine(side).Printed >= Prose * width;
}
