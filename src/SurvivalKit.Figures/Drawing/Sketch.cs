namespace SurvivalKit.Figures;

/// <summary>Collects the marks of a scene while it is laid out.</summary>
internal sealed class Sketch(double width, FigureTheme theme, FigureBackground background)
{
    private readonly List<Mark> _marks = [];

    /// <summary>Width in points.</summary>
    public double Width { get; } = width;

    /// <summary>Adds a mark in front of the existing ones.</summary>
    public void Add(Mark mark) => _marks.Add(mark);

    /// <summary>Adds a straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, Stroke stroke, string? part = null) =>
        Add(new PathMark([new Chain([new ScenePoint(x1, y1), new ScenePoint(x2, y2)])], stroke) { Part = part });

    /// <summary>Adds a line of text; <paramref name="y"/> is its baseline.</summary>
    public void Text(
        double x, double y, string text, TextStyle style, TextAnchor anchor = TextAnchor.Start, double rotation = 0, string? part = null)
    {
        if (text.Length > 0)
        {
            Add(new TextMark(x, y, text, style, anchor, rotation) { Part = part });
        }
    }

    /// <summary>Adds lines of text below each other, the first baseline at <paramref name="y"/>.</summary>
    /// <returns>The baseline that a next line would have.</returns>
    public double Lines(
        double x, double y, IEnumerable<string> lines, TextStyle style, TextAnchor anchor = TextAnchor.Start, string? part = null)
    {
        foreach (string line in lines)
        {
            Text(x, y, line, style, anchor, part: part);
            y += LineHeight(style.Size);
        }

        return y;
    }

    /// <summary>Distance of baselines for a text size.</summary>
    public static double LineHeight(double size) => 1.28 * size;

    /// <summary>The scene, as high as <paramref name="height"/> points.</summary>
    public Scene Finish(double height) =>
        new(Width, height, [.. _marks]) { Paper = background == FigureBackground.Paper ? Tones.Paper : null, Theme = theme };
}
