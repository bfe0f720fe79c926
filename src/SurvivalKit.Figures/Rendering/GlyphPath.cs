using System.Globalization;
using System.Text;
using SkiaSharp;

namespace SurvivalKit.Figures;

/// <summary>Writes a glyph's outline as SVG path data in whole thousandths of the text size.</summary>
internal static class GlyphPath
{
    /// <summary>The path data.</summary>
    public static string Data(SKPath outline)
    {
        var data = new StringBuilder();
        using SKPath.RawIterator iterator = outline.CreateRawIterator();
        var points = new SKPoint[4];
        SKPoint at = default;
        for (SKPathVerb verb = iterator.Next(points); verb != SKPathVerb.Done; verb = iterator.Next(points))
        {
            switch (verb)
            {
                case SKPathVerb.Move:
                    Add('M', points[0]);
                    break;
                case SKPathVerb.Line:
                    Relative('l', points[1]);
                    break;
                case SKPathVerb.Quad:
                    Relative('q', points[1], points[2]);
                    break;
                case SKPathVerb.Cubic:
                    Relative('c', points[1], points[2], points[3]);
                    break;
                case SKPathVerb.Close:
                    data.Append('z');
                    break;
                default:
                    throw new InvalidOperationException(
                        $"A glyph of an embedded font has a segment of the kind {verb}, which TrueType outlines do not have.");
            }
        }

        return data.ToString();

        void Add(char command, SKPoint point)
        {
            at = Grid(point);
            data.Append(command).Append(Whole(at.X)).Append(' ').Append(Whole(at.Y));
        }

        // Differences of rounded positions, so that rounding errors do not accumulate along the outline.
        void Relative(char command, params ReadOnlySpan<SKPoint> to)
        {
            data.Append(command);
            bool first = true;
            foreach (SKPoint point in to)
            {
                SKPoint grid = Grid(point);
                string dx = Whole(grid.X - at.X), dy = Whole(grid.Y - at.Y);
                if (!first && dx[0] != '-')
                {
                    data.Append(' ');
                }

                data.Append(dx);
                if (dy[0] != '-')
                {
                    data.Append(' ');
                }

                data.Append(dy);
                first = false;
            }

            at = Grid(to[^1]);
        }
    }

    private static SKPoint Grid(SKPoint point) => new(MathF.Round(point.X), MathF.Round(point.Y));

    private static string Whole(float value) => ((int)value).ToString(CultureInfo.InvariantCulture);
}
