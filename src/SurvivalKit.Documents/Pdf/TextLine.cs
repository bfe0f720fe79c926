using System.Text;

namespace SurvivalKit.Documents;

/// <summary>Letters on one line, from the left.</summary>
/// <param name="Glyphs">The letters; none is blank.</param>
internal sealed record TextLine(List<Glyph> Glyphs)
{
    private const double WordGap = 0.16;
    private const double NarrowGap = 0.45;
    private const double CellGap = 1.1;
    private const double SmallSize = 0.87;
    private const double Raised = 0.12;
    private const double Lowered = 0.06;

    public double Left => Glyphs[0].Left;

    public double Right => Glyphs.Max(glyph => glyph.Right);

    /// <summary>The size of most letters.</summary>
    public double Size { get; } = PageRegions.Em(Glyphs);

    /// <summary>The base line of most letters.</summary>
    public double Baseline { get; } = Glyphs.CountBy(glyph => Math.Round(glyph.Baseline, 1)).MaxBy(pair => pair.Value).Key;

    public bool IsBold { get; } = Glyphs.TrueForAll(glyph => glyph.IsBold);

    /// <summary>The width of the letters without the blanks between them.</summary>
    public double Printed => Glyphs.Sum(glyph => glyph.Right - glyph.Left);

    /// <summary>The part of the line that letters take.</summary>
    public double Fill => Printed / Math.Max(1e-6, Right - Left);

    /// <summary>The parts between gaps that are wider than those between words.</summary>
    public List<TextLine> Segments(double em)
    {
        List<TextLine> segments = [];
        List<Glyph> segment = [];
        foreach (Glyph glyph in Glyphs)
        {
            if (segment.Count > 0 && glyph.Left - segment[^1].Right > CellGap * Math.Min(em, Size))
            {
                segments.Add(new TextLine(segment));
                segment = [];
            }

            segment.Add(glyph);
        }

        segments.Add(new TextLine(segment));
        return segments;
    }

    /// <summary>The parts between gaps that are a little wider than those between words, where the column of a table begins.</summary>
    /// <param name="edges">Where the columns of the table begin.</param>
    public List<TextLine> Cut(double[] edges)
    {
        List<TextLine> parts = [];
        int first = 0;
        for (int i = 1; i < Glyphs.Count; i++)
        {
            (double from, double to) = (Glyphs[i - 1].Right, Glyphs[i].Left);
            if (to - from > NarrowGap * Size && Array.Exists(edges, edge => edge > from - (WordGap * Size) && edge < to + (WordGap * Size)))
            {
                parts.Add(new TextLine(Glyphs[first..i]));
                first = i;
            }
        }

        parts.Add(new TextLine(Glyphs[first..]));
        return parts;
    }

    /// <summary>The characters with blanks between words; letters that are smaller and higher or lower are raised or lowered.</summary>
    public string Html()
    {
        var html = new StringBuilder();
        string? open = null;
        for (int i = 0; i < Glyphs.Count; i++)
        {
            Glyph glyph = Glyphs[i];
            bool isSmall = glyph.Size < SmallSize * Size;
            string? tag = !isSmall ? null
                : glyph.Baseline > Baseline + (Raised * Size) ? "sup"
                : glyph.Baseline < Baseline - (Lowered * Size) ? "sub"
                : null;
            bool isApart = i > 0 && glyph.Left - Glyphs[i - 1].Right > WordGap * Math.Min(Size, Math.Max(glyph.Size, Glyphs[i - 1].Size));
            if (tag != open)
            {
                html.Append(open is null ? "" : $"</{open}>").Append(isApart ? " " : "").Append(tag is null ? "" : $"<{tag}>");
                open = tag;
            }
            else if (isApart)
            {
                html.Append(' ');
            }

            html.Append(HtmlPage.Escape(glyph.Text));
        }

        return html.Append(open is null ? "" : $"</{open}>").ToString();
    }
}
