namespace SurvivalKit.Documents;

/// <summary>
/// Splits a page into regions that are read one after another: a region in the columns of running text is split at the free strip between
/// them, and what goes over the whole width, such as a title or a wide table, is a region of its own.
/// </summary>
internal static class PageRegions
{
    // Parts of an em, of the width of the region, and numbers of lines and letters.
    private const double LeastStrip = 0.7;
    private const double LeastSide = 0.2;
    private const double Prose = 0.62;
    private const double Aligned = 0.6;
    private const int LeastLetters = 20;
    private const int LeastLines = 4;
    private const int Deepest = 4;

    /// <summary>The regions in the order in which they are read.</summary>
    public static List<List<Glyph>> Split(List<Glyph> glyphs)
    {
        List<List<Glyph>> regions = [];
        Split([.. glyphs.Where(glyph => !glyph.IsBlank)], regions, 0);
        return regions;
    }

    private static void Split(List<Glyph> glyphs, List<List<Glyph>> regions, int depth)
    {
        if (glyphs.Count == 0)
        {
            return;
        }

        List<List<Glyph>> bands = Bands(glyphs);
        (double left, double right) = (glyphs.Min(glyph => glyph.Left), glyphs.Max(glyph => glyph.Right));
        double em = Em(glyphs);
        bool[] across = PageTableRows.Across(bands, glyphs, em);
        List<Glyph> whole = [];
        for (int i = 0; i < bands.Count;)
        {
            if (depth < Deepest && Columns(bands, across, i, left, right, em) is { } columns)
            {
                Add(whole, regions);
                whole = [];
                Split(columns.Left, regions, depth + 1);
                Split(columns.Right, regions, depth + 1);
                i = columns.Next;
            }
            else
            {
                whole.AddRange(bands[i++]);
            }
        }

        Add(whole, regions);
    }

    private static void Add(List<Glyph> glyphs, List<List<Glyph>> regions)
    {
        if (glyphs.Count > 0)
        {
            regions.Add(glyphs);
        }
    }

    /// <summary>The size of most letters.</summary>
    public static double Em(List<Glyph> glyphs) => glyphs.CountBy(glyph => Math.Round(glyph.Size, 1)).MaxBy(pair => pair.Value).Key;

    /// <summary>The letters between two heights at which nothing is printed, from the top.</summary>
    private static List<List<Glyph>> Bands(List<Glyph> glyphs)
    {
        List<List<Glyph>> bands = [];
        double bottom = double.NegativeInfinity;
        foreach (Glyph glyph in glyphs.OrderByDescending(glyph => glyph.Top))
        {
            if (bands.Count == 0 || glyph.Top < bottom)
            {
                bands.Add([]);
                bottom = glyph.Bottom;
            }

            bands[^1].Add(glyph);
            bottom = Math.Min(bottom, glyph.Bottom);
        }

        return bands;
    }

    /// <summary>The two sides of the longest run of bands from one on that leave a strip free and are running text.</summary>
    private static (List<Glyph> Left, List<Glyph> Right, int Next)? Columns(
        List<List<Glyph>> bands, bool[] across, int first, double left, double right, double em)
    {
        double width = right - left;
        List<(double From, double To)> strips = [(left + (LeastSide * width), right - (LeastSide * width))];
        int next = first;
        while (next < bands.Count && !across[next])
        {
            List<(double From, double To)> narrower = Free(bands[next], strips, LeastStrip * em);
            if (narrower.Count == 0)
            {
                break;
            }

            strips = narrower;
            next++;
        }

        // The head of a table across the columns is printed closer than its rows.
        bool isTable = next < bands.Count && (across[next] || PageTableRows.IsHead(bands[next], width, em));
        while (isTable && next > first && PageTableRows.IsHead(bands[next - 1], width, em))
        {
            next--;
        }

        // The name of a table across the columns may be short enough to stand over one of them.
        while (next > first && IsCaption(bands[next - 1], left, right))
        {
            next--;
        }

        foreach ((double from, double to) in strips.OrderByDescending(strip => strip.To - strip.From))
        {
            double middle = (from + to) / 2;
            List<Glyph> all = [.. bands[first..next].SelectMany(band => band)];
            List<Glyph> before = all.FindAll(glyph => glyph.Right <= middle);
            List<Glyph> behind = all.FindAll(glyph => glyph.Right > middle);
            if (before.Count > 0 && behind.Count > 0 && AreColumns(PageLines.Read(before), PageLines.Read(behind)))
            {
                return (before, behind, next);
            }
        }

        return null;
    }

    /// <summary>What of the strips a band leaves free.</summary>
    private static List<(double From, double To)> Free(List<Glyph> band, List<(double From, double To)> strips, double least)
    {
        List<(double From, double To)> free = strips;
        foreach (Glyph glyph in band)
        {
            List<(double, double)> left = [];
            foreach ((double from, double to) in free)
            {
                if (glyph.Right <= from || glyph.Left >= to)
                {
                    left.Add((from, to));
                    continue;
                }

                if (glyph.Left - from >= least)
                {
                    left.Add((from, glyph.Left));
                }

                if (to - glyph.Right >= least)
                {
                    left.Add((glyph.Right, to));
                }
            }

            free = left;
        }

        return free;
    }

    private static bool IsCaption(List<Glyph> band, double left, double right) =>
        PageLines.Read(band) is [var line]
        && line.Right < (left + right) / 2
        && line.Html().StartsWith("Table ", StringComparison.OrdinalIgnoreCase);

    private static bool AreColumns(List<TextLine> left, List<TextLine> right)
    {
        // Cells fill a narrow strip as prose fills a column, but no prose has lines as short as they.
        if (left.Count < LeastLines || right.Count < LeastLines || Letters(left) < LeastLetters || Letters(right) < LeastLetters)
        {
            return false;
        }

        bool isLeft = Median(left) >= Prose;
        bool isRight = Median(right) >= Prose;
        int aligned = left.Count(line => right.Exists(other => Math.Abs(other.Baseline - line.Baseline) < 1));
        return (isLeft && isRight) || ((isLeft || isRight) && aligned < Aligned * Math.Min(left.Count, right.Count));
    }

    /// <summary>How much of the width the lines are printed on, of the middle one.</summary>
    private static double Median(List<TextLine> lines)
    {
        double width = Width(lines);
        double[] fills = [.. lines.Select(line => line.Printed / width).Order()];
        return fills[fills.Length / 2];
    }

    /// <summary>The number of letters of the middle line.</summary>
    private static int Letters(List<TextLine> lines) => lines.Select(line => line.Glyphs.Count).Order().ElementAt(lines.Count / 2);

    private static double Width(List<TextLine> lines) => lines.Max(line => line.Right) - lines.Min(line => line.Left);
}
