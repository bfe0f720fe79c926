using System.Collections.Immutable;

namespace SurvivalKit.Figures;

/// <summary>A key of small pictures with labels after a heading, in lines as wide as the figure.</summary>
internal static class SwatchKey
{
    private const double Between = 11;

    /// <summary>Draws a heading and its entries.</summary>
    /// <param name="sketch">The sketch to draw on.</param>
    /// <param name="heading">The heading of the entries.</param>
    /// <param name="entries">Labels, and what draws the picture in a square of the given corner and size.</param>
    /// <param name="left">Left edge.</param>
    /// <param name="top">Upper edge.</param>
    /// <param name="text">The text style of labels.</param>
    /// <returns>The lower edge.</returns>
    public static double Draw(
        Sketch sketch,
        string heading,
        ImmutableArray<(string Label, Action<double, double, double> Picture)> entries,
        double left,
        double top,
        TextStyle text)
    {
        TextStyle strong = text with { Weight = TextWeight.SemiBold };
        double swatch = 1.1 * text.Size, line = Sketch.LineHeight(text.Size) + 2, right = sketch.Width - 6;
        double start = left + Typesetter.Width(heading, strong) + 8;
        double x = start, baseline = top + text.Size;
        sketch.Text(left, baseline, heading, strong, part: "key heading");
        foreach ((string label, Action<double, double, double> picture) in entries)
        {
            double width = swatch + 4 + Typesetter.Width(label, text);
            if (x > start && x + width > right)
            {
                x = start;
                baseline += line;
            }

            picture(x, baseline - (FontBook.CapHeight * text.Size / 2) - (swatch / 2), swatch);
            sketch.Text(x + swatch + 4, baseline, label, text, part: "key label");
            x += width + Between;
        }

        return baseline + (0.3 * text.Size);
    }
}
