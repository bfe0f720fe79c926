using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>The key above incidences: lines with their labels, as many beside each other as fit.</summary>
internal static class IncidenceKey
{
    private const double Sample = 18;
    private const double Gap = 5;
    private const double Between = 14;
    private const double Edge = 6;

    /// <summary>Draws the key.</summary>
    /// <returns>The y coordinate of its lower edge.</returns>
    public static double Draw(
        Sketch sketch, ImmutableArray<ImmutableArray<(string Label, GroupStyle Style)>> lines, TextStyle text, double left, double top)
    {
        double y = top;
        foreach (ImmutableArray<(string Label, GroupStyle Style)> entries in lines)
        {
            // Where one line does not hold them, they begin at the figure's edge.
            double needed = entries.Sum(entry => Sample + Gap + Typesetter.Width(entry.Label, text) + Between) - Between;
            double start = needed <= sketch.Width - Edge - left ? left : Edge;
            double x = start;
            double bottom = y;
            foreach ((string label, GroupStyle style) in entries)
            {
                double width = Sample + Gap + Typesetter.Width(label, text);
                if (x > start && x + width > sketch.Width - Edge)
                {
                    x = start;
                    y = bottom + 1;
                }

                sketch.Line(x, y + (0.64 * text.Size), x + Sample, y + (0.64 * text.Size), style.Line(1.2), "key line");
                ImmutableArray<string> wrapped = TextWrapper.Wrap(label, text, Math.Max(sketch.Width - Edge - x - Sample - Gap, 40));
                bottom = Math.Max(
                    bottom, sketch.Lines(x + Sample + Gap, y + text.Size, wrapped, text, part: "key label") - text.Size);
                x += width + Between;
            }

            y = bottom + 1;
        }

        return y;
    }
}
