namespace SurvivalKit.Documents;

/// <summary>Groups letters into lines by their heights.</summary>
internal static class PageLines
{
    private const double Overlap = 0.5;
    private const double SameSize = 0.1;
    private const double Off = 0.4;

    /// <summary>The lines from the top.</summary>
    public static List<TextLine> Read(List<Glyph> glyphs)
    {
        List<(double Bottom, double Top, List<Glyph> Glyphs)> lines = [];
        foreach (Glyph glyph in glyphs.OrderByDescending(glyph => (glyph.Top + glyph.Bottom) / 2))
        {
            int at = lines.Count - 1;
            while (at >= 0 && at >= lines.Count - 3 && !IsOn(glyph, lines[at].Bottom, lines[at].Top))
            {
                at--;
            }

            if (at < 0 || at < lines.Count - 3)
            {
                lines.Add((glyph.Bottom, glyph.Top, [glyph]));
                continue;
            }

            // The largest letters say where the line is; what is raised or lowered comes to it.
            lines[at].Glyphs.Add(glyph);
            if (glyph.Top - glyph.Bottom > lines[at].Top - lines[at].Bottom)
            {
                lines[at] = (glyph.Bottom, glyph.Top, lines[at].Glyphs);
            }
        }

        return [.. lines.OrderByDescending(line => line.Bottom).Select(line =>
            new TextLine([.. line.Glyphs.OrderBy(glyph => glyph.Left)]))];
    }

    private static bool IsOn(Glyph glyph, double bottom, double top)
    {
        // Letters of one size are on one line only where their feet are at one height: cells in the middle of a row stand between lines.
        double height = glyph.Top - glyph.Bottom;
        if (Math.Abs(height - (top - bottom)) < SameSize * height && Math.Abs(glyph.Bottom - bottom) > Off * height)
        {
            return false;
        }

        double common = Math.Min(top, glyph.Top) - Math.Max(bottom, glyph.Bottom);
        return common >= Overlap * Math.Min(top - bottom, glyph.Top - glyph.Bottom);
    }
}
