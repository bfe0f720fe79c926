using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace SurvivalKit.Documents;

/// <summary>The letters of a page. Where most of them run up or down, as in a wide table, the page is turned.</summary>
internal static class PageGlyphs
{
    private const double LeastSize = 0.5;

    public static List<Glyph> Read(Page page)
    {
        TextOrientation orientation = page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value))
            .CountBy(letter => letter.TextOrientation).DefaultIfEmpty(new(TextOrientation.Horizontal, 0)).MaxBy(pair => pair.Value).Key;
        List<Glyph> glyphs = [];
        HashSet<(string, int, int)> printed = [];
        foreach (Letter letter in page.Letters)
        {
            if (letter.TextOrientation != orientation || string.IsNullOrEmpty(letter.Value))
            {
                continue;
            }

            (double left, double baseline) = Turn(letter.StartBaseLine, orientation);
            (double right, _) = Turn(letter.EndBaseLine, orientation);
            double size = letter.PointSize > LeastSize ? letter.PointSize : Math.Max(LeastSize, letter.BoundingBox.Height);

            // A letter that is printed twice at one place is bold type of old printers.
            if (printed.Add((letter.Value, (int)Math.Round(left), (int)Math.Round(baseline))))
            {
                glyphs.Add(new Glyph(
                    Letters(letter.Value),
                    Math.Min(left, right),
                    Math.Max(left, right),
                    baseline,
                    size,
                    letter.FontName?.Contains("bold", StringComparison.OrdinalIgnoreCase) ?? false));
            }
        }

        return glyphs;
    }

    /// <summary>A ligature such as that of f and i as the letters it is made of. Programs without the data of languages cannot ask the
    /// platform for them.</summary>
    private static string Letters(string text) => text switch
    {
        "\uFB00" => "ff",
        "\uFB01" => "fi",
        "\uFB02" => "fl",
        "\uFB03" => "ffi",
        "\uFB04" => "ffl",
        "\uFB05" or "\uFB06" => "st",
        _ => text,
    };

    private static (double X, double Y) Turn(PdfPoint point, TextOrientation orientation) => orientation switch
    {
        TextOrientation.Rotate90 => (-point.Y, point.X),
        TextOrientation.Rotate180 => (-point.X, -point.Y),
        TextOrientation.Rotate270 => (point.Y, -point.X),
        _ => (point.X, point.Y),
    };
}
